import { ALL_SCOPES } from '../../nodes/BigCommerce/transport/scopes';
import { PROBEABLE_SCOPES } from '../../nodes/BigCommerce/transport/scopeProbes';
import { operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

describe('Store', () => {
	const sandbox = useSandbox({ customers: 2, products: 2, orders: 2 });
	const run = operationsOf('store', sandbox);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;
	const items = [{}, {}];

	describe('Get Information', () => {
		it('gives each item the store, simplified unless told otherwise', async () => {
			const result = await run('get', { simplify: '={{ $itemIndex === 0 }}' }, items);
			const [first, second] = paired(result);
			expect(first).toEqual([0, rowWith({ id: sandbox.store.storeHash, timezone: { name: 'America/Chicago' } })]);
			expect(Object.keys(first?.[1] ?? {})).toHaveLength(10);
			expect(second).toEqual([1, rowWith({ id: sandbox.store.storeHash, features: expect.any(Object) as object })]);
		});

		it('names the scope that the connection lacks', async () => {
			const account = sandbox.store.createApiAccount({ name: 'Orders only', scopes: ['store_v2_orders'] });
			const { error } = await run('get', {}, [{}], { credential: sandbox.credential(account) });
			expect(error?.message).toContain('Information & Settings: read-only (store_v2_information_read_only)');
		});
	});

	describe('Get Time', () => {
		it('gives each item the clock of the store', async () => {
			expect(paired(await run('getTime', {}, items))).toEqual([
				[0, { time: expect.any(Number) as number }],
				[1, { time: expect.any(Number) as number }],
			]);
		});

		it('gives one error row for the item that failed', async () => {
			sandbox.store.faults.next({ match: { path: '/v2/time' }, status: 404, body: [] });
			const rows = paired(await run('getTime', {}, items, continueOnFail));
			expect(rows.filter(([, row]) => row.status === 404)).toHaveLength(1);
			expect(rows.filter(([, row]) => typeof row.time === 'number')).toHaveLength(1);
			expect(rows.every(([, row]) => !('outcome' in row))).toBe(true);
			expect(rows.map(([item]) => item)).toEqual([0, 1]);
		});
	});

	describe('Check Scopes', () => {
		interface Row {
			name: string;
			read?: boolean | string;
			modify?: boolean | string;
		}
		const scopesOf = (row: object | undefined) =>
			Object.fromEntries((row as { scopes: Row[] }).scopes.map((scope) => [scope.name, scope]));

		it('tries out what an API account may read', async () => {
			const scopes = ['store_v2_orders', 'store_v2_products_read_only'];
			const account = sandbox.store.createApiAccount({ name: 'Two scopes', scopes });
			const result = await run('checkScopes', {}, items, { credential: sandbox.credential(account) });
			expect(paired(result).map(([item, { known_from }]) => [item, known_from])).toEqual([
				[0, 'trying out'],
				[1, 'trying out'],
			]);
			const found = scopesOf(result.items[1]?.json);
			expect(Object.keys(found)).toEqual(ALL_SCOPES.map(({ name }) => name));
			// Refunds and transactions aside, each scope opens one area; writing is never tried.
			expect(found.Orders).toEqual({
				name: 'Orders',
				read_only_parameter: 'store_v2_orders_read_only',
				read: true,
				modify_parameter: 'store_v2_orders',
				modify: 'unknown',
			});
			expect(found.Products).toMatchObject({ read: true, modify: 'unknown' });
			expect(found.Customers).toMatchObject({ read: false, modify: false });
			expect(found.Themes).toMatchObject({ read: 'unknown', modify: 'unknown' });
			expect(sandbox.store.requests.all.filter(({ method }) => method !== 'GET')).toEqual([]);
		});

		it('finds every scope of an account that has all', async () => {
			const {
				items: [row],
			} = await run('checkScopes', {});
			const found = scopesOf(row?.json);
			const unread = PROBEABLE_SCOPES.filter(({ name }) => found[name]?.read !== true);
			expect(unread).toEqual([]);
		});

		it('knows all scopes of an app from its token', async () => {
			const scopes = ['store_v2_orders', 'store_v2_products_read_only', 'store_metafield_write'];
			const account = sandbox.store.createApiAccount({ name: 'App', scopes });
			const result = await run('checkScopes', {}, [{}], { credential: sandbox.oAuth2Credential(account) });
			const [row] = result.items;
			expect(row?.json).toMatchObject({ known_from: 'token', granted: scopes, store_hash: sandbox.store.storeHash });
			const found = scopesOf(row?.json);
			expect(found.Orders).toMatchObject({ read: true, modify: true });
			expect(found.Products).toMatchObject({ read: true, modify: false });
			expect(found.Themes).toMatchObject({ read: false, modify: false });
			expect(sandbox.store.requests.all).toHaveLength(1);
		});

		it('leaves open what the store does not answer', async () => {
			sandbox.store.faults.next({ match: { path: '/v2/orders/count' }, status: 500, times: 20 });
			// Without leave to wait, nothing is tried again.
			const {
				items: [row],
			} = await run('checkScopes', { requestOptions: { longestWait: 0 } });
			expect(scopesOf(row?.json).Orders).toMatchObject({ read: 'unknown', modify: 'unknown' });
		});

		it('says that the token does not work, instead of listing it as without scopes', async () => {
			const account = { accessToken: 'wrong', clientSecret: 'wrong' };
			const { error } = await run('checkScopes', {}, [{}], { credential: sandbox.credential(account) });
			expect(error?.message).toContain('BigCommerce did not accept the access token');
			expect(sandbox.store.requests.all).toHaveLength(1);
		});
	});
});
