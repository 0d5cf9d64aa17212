import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';

import { changesOf, fieldsOf } from '../../../nodes/BigCommerce/model/facts';
import type { Field } from '../../../nodes/BigCommerce/model/field';
import { flatFields, isCollection } from '../../../nodes/BigCommerce/model/field';
import type { Operation } from '../../../nodes/BigCommerce/model/operation';
import type { SampleOptions } from '../../support/operationSamples';
import { sampleParameters, sampleValue } from '../../support/operationSamples';
import type { Received } from '../../support/stubStore';
import type { Registered } from './registry';
import { filtersOf } from './registry';

/** Items about a record each. The mark of an item is in everything that is sent for it. */
export const markOf = (item: number): string => String(7_310_001 + item);

export const markedItems = (count: number): object[] =>
	Array.from({ length: count }, (_, item) => ({
		id: Number(markOf(item)),
		uuid: `a0000000-0000-4000-8000-00000${markOf(item)}`,
		text: `mark${markOf(item)}`,
	}));

const MARK = /73100\d\d/g;

/** Items that a request is about, in ascending order. */
export function itemsIn({ path, query, body }: Received): number[] {
	const marks = JSON.stringify([path, query, body]).match(MARK) ?? [];
	return [...new Set(marks)].map((mark) => Number(mark) - 7_310_001).sort((one, other) => one - other);
}

/** What samples of an operation need beyond its own fields. */
const SAMPLES: Readonly<Record<string, Pick<SampleOptions, 'values' | 'always'>>> = {
	'apiRequest.request': {
		values: {
			method: 'PUT',
			path: '=/v3/catalog/brands/{{ $json.id }}',
			sendBody: true,
			body: '{"name": "Common Good"}',
		},
	},
	'cart.create': { always: ['line_items'] },
	'cart.addItems': { always: ['line_items'] },
	'coupon.create': { values: { applies_to: 'store' } },
	'coupon.upsert': { values: { applies_to: 'store' } },
	'product.deleteMany': { values: { atMost: 1000 } },
};

/** Parameters of an operation, the same for all items: expressions put the mark of the item in. */
export function markedParameters({ resource, operation, at }: Registered): INodeParameters {
	const { values = {}, always = [] } = SAMPLES[at] ?? {};
	const parameters = sampleParameters(resource, operation, {
		only: 'required',
		values,
		always: [...always, ...neededBy(operation)],
	});
	const { resource: _, operation: __, ...own } = parameters;
	const mark = (fields: readonly Field[], into: INodeParameters) => {
		for (const field of fields) {
			const inner = into[field.name];
			if (isCollection(field)) {
				if (inner !== undefined) mark(field.fields, inner as INodeParameters);
			} else if (inner !== undefined && !(field.name in values)) into[field.name] = marked(field) ?? inner;
		}
	};
	mark(fieldsOf(operation), own);
	return own;
}

/** Optional fields without which there is nothing to do. */
function neededBy(operation: Operation): readonly string[] {
	if (operation.kind === 'upsert') return operation.neededForNew;
	if (operation.kind === 'byFilter')
		return filtersOf(operation).flatMap(({ filter }) => (isId(filter) ? [filter.name] : []));
	const changes = changesOf(operation) ?? [];
	const plain = flatFields(fieldsOf(operation)).find(
		({ name, kind, showFor }) =>
			changes.includes(name) && !showFor && ['text', 'key', 'flag', 'integer'].includes(kind),
	);
	return plain ? [plain.name] : [];
}

const isId = ({ name, kind }: Field): boolean => name === 'id:in' && (kind === 'ids' || kind === 'record');

/** A value of the field that bears the mark of its item, if it can bear one. */
function marked(field: Field): NodeParameterValueType | undefined {
	switch (field.kind) {
		case 'text':
		case 'key':
		case 'words':
			return '={{ $json.text }}';
		case 'id':
		case 'ids':
			return '={{ $json.id }}';
		case 'uuid':
			return '={{ $json.uuid }}';
		case 'record': {
			const value = { id: '={{ $json.id }}', uuid: '={{ $json.uuid }}', text: '={{ $json.text }}' }[
				field.record.idKind
			];
			return { __rl: true, mode: 'id', value };
		}
		case 'object':
			return { ...(sampleValue(field) as INodeParameters), ...entryOf(field.fields) };
		case 'list':
			return { [field.entries[0]!.name]: [entryOf(field.entries[0]!.fields)] };
		default:
			return undefined;
	}
}

const entryOf = (fields: readonly Field[]): INodeParameters =>
	Object.fromEntries(
		fields.filter(({ required }) => required).map((field) => [field.name, marked(field) ?? sampleValue(field)]),
	);
