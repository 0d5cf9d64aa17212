import { operationsOf, byId, callStore, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';
import { useSkippedTime } from '../support/skippedTime';
import type { Fault } from '../sandbox';

const PRODUCTS = '/v3/catalog/products';
const create = { name: '={{ $json.name }}', type: 'physical', price: 1, weight: 1 };
const page = '<!DOCTYPE html><html><body>Bad gateway</body></html>';

describe('A fault of the store', () => {
	const time = useSkippedTime();
	const sandbox = useSandbox({ products: 100, customers: 1, orders: 0 });
	const run = operationsOf('product', sandbox);
	const requests = (method: string) => sandbox.store.requests.all.filter((each) => each.method === method);
	const strike = (fault: Fault) => sandbox.store.faults.next(fault);
	const productsNamed = async (name: string) =>
		((await callStore(sandbox, 'GET', `${PRODUCTS}?name=${name}`)) as { data: unknown[] }).data;

	const FAULTS: Array<[string, Fault]> = [
		['500 with a web page', { status: 500, html: page }],
		['502 with a web page', { status: 502, html: page }],
		['503 without a body', { status: 503 }],
		['504 with JSON', { status: 504, body: { status: 504, title: 'Gateway timeout' } }],
		['a connection broken before the store acted', { dropConnection: 'before' }],
		['a connection broken after the store acted', { dropConnection: 'after' }],
	];

	describe.each(FAULTS)('%s', (_, fault) => {
		it('is waited out by a call that reads, changes or deletes', async () => {
			strike({ ...fault, match: { method: 'GET' }, times: 2 });
			const got = await run('get', { product_id: byId(1) });
			expect(paired(got)).toEqual([[0, rowWith({ id: 1 })]]);
			expect(requests('GET')).toHaveLength(3);
			expect(time.sleeps).toHaveLength(2);

			strike({ ...fault, match: { method: 'PUT' } });
			const updated = await run('update', { product_id: byId(2), fields: { price: 3 } });
			expect(paired(updated)).toEqual([[0, rowWith({ id: 2, price: 3 })]]);
			expect(requests('PUT')).toHaveLength(2);

			const { data } = (await callStore(sandbox, 'POST', PRODUCTS, {
				name: `Gone ${_}`,
				type: 'physical',
				price: 1,
				weight: 1,
			})) as {
				data: { id: number };
			};
			strike({ ...fault, match: { method: 'DELETE' } });
			const deleted = await run('delete', { product_id: byId(data.id) });
			expect(paired(deleted)).toEqual([[0, { deleted: true }]]);
			expect(requests('DELETE')).toHaveLength(2);
		});

		it('is not answered by creating a second time', async () => {
			strike({ ...fault, match: { method: 'POST' } });
			const { error } = await run('create', create, [{ name: 'OnlyOnce' }]);
			expect(error?.message).toMatch(
				/(could not answer|did not answer).*, so it is not known whether the change was made/,
			);
			expect(error?.description).toMatch(/^Check in the store whether/);
			expect(error?.description).not.toMatch(/does no harm/);
			expect(requests('POST')).toHaveLength(1);
			expect(time.sleeps).toEqual([]);
		});

		it('leaves the outcome of just that item unknown', async () => {
			strike({ ...fault, match: { method: 'POST' } });
			const items = [{ name: `First ${_}` }, { name: `Second ${_}` }];
			const result = await run('create', create, items, { onError: 'continueRegularOutput' });
			const rows = paired(result);
			expect(rows.map(([item]) => item)).toEqual([0, 1]);
			expect(rows.map(([, { outcome }]) => outcome).sort()).toEqual(['unknown', undefined].sort());
			expect(result.hints).toContainEqual(
				rowWith({ type: 'warning', message: expect.stringContaining('answer') as string }),
			);
		});

		it('that does not pass ends in an error', async () => {
			strike({ ...fault, match: { method: 'GET' }, times: 100 });
			const { error } = await run('get', { product_id: byId(1) });
			expect(error?.message).toMatch(/could not answer|did not answer/);
			expect(JSON.stringify(error)).not.toMatch(/DOCTYPE|<html/);
			expect(requests('GET')).toHaveLength(5);
			sandbox.store.faults.clear();
		});
	});

	it('says that the record may have been written, when it was', async () => {
		strike({ match: { method: 'POST' }, dropConnection: 'after' });
		const { error } = await run('create', create, [{ name: 'WrittenAllTheSame' }]);
		expect(error?.message).toContain('it is not known whether the change was made');
		expect(error?.description).toContain('The answer of item 0 was lost');
		expect(await productsNamed('WrittenAllTheSame')).toHaveLength(1);
	});

	it('takes a web page where data should be for a fault', async () => {
		strike({ match: { method: 'GET' }, status: 200, html: page });
		const { items } = await run('get', { product_id: byId(1) });
		expect(items[0]?.json).toMatchObject({ id: 1 });
		expect(requests('GET')).toHaveLength(2);
	});

	it('waits no longer than the timeout for an answer', async () => {
		strike({ match: { method: 'POST' }, delayMs: 4_000 });
		const options = { requestOptions: { timeout: 1 } };
		const { error, durationMs } = await run('create', { ...create, ...options }, [{ name: 'TooSlow' }]);
		expect(error?.message).toContain('BigCommerce did not answer');
		expect(durationMs).toBeLessThan(3_800);
	});

	it('repeats even a creation when the store could not be reached at all', async () => {
		const { type, data } = sandbox.credential();
		const credential = { type, data: { ...data, apiUrl: 'http://127.0.0.1:9' } };
		const { error } = await run('create', create, [{ name: 'Unreached' }], { credential });
		expect(error?.message).toBe('BigCommerce could not be reached');
		expect(error?.description).toContain('http://127.0.0.1:9');
		expect(time.sleeps).toHaveLength(4);
	});
});

describe('A push-back without quota headers', () => {
	const time = useSkippedTime();
	const sandbox = useSandbox({ products: 10, customers: 1, orders: 0 });
	const run = operationsOf('product', sandbox);

	it('is waited out by any call, longer every time', async () => {
		sandbox.store.faults.next({ status: 429, body: { status: 429, title: 'Too many requests' }, times: 4 });
		const result = await run('create', create, [{ name: 'Patient' }]);
		expect(paired(result)).toEqual([[0, rowWith({ name: 'Patient' })]]);
		expect(sandbox.store.requests.matching('POST', PRODUCTS)).toHaveLength(5);
		const [first = 0, , , last = 0] = time.sleeps;
		expect(last).toBeGreaterThan(first * 2);
	});

	it('waits as long as the store asks', async () => {
		sandbox.store.faults.next({ status: 429, headers: { 'X-Retry-After': '17' } });
		const { error } = await run('get', { product_id: byId(1) });
		expect(error).toBeUndefined();
		expect(Math.max(...time.sleeps)).toBeGreaterThanOrEqual(17_000);
	});

	it('that does not end is an error that says how to get on', async () => {
		sandbox.store.faults.next({ status: 429, times: 100 });
		const { error } = await run('get', { product_id: byId(1) });
		expect(error?.message).toContain('The store is too busy to take more requests');
		expect(error?.description).toContain('Longest Wait');
		sandbox.store.faults.clear();
	});
});

describe('A spent quota', () => {
	const time = useSkippedTime();
	const sandbox = useSandbox({ products: 100, customers: 1, orders: 0, quota: 10, windowMs: 30_000, clock: time });
	const run = operationsOf('product', sandbox);
	const ids = Array.from({ length: 35 }, (_, index) => ({ id: index + 1 }));

	it('is waited out together: no item fails, and next to nothing is refused', async () => {
		const result = await run('get', { product_id: byId('={{ $json.id }}') }, ids);
		expect(result.error).toBeUndefined();
		expect(paired(result).map(([item, row]) => [item, row.id])).toEqual(ids.map(({ id }, index) => [index, id]));
		expect(sandbox.store.requests.all.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(3);
		expect(result.hints).toContainEqual(rowWith({ message: expect.stringContaining('waited') as string }));
	});

	it('is shared with other apps of the store', async () => {
		sandbox.store.quota.spend(10);
		const result = await run(
			'create',
			create,
			ids.slice(0, 5).map(({ id }) => ({ name: `Shared ${id}` })),
		);
		expect(result.error).toBeUndefined();
		expect(result.items).toHaveLength(5);
	});

	it('is not waited for when the node may not wait', async () => {
		const parameters = { product_id: byId('={{ $json.id }}'), requestOptions: { longestWait: 0 } };
		const { error } = await run('get', parameters, ids);
		expect(error?.message).toContain('would take too long');
		expect(error?.description).toContain('Longest Wait');
	});
});

describe('A user who stops the execution', () => {
	const sandbox = useSandbox({ products: 20, customers: 1, orders: 0, quota: 3, windowMs: 30_000 });
	const run = operationsOf('product', sandbox);

	it('ends all waiting at once', async () => {
		const ids = Array.from({ length: 12 }, (_, index) => ({ id: index + 1 }));
		const { status, durationMs } = await run('get', { product_id: byId('={{ $json.id }}') }, ids, {
			abortAfterMs: 400,
		});
		expect(status).toBe('canceled');
		expect(durationMs).toBeLessThan(10_000);
		expect(sandbox.store.requests.all.length).toBeLessThan(ids.length);
	});
});
