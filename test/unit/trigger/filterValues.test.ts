import type { IDataObject, INodeExecutionData, INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { filtersProperty } from '../../../nodes/BigCommerce/trigger/catalogue/filterForm';
import { processEvents } from '../../../nodes/BigCommerce/trigger/handling/processing';
import { createHooks, hooksExist } from '../../../nodes/BigCommerce/trigger/hooks/lifecycle';
import { useSandbox } from '../../support/sandbox';
import type { Setup } from './contexts';
import { contextOf } from './contexts';

const sandbox = useSandbox({ orders: 1, products: 1, customers: 1 });

/** Values that narrow nothing, whatever the filter. */
const EMPTY = [null, undefined, '', '   ', '\u200b', [], {}, Number.NaN];
const NO_LISTS = ['abc', ',', '1e1', '11.5', ['11', 'abc'], [[11]], { id: 11 }, true];
const NO_STATUSES = [...NO_LISTS, 15, 2.5, '99', 'Shiped', ['Shipped', 'Sent']];

/** By the name of the filter: values that mean nothing to it. */
const SENSELESS: Record<string, unknown[]> = {
	channels: [...NO_LISTS, -1, 1.5, '-1', 'Shipped', Infinity],
	orderStatusFrom: NO_STATUSES,
	orderStatusTo: NO_STATUSES,
	burstWindow: ['soon', 0, '0', -1, 301, '301', Infinity, true, [10], '0x10', '1e1'],
	skipIncompleteOrders: ['maybe', 2, '2', [true], { on: true }],
	skipExternalSource: [true, ['ERP'], { name: 'ERP' }],
};

const FILTERS = (filtersProperty.options ?? []) as INodeProperties[];

const CASES = FILTERS.flatMap(({ name, displayName }) =>
	[...EMPTY, ...(SENSELESS[name] ?? [])].map((value) => ({ name, displayName, value })),
);

const EVENTS = ['store/order/created', 'store/order/statusUpdated'];

let hashes = 0;
const event = (scope: string, data: IDataObject): INodeExecutionData => ({
	json: {
		scope,
		data,
		hash: `filter-value-${++hashes}`,
		created_at: 1_900_000_000,
		producer: `stores/${sandbox.store.storeHash}`,
	},
});
const statusChange = (id: number, from: number, to: number) =>
	event('store/order/statusUpdated', { id, status: { previous_status_id: from, new_status_id: to } });

const node = (filters: unknown, extra: Partial<Setup> = {}) =>
	contextOf({
		credential: sandbox.credential(),
		parameters: { events: EVENTS, output: 'event', filters } as INodeParameters,
		nodeId: 'filter-values',
		...extra,
	});

/** The IDs of the records whose events pass. */
const passed = async (filters: unknown, items: INodeExecutionData[]) => {
	const outputs = await Promise.all(
		items.map(async (item) => await processEvents(node(filters, { items: [item] }).context)),
	);
	return outputs.flat(2).map(({ json }) => json.id);
};

const errorOf = async (work: Promise<unknown>): Promise<NodeOperationError> => {
	const error: unknown = await work.then(
		(result) => new Error(`It gave ${JSON.stringify(result)}`),
		(reason: unknown) => reason,
	);
	if (error instanceof NodeOperationError) return error;
	throw error;
};

describe('a filter that does not narrow', () => {
	it('can be told of every filter of the form', () => {
		expect(Object.keys(SENSELESS).sort()).toEqual(FILTERS.map(({ name }) => name).sort());
		expect(FILTERS.length).toBeGreaterThan(5);
	});

	it.each(CASES)(
		'$displayName: $value is refused when the workflow is activated',
		async ({ name, displayName, value }) => {
			const { message } = await errorOf(createHooks(node({ [name]: value }).context));
			expect(message).toContain(`Filters > ${displayName}`);
			expect(sandbox.store.requests.all).toEqual([]);
		},
	);

	it.each(CASES)(
		'$displayName: $value fails the execution, and no event passes',
		async ({ name, displayName, value }) => {
			const items = [event('store/order/created', { id: 1 }), event('store/customer/updated', { id: 2 })];
			const { message, description } = await errorOf(processEvents(node({ [name]: value }, { items }).context));
			expect(message).toMatch(new RegExp(`^Filters > ${displayName.replace(/[()]/g, '\\$&')} (is empty\\.|must) `));
			expect(description).toMatch(/^Nothing passes /);
			expect(sandbox.store.requests.all).toEqual([]);
		},
	);

	it('is refused when n8n looks whether the webhooks of an active workflow are there', async () => {
		const staticData: IDataObject = {};
		await createHooks(node({ orderStatusTo: [11] }, { staticData }).context);
		expect(await hooksExist(node({ orderStatusTo: [11] }, { staticData }).context)).toBe(true);
		for (const activation of ['init', 'activate'] as const) {
			const { context } = node({ orderStatusTo: [] }, { staticData, activation });
			expect((await errorOf(hooksExist(context))).message).toMatch(/^Filters > Order Status To is empty\./);
		}
	});

	it.each([
		[{ channels: 'abc' }, ['Filters > Channel Names or IDs must ', '"abc"']],
		[{ orderStatusTo: ['Shipped', 'Sent'] }, ['Filters > Order Status To must ', '"Sent"']],
		[{ burstWindow: 301 }, ['Filters > Only Last of Burst (Seconds) must be at most 300', '"301"']],
		[
			{ channels: 'abc', orderStatusFrom: null },
			['Channel Names or IDs must ', 'Filters > Order Status From is empty'],
		],
	])('is named with its value, as are all others: %p', async (filters, words) => {
		const { message } = await errorOf(processEvents(node(filters).context));
		for (const word of words) expect(message).toContain(word);
	});

	it.each(['channels', [], 5])('is refused when it is all of them: %p', async (filters) => {
		const { message } = await errorOf(processEvents(node(filters).context));
		expect(message).toMatch(/^Filters/);
	});

	it('is not remembered as handled: the event passes when it is run again', async () => {
		const processed = new Set<string>();
		const items = [statusChange(5, 1, 11)];
		await errorOf(processEvents(node({ orderStatusTo: '' }, { items, processed }).context));
		expect((await processEvents(node({ orderStatusTo: 11 }, { items, processed }).context))[0]).toHaveLength(1);
	});

	it.each([
		['continueRegularOutput', (event: IDataObject) => ({ error: words, description: advice, event })],
		['continueErrorOutput', (event: IDataObject) => ({ message: words, error: { description: advice, event } })],
	] as const)('gives items that are no events under %s', async (onError, expected) => {
		const items = [statusChange(5, 1, 11), statusChange(6, 1, 9)];
		const { context } = node({ orderStatusTo: null }, { items, continueOnFail: true, onError });
		expect(await processEvents(context)).toEqual([
			items.map(({ json }, item) => ({ json: expected(json), pairedItem: { item } })),
		]);
	});
	const words = expect.stringMatching(/^Filters > Order Status To is empty\./) as string;
	const advice = expect.stringMatching(/^Nothing passes /) as string;
});

describe('a filter from an expression', () => {
	const changes = () => [statusChange(1, 1, 2), statusChange(2, 7, 11), statusChange(3, 0, 9)];

	it.each([
		[11, [2]],
		['11', [2]],
		[' 11 ', [2]],
		['11,2', [1, 2]],
		['11;2,', [1, 2]],
		[[11, null], [2]],
		['[11, 2]', [1, 2]],
		[
			['2', 11],
			[1, 2],
		],
		['Shipped', [1]],
		['shipped, awaiting fulfillment', [1, 2]],
		[
			['Shipped', 9],
			[1, 3],
		],
		[0, []],
	])('is understood as order statuses: %p', async (orderStatusTo, expected) => {
		expect(await passed({ orderStatusTo }, changes())).toEqual(expected);
	});

	it.each([
		['Incomplete', [3]],
		[
			[7, 'Pending'],
			[1, 2],
		],
	])('is understood as former order statuses: %p', async (orderStatusFrom, expected) => {
		expect(await passed({ orderStatusFrom }, changes())).toEqual(expected);
	});

	it.each([
		[2, [2]],
		['2', [2]],
		['1,2', [1, 2]],
		[
			[1, '2'],
			[1, 2],
		],
		['3', []],
	])('is understood as channels: %p', async (channels, expected) => {
		const items = [1, 2].map((id) => event(`store/channel/${id}/order/created`, { order_id: id }));
		expect(await passed({ channels }, items)).toEqual(expected);
		await createHooks(node({ channels }, { parameters: { events: EVENTS, filters: { channels } } }).context);
		const scopes = sandbox.store.hooks.list().map(({ scope }) => scope);
		expect(scopes.every((scope) => /^store\/channel\/[123]\/order\/(created|statusUpdated)$/.test(scope))).toBe(true);
	});

	it.each([
		[true, [2]],
		['true', [2]],
		['YES', [2]],
		[1, [2]],
		[false, [1, 2]],
		['false', [1, 2]],
		['0', [1, 2]],
	])('is understood as yes or no: %p', async (skipIncompleteOrders, expected) => {
		expect(await passed({ skipIncompleteOrders }, [statusChange(1, 1, 0), statusChange(2, 0, 1)])).toEqual(expected);
	});

	it.each([1, '1', 0.5, '0.5'])('is understood as seconds: %p', async (burstWindow) => {
		const { context } = node({ burstWindow }, { items: [statusChange(1, 1, 2)] });
		context.getExecutionCancelSignal = () => AbortSignal.abort(new Error('It waits'));
		await expect(processEvents(context)).rejects.toThrow('It waits');
	});
});

describe('the form of the filters', () => {
	it('acts untouched only where the form shows what it does', () => {
		const acting = FILTERS.filter(
			({ default: value }) => value !== '' && !(Array.isArray(value) && value.length === 0),
		);
		expect(acting.map(({ displayName, default: value }) => ({ displayName, value }))).toEqual([
			{ displayName: 'Only Last of Burst (Seconds)', value: 10 },
			{ displayName: 'Skip Incomplete Orders', value: true },
		]);
	});
});
