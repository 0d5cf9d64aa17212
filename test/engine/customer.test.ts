import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
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

	describe('Create', () => {
		it('sends exactly the fields that are set, ten customers per request, and pairs the answers', async () => {
			const names = Array.from({ length: 12 }, (_, index) => `pair${index}`);
			const result = await run('create', fromItem, names.map(person));
			expect(result.error).toBeUndefined();
			expect(paired(result)).toEqual(
				names.map((name, index) => [index, rowWith({ email: `${name}@example.com`, first_name: name })]),
			);
			const bodies = sent('POST').map(({ body }) => body as object[]);
			expect(bodies.map(({ length }) => length).sort()).toEqual([10, 2]);
			expect(bodies.flat()).toContainEqual({ email: 'pair3@example.com', first_name: 'pair3', last_name: 'Tester' });
		});

		it('creates addresses, attributes, password and the rest with the customer', async () => {
			const attribute = (await callStore(sandbox, 'POST', '/v3/customers/attributes', [
				{ name: 'Shoe size', type: 'string' },
			])) as { data: [{ id: number }] };
			const result = await run(
				'create',
				{
					...fromItem,
					simplify: false,
					additionalFields: {
						addresses: {
							values: [
								{
									first_name: 'Ada',
									last_name: 'Tester',
									address1: '1 Main Street',
									city: 'Austin',
									state_or_province: 'Texas',
									postal_code: '78701',
									country_code: 'US',
									additionalFields: { company: 'Example Inc', address_type: 'commercial' },
								},
							],
						},
						attributes: { values: [{ attribute_id: attribute.data[0].id, attribute_value: '39' }] },
						authentication: { new_password: 'Secret-12345' },
						customer_group_id: 0,
						form_fields: {
							values: [
								{ name: 'Colors', value: '["Green","Blue"]' },
								{ name: 'Zip', value: '01234' },
							],
						},
						store_credit_amounts: { values: [{ amount: 12.5 }] },
						trigger_account_created_notification: true,
					},
				},
				[person('ada')],
			);
			expect(result.error).toBeUndefined();
			expect(sent('POST')[0]?.body).toEqual([
				{
					email: 'ada@example.com',
					first_name: 'ada',
					last_name: 'Tester',
					addresses: [
						{
							first_name: 'Ada',
							last_name: 'Tester',
							address1: '1 Main Street',
							city: 'Austin',
							state_or_province: 'Texas',
							postal_code: '78701',
							country_code: 'US',
							company: 'Example Inc',
							address_type: 'commercial',
						},
					],
					attributes: [{ attribute_id: attribute.data[0].id, attribute_value: '39' }],
					authentication: { new_password: 'Secret-12345' },
					customer_group_id: 0,
					form_fields: [
						{ name: 'Colors', value: ['Green', 'Blue'] },
						{ name: 'Zip', value: '01234' },
					],
					store_credit_amounts: [{ amount: 12.5 }],
					trigger_account_created_notification: true,
				},
			]);
			expect(result.items[0]?.json).toMatchObject({
				addresses: [{ city: 'Austin' }],
				store_credit_amounts: [{ amount: 12.5 }],
			});
			expect(JSON.stringify(result.items)).not.toContain('Secret-12345');
		});

		it('finds the guilty record of a batch, and only that one fails', async () => {
			const taken = await emailOf(5);
			sandbox.store.requests.clear();
			const items = Array.from({ length: 10 }, (_, index) => ({
				...person(`guilty${index}`),
				...(index === 6 && { email: taken }),
			}));
			const result = await run('create', fromItem, items, continueOnFail);
			const rows = paired(result);
			expect(rows.map(([item]) => item)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
			expect(rows.filter(([, row]) => 'error' in row).map(([item]) => item)).toEqual([6]);
			expect(rows[6]?.[1]).toMatchObject({ status: 422, error: expect.stringContaining('did not accept') as string });
			expect(rows[7]?.[1]).toMatchObject({ email: 'guilty7@example.com' });
			expect(sent('POST').length).toBeLessThanOrEqual(9);
		});

		it('names the guilty item when the node stops on errors', async () => {
			const items = [person('stop0'), { ...person('stop1'), email: await emailOf(6) }];
			const { error, items: rows } = await run('create', fromItem, items);
			expect(rows).toEqual([]);
			expect(error?.context?.itemIndex).toBe(1);
			expect(error?.description).toContain('1 of 2 items were done');
		});

		it('creates the first of two equal addresses and fails the second', async () => {
			const items = [person('twice'), person('once'), { ...person('twice'), email: 'Twice@Example.com' }];
			const rows = paired(await run('create', fromItem, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ email: 'twice@example.com' })],
				[1, rowWith({ email: 'once@example.com' })],
				[2, rowWith({ status: 422 })],
			]);
		});

		it('refuses an empty email before any request', async () => {
			const { error } = await run('create', fromItem, [person('fine'), { ...person('empty'), email: '' }]);
			expect(error?.message).toContain('Email is empty');
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

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
				[1, rowWith({ error: 'BigCommerce has no such record: 999999' })],
			]);
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
				[0, rowWith({ error: 'BigCommerce has no such record: nobody@example.com' })],
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

		it('does not guess which of them to update', async () => {
			const rows = paired(await run('upsert', fromItem, items, continueOnFail));
			expect(rows).toEqual([
				[
					0,
					rowWith({
						error: '2 records have the email twin@example.com',
						description: expect.stringContaining('41, 42') as string,
					}),
				],
				[1, rowWith({ id: 43 })],
			]);
			expect(sent('PUT').map(({ body }) => body)).toEqual([[rowWith({ id: 43 })]]);
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
				filters: { 'id:in': '={{ $json.ids }}' },
				sorting: { sort: 'date_created:desc' },
			};
			const result = await run('getAll', parameters, [{ ids: '4, 5, 6' }, { ids: [10] }]);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: 6 })],
				[0, rowWith({ id: 5 })],
				[1, rowWith({ id: 10 })],
			]);
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

	describe('Update', () => {
		const parameters = { id: byId('={{ $json.id }}'), updateFields: { notes: '={{ $json.notes }}' } };

		it('sends the ID and the added fields, ten customers per request', async () => {
			const items = [20, 21, 22].map((id) => ({ id, notes: `Note ${id}` }));
			const result = await run('update', { ...parameters, simplify: false }, items);
			expect(paired(result)).toEqual(items.map((item, index) => [index, rowWith(item)]));
			expect(sent('PUT').map(({ body }) => body)).toEqual([items]);
		});

		it('finds the customer that does not exist, and updates the others', async () => {
			const items = [
				{ id: 23, notes: 'a' },
				{ id: 999999, notes: 'b' },
				{ id: 24, notes: '' },
			];
			const rows = paired(await run('update', { ...parameters, simplify: false }, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ id: 23, notes: 'a' })],
				[1, rowWith({ error: expect.any(String) as string })],
				[2, rowWith({ id: 24, notes: '' })],
			]);
		});

		it('makes two changes of one customer in their order', async () => {
			const items = [
				{ id: 25, notes: 'first' },
				{ id: 25, notes: 'second' },
			];
			const rows = paired(await run('update', { ...parameters, simplify: false }, items));
			expect(rows.map(([item, row]) => [item, row.notes])).toEqual([
				[0, 'first'],
				[1, 'second'],
			]);
			expect(sent('PUT').map(({ body }) => body)).toEqual([[items[0]], [items[1]]]);
		});

		it('refuses to change nothing', async () => {
			const { error } = await run('update', { id: byId(3), updateFields: {} });
			expect(error?.message).toContain('Update Fields is empty');
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Create or Update', () => {
		const address = { first_name: 'N', last_name: 'T', address1: '1 Main Street', city: 'Austin', country_code: 'US' };
		const parameters = {
			...fromItem,
			additionalFields: { notes: '={{ $json.notes }}' },
			createFields: {
				addresses: { values: [{ ...address, state_or_province: 'Texas', postal_code: '78701' }] },
				origin_channel_id: '1',
			},
			simplify: false,
		};

		it('creates the missing and updates the others, without the fields for new customers', async () => {
			const existing = await emailOf(30);
			sandbox.store.requests.clear();
			const items = [
				{ ...person('new1'), notes: 'one' },
				{ ...person('known'), email: existing.toUpperCase(), notes: 'two' },
				{ ...person('new2'), notes: 'three' },
			];
			const result = await run('upsert', parameters, items);
			expect(result.error).toBeUndefined();
			expect(paired(result)).toEqual([
				[0, rowWith({ email: 'new1@example.com', notes: 'one' })],
				[1, rowWith({ id: 30, notes: 'two' })],
				[2, rowWith({ email: 'new2@example.com', notes: 'three' })],
			]);
			const [created, updated] = [sent('POST'), sent('PUT')].map((calls) =>
				calls.flatMap(({ body }) => body as object[]),
			);
			expect(created).toHaveLength(2);
			expect(created?.[0]).toMatchObject({ addresses: [address], origin_channel_id: 1 });
			expect(updated?.map((record) => Object.keys(record).sort())).toEqual([
				['email', 'first_name', 'id', 'last_name', 'notes'],
			]);
			expect(sent('GET')).toHaveLength(1);
		});

		it('updates what an earlier item of the same email created', async () => {
			const items = [
				{ ...person('double'), notes: 'first' },
				{ ...person('double'), email: 'DOUBLE@example.com', notes: 'second' },
			];
			const rows = paired(await run('upsert', parameters, items));
			expect(rows.map(([item, row]) => [item, row.notes])).toEqual([
				[0, 'first'],
				[1, 'second'],
			]);
			expect(rows[1]?.[1].id).toBe(rows[0]?.[1].id);
		});

		it('fails only the item that the store refuses', async () => {
			const items = [
				{ ...person('bad'), email: 'not an address', notes: '' },
				{ ...person('good'), notes: '' },
			];
			const rows = paired(await run('upsert', parameters, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ status: 422 })],
				[1, rowWith({ email: 'good@example.com' })],
			]);
		});
	});

	describe('Delete', () => {
		it('deletes fifty per request and gives every item its row', async () => {
			const items = Array.from({ length: 60 }, (_, index) => ({ id: 200 + index }));
			const result = await run('delete', { id: byId('={{ $json.id }}') }, items);
			expect(paired(result)).toEqual(items.map((_, index) => [index, { deleted: true }]));
			expect(sent('DELETE')).toHaveLength(2);
			const { items: left } = await run('getAll', { filters: { 'id:in': '199, 200, 259, 260' } });
			expect(left.map(({ json }) => json.id)).toEqual([199, 260]);
		});

		it('deletes nothing when an ID is bad', async () => {
			const { error } = await run('delete', { id: byId('={{ $json.id }}') }, [{ id: 3 }, { id: ' ' }]);
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('fails every item of a refused request', async () => {
			sandbox.store.faults.next({
				match: { method: 'DELETE' },
				status: 403,
				body: { status: 403, title: 'No permission' },
			});
			const rows = paired(await run('delete', { id: byId('={{ $json.id }}') }, [{ id: 8 }, { id: 9 }], continueOnFail));
			expect(rows).toEqual([0, 1].map((item) => [item, rowWith({ status: 403 })]));
		});
	});

	describe('Validate Credentials', () => {
		it('tells right from wrong passwords', async () => {
			const authentication = { new_password: 'Right-12345' };
			const created = await run('create', { ...fromItem, additionalFields: { authentication } }, [person('login')]);
			const items = [{ password: 'Right-12345' }, { password: 'Wrong-12345' }];
			const result = await run(
				'validateCredentials',
				{ email: 'login@example.com', password: '={{ $json.password }}', additionalFields: { channel_id: 1 } },
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

describe('Customer, many items', () => {
	const sandbox = useSandbox({ plan: 'standard', windowMs: 3000, customers: 0, products: 1, orders: 0 });
	const run = operationsOf('customer', sandbox);

	it('creates 1,000 customers from 1,000 items with 100 requests, though another app has spent the quota', async () => {
		expect(sandbox.store.quota.spend(1000)).toBe(150);
		const items = Array.from({ length: 1000 }, (_, index) => ({ email: `c${index}@example.com`, first: `F${index}` }));
		const result = await run(
			'create',
			{ email: '={{ $json.email }}', first_name: '={{ $json.first }}', last_name: 'Many' },
			items,
		);
		expect(result.error).toBeUndefined();
		expect(paired(result)).toEqual(items.map(({ email }, index) => [index, rowWith({ email })]));
		const created = sandbox.store.requests.matching('POST', CUSTOMERS).filter(({ status }) => status === 200);
		expect(created).toHaveLength(100);
		expect(result.hints.map(({ message }) => message).join()).toContain('waited');
	});
});
