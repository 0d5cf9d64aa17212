import { byId, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const CUSTOMERS = '/v3/customers';

describe('Customer', () => {
	const sandbox = useSandbox({ customers: 300, products: 1, orders: 0 });
	const run = operationsOf('customer', sandbox);
	const sent = (method: string) => sandbox.store.requests.matching(method, CUSTOMERS);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;

	/** Parameters whose values come from the items. */
	const fromItem = { email: '={{ $json.email }}', first_name: '={{ $json.first }}', last_name: '={{ $json.last }}' };
	const person = (name: string) => ({ email: `${name}@example.com`, first: name, last: 'Tester' });
	const emailOf = async (id: number) => {
		const { items } = await run('get', { id: byId(id) });
		return items[0]?.json.email as string;
	};

	describe('Get', () => {
		it('reads many items with one request and gives each its own customer', async () => {
			const ids = [7, 3, 7, 12];
			const result = await run(
				'get',
				{ id: byId('={{ $json.id }}') },
				ids.map((id) => ({ id })),
			);
			expect(paired(result)).toEqual(ids.map((id, index) => [index, rowWith({ id })]));
			expect(sent('GET')).toHaveLength(1);
			expect(sent('GET')[0]?.query['id:in']).toBe('7,3,12');
		});

		it('returns what Include asks for', async () => {
			const { items } = await run('get', {
				id: byId(3),
				simplify: false,
				options: { include: ['addresses', 'storecredit'] },
			});
			expect(items[0]?.json).toMatchObject({ addresses: [{ customer_id: 3 }], store_credit_amounts: [{ amount: 0 }] });
		});

		it('says for which item there is no customer', async () => {
			const items = [{ id: 3 }, { id: 999999 }];
			const rows = paired(await run('get', { id: byId('={{ $json.id }}') }, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ id: 3 })],
				[1, rowWith({ error: 'BigCommerce has no customer 999999', status: 404 })],
			]);
		});

		it('returns nothing for who does not exist when asked to', async () => {
			const parameters = { id: byId('={{ $json.id }}'), requestOptions: { whenNotFound: 'returnNothing' } };
			const result = await run('get', parameters, [{ id: 999999 }, { id: 3 }]);
			expect(paired(result)).toEqual([[1, rowWith({ id: 3 })]]);
		});

		it('finds customers by email as well, all with one request', async () => {
			const items = [{ email: await emailOf(8) }, { email: 'nobody@example.com' }, { email: ` ${await emailOf(9)}` }];
			sandbox.store.requests.clear();
			const parameters = { id: { __rl: true, mode: 'email', value: '={{ $json.email }}' } };
			const rows = paired(await run('get', parameters, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ id: 8 })],
				[1, rowWith({ status: 404, error: expect.stringContaining('nobody@example.com') as string })],
				[2, rowWith({ id: 9 })],
			]);
			expect(sent('GET').map(({ query }) => query['email:in'] ?? query['id:in'])).toHaveLength(2);
		});

		it.each(['abc', '0', '-4', '1.5', ''])('refuses the ID "%s" before any request', async (id) => {
			const { error } = await run('get', { id: byId('={{ $json.id }}') }, [{ id: '3' }, { id }]);
			expect(error?.message).toContain('Customer');
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('names the scope that the connection lacks', async () => {
			const account = sandbox.store.createApiAccount({ name: 'Orders only', scopes: ['store_v2_orders'] });
			const { error } = await run('get', { id: byId(3) }, [{}], { credential: sandbox.credential(account) });
			expect(error?.message).toContain('Customers: read-only (store_v2_customers_read_only)');
		});
	});

	describe('Get by Email', () => {
		it('reads many items with one request, whatever the case of the letters', async () => {
			const emails = [await emailOf(9), (await emailOf(2)).toUpperCase()];
			sandbox.store.requests.clear();
			const result = await run(
				'getByEmail',
				{ email: '={{ $json.email }}' },
				emails.map((email) => ({ email })),
			);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: 9 })],
				[1, rowWith({ id: 2 })],
			]);
			expect(sent('GET')).toHaveLength(1);
		});

		it('fails the item whose address nobody has', async () => {
			const items = [{ email: 'nobody@example.com' }, { email: await emailOf(4) }];
			const rows = paired(await run('getByEmail', { email: '={{ $json.email }}' }, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ status: 404, error: expect.stringContaining('"nobody@example.com"') as string })],
				[1, rowWith({ id: 4 })],
			]);
		});
	});

	describe('where storefronts keep their customers apart', () => {
		const twins = [
			{ id: 41, email: 'twin@example.com', channel_ids: [1] },
			{ id: 42, email: 'Twin@example.com', channel_ids: [2] },
			{ id: 43, email: 'single@example.com' },
		];
		const items = [person('twin'), person('single')];
		beforeEach(() =>
			sandbox.store.faults.next({ match: { method: 'GET' }, status: 200, body: { data: twins, meta: {} } }),
		);

		it('returns every customer of an address', async () => {
			const rows = paired(await run('getByEmail', { email: '={{ $json.email }}' }, items));
			expect(rows.map(([item, { id }]) => [item, id])).toEqual([
				[0, 41],
				[0, 42],
				[1, 43],
			]);
		});
	});

	describe('Get Many', () => {
		it('reads all pages behind the cursors', async () => {
			const { items } = await run('getAll', { returnAll: true });
			expect(items.length).toBeGreaterThanOrEqual(300);
			expect(new Set(items.map(({ json }) => json.id)).size).toBe(items.length);
			expect(sent('GET').length).toBe(Math.ceil(items.length / 250));
		});

		it('keeps limit, filters and sorting, per item', async () => {
			const parameters = {
				limit: 2,
				filters: { 'id:in': byId('={{ $json.ids }}') },
				sorting: { sort: 'date_created', direction: 'desc' },
			};
			const result = await run('getAll', parameters, [{ ids: '4, 5, 6' }, { ids: [10] }]);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: 6 })],
				[0, rowWith({ id: 5 })],
				[1, rowWith({ id: 10 })],
			]);
		});

		it.each(['', null, [], '  '])('refuses a filter that gives %j instead of listing everybody', async (emails) => {
			const parameters = { filters: { 'email:in': '={{ $json.emails }}' } };
			const items = [{ emails: 'amy@example.com' }, { emails }];
			const { error } = await run('getAll', parameters, items);
			expect(error?.message).toContain('Emails is empty');
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('gives one error row for a list that the store refuses', async () => {
			sandbox.store.faults.next({
				match: { path: CUSTOMERS },
				status: 422,
				body: { status: 422, title: 'No.', errors: {} },
			});
			const result = await run('getAll', {}, [{}], continueOnFail);
			expect(paired(result)).toEqual([[0, rowWith({ status: 422 })]]);
		});
	});

	describe('Validate Credentials', () => {
		it('tells right from wrong passwords', async () => {
			const authentication = { new_password: 'Right-12345' };
			const created = await run('create', { ...fromItem, newFields: { authentication } }, [person('login')]);
			const items = [{ password: 'Right-12345' }, { password: 'Wrong-12345' }];
			const result = await run(
				'validateCredentials',
				{ email: 'login@example.com', password: '={{ $json.password }}', additionalFields: { channel_id: byId(1) } },
				items,
			);
			expect(paired(result)).toEqual([
				[0, { customer_id: created.items[0]?.json.id, is_valid: true }],
				[1, { customer_id: null, is_valid: false }],
			]);
		});

		it('is sent again after a fault of the store, since it changes nothing', async () => {
			sandbox.store.faults.next({ match: { path: /validate-credentials/ }, status: 503 });
			const { error } = await run('validateCredentials', { email: 'a@example.com', password: 'x' });
			expect(error).toBeUndefined();
			expect(sandbox.store.requests.matching('POST', /validate-credentials/)).toHaveLength(2);
		});

		it('gives one error row for a refusal', async () => {
			const result = await run('validateCredentials', { email: 'not an address', password: 'x' }, [{}], continueOnFail);
			expect(paired(result)).toEqual([[0, rowWith({ status: 422 })]]);
			expect(JSON.stringify(result.items)).not.toContain('"x"');
		});
	});
});
