import { writes } from '../../../nodes/BigCommerce/model/facts';
import type { Field } from '../../../nodes/BigCommerce/model/field';
import { sampleParameters } from '../../support/operationSamples';
import { stubStore } from '../../support/stubStore';
import { attempt, filtersOf, REGISTERED, textOfFault } from './registry';

/** A filter that is there narrows: without a value it is refused by its name, and nothing is read or written. */
const filtering = REGISTERED.filter(({ operation }) => filtersOf(operation).length > 0);

const EMPTY: ReadonlyArray<[name: string, value: string]> = [
	['untouched', ''],
	['null', '={{ null }}'],
	['undefined', '={{ undefined }}'],
	['NaN', '={{ 0 / 0 }}'],
	['an empty text', "={{ '' }}"],
	['an empty list', '={{ [] }}'],
];

const asStored = (filter: Field, value: string): unknown =>
	filter.kind === 'record' ? { __rl: true, mode: 'id', value } : value;

const emptyStore = () => stubStore(() => ({ body: { data: [], meta: {} } }));

describe('A filter without a value', () => {
	it('is tried on every filter of the nodes', () => {
		expect(filtering.length).toBeGreaterThan(8);
	});

	const cases = filtering.flatMap((registered) =>
		EMPTY.map(([name, value]) => ({ ...registered, name: `${registered.at}, ${name}`, value })),
	);

	it.each(cases)('is refused by its name: $name', async ({ value, ...registered }) => {
		const { resource, operation } = registered;
		const wrong: string[] = [];
		for (const { filter, collection } of filtersOf(operation)) {
			const store = emptyStore();
			const { resource: _, operation: __, ...needed } = sampleParameters(resource, operation, { only: 'required' });
			const result = await attempt(registered, store, {
				parameters: { ...needed, [collection!.name]: { [filter.name]: asStored(filter, value) } } as never,
			});
			const text = textOfFault(result);
			if (store.received.length > 0) wrong.push(`${filter.displayName}: ${store.received[0]!.path} was asked`);
			if (!text.includes(filter.displayName)) wrong.push(`${filter.displayName}: ${text || 'not refused'}`);
		}
		expect(wrong).toEqual([]);
	});

	const lists = filtering.filter(({ operation }) => operation.kind === 'list');

	it.each(lists)('of an agent is left out of $at, and named in the output', async (registered) => {
		const { resource, operation } = registered;
		const [{ filter, collection } = { filter: undefined, collection: undefined }] = filtersOf(operation);
		const store = stubStore(() => ({ body: { data: [{ id: 1 }], meta: {} } }));
		const { resource: _, operation: __, ...needed } = sampleParameters(resource, operation, { only: 'required' });
		const result = await attempt(registered, store, {
			parameters: { ...needed, [collection!.name]: { [filter!.name]: asStored(filter!, '={{ null }}') } } as never,
			asTool: true,
		});
		expect(result.error).toBeUndefined();
		expect(store.received.length).toBeGreaterThan(0);
		for (const { json } of result.items) expect(json.filters_not_applied).toEqual([filter!.displayName]);
	});

	const others = filtering.filter(({ operation }) => operation.kind !== 'list');

	it.each(others)('of an agent is refused where it decides what $at counts or changes', async (registered) => {
		const { resource, operation } = registered;
		const [{ filter, collection } = { filter: undefined, collection: undefined }] = filtersOf(operation);
		const store = emptyStore();
		const { resource: _, operation: __, ...needed } = sampleParameters(resource, operation, { only: 'required' });
		const result = await attempt(registered, store, {
			parameters: { ...needed, [collection!.name]: { [filter!.name]: asStored(filter!, '={{ null }}') } } as never,
			asTool: true,
		});
		expect(textOfFault(result)).toContain(filter!.displayName);
		expect(store.received).toEqual([]);
	});
});

describe('What changes or deletes by filter', () => {
	const byFilter = REGISTERED.filter(({ operation }) => operation.kind === 'byFilter');

	it.each(byFilter)('$at needs a filter and a number', async (registered) => {
		expect(writes(registered.operation)).toBe(true);
		const store = emptyStore();
		const result = await attempt(registered, store, { parameters: {} });
		expect(textOfFault(result)).toContain('At Most');
		expect(store.received).toEqual([]);
	});
});
