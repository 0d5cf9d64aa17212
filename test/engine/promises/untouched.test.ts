import { bodyFields, fieldsOf, writes } from '../../../nodes/BigCommerce/model/facts';
import type { Field } from '../../../nodes/BigCommerce/model/field';
import { stubStore } from '../../support/stubStore';
import { attempt, REGISTERED, textOfFault } from './registry';

/** Only what a person set is written: an operation as it stands in the editor before anybody has touched its form. */
const writing = REGISTERED.filter(({ operation }) => writes(operation));

const isAsked = (field: Field, path: readonly Field[] = []) => (field.required ?? false) || path.includes(field);

describe('A form that nobody has touched', () => {
	it('is shown for every write', () => {
		expect(writing.length).toBeGreaterThan(30);
	});

	it.each(writing)('$at writes nothing, and names the field that it misses', async (registered) => {
		const { operation } = registered;
		const store = stubStore(() => ({ status: 404, body: { status: 404, title: 'No record in this store' } }));
		const result = await attempt(registered, store, { parameters: {} });
		expect(store.received.filter(({ method }) => method !== 'GET')).toEqual([]);
		const asked = fieldsOf(operation).filter((field) => isAsked(field, operation.path));
		const text = textOfFault(result);
		expect(text).not.toBe('');
		if (asked.length > 0) expect(asked.some(({ displayName }) => text.includes(displayName))).toBe(true);
	});

	it.each(writing)('$at holds no number, amount, text or date', ({ operation }) => {
		const preset = (field: Field): string[] => {
			if (field.kind === 'object' || field.kind === 'fields') return field.fields.flatMap(preset);
			if (field.kind === 'list') return field.entries.flatMap(({ fields }) => fields.flatMap(preset));
			const has = 'preset' in field && field.preset !== undefined;
			return has && ['number', 'integer', 'money', 'amount', 'id'].includes(field.kind) ? [field.name] : [];
		};
		expect([...(operation.path ?? []), ...bodyFields(operation)].flatMap(preset)).toEqual([]);
	});
});

describe('A collection whose fields are added and left as they stand', () => {
	const optionalOf = (fields: readonly Field[]) =>
		fields.flatMap((field) =>
			field.kind === 'fields' && (field.role === 'additional' || field.role === 'update')
				? field.fields.map((inner) => ({ collection: field, inner }))
				: [],
		);
	const added = writing.flatMap((registered) =>
		optionalOf(fieldsOf(registered.operation)).length > 0 ? [registered] : [],
	);

	/** A toggle alone shows a value, and so counts as set. */
	const untouched = (field: Field): unknown => {
		switch (field.kind) {
			case 'flag':
				return undefined;
			case 'choices':
				return [];
			case 'object':
			case 'list':
				return {};
			case 'record':
				return { __rl: true, mode: 'list', value: '' };
			default:
				return '';
		}
	};

	it.each(added)('$at writes none of them', async (registered) => {
		const collections = new Map<string, Record<string, unknown>>();
		for (const { collection, inner } of optionalOf(fieldsOf(registered.operation))) {
			const value = untouched(inner);
			if (value === undefined || inner.kind === 'list') continue;
			const own = collections.get(collection.name) ?? {};
			own[inner.name] = value;
			collections.set(collection.name, own);
		}
		const store = stubStore(() => ({ status: 404, body: { status: 404, title: 'No record in this store' } }));
		await attempt(registered, store, { parameters: Object.fromEntries(collections) as never });
		expect(store.received.filter(({ method }) => method !== 'GET')).toEqual([]);
	});
});
