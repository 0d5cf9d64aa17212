import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const CUSTOMERS = '/v3/customers';

describe('Customer, Create', () => {
	const sandbox = useSandbox({ customers: 10, products: 1, orders: 0 });
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
				fields: {
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
								company: 'Example Inc',
								additionalFields: { address_type: 'commercial' },
							},
						],
					},
					attributes: { values: [{ attribute_id: attribute.data[0].id, attribute_value: '39' }] },
					authentication: { new_password: 'Secret-12345' },
					customer_group_id: byId(0),
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
		expect(error?.description).toContain('Nothing was written');
		expect(error?.description).not.toMatch(/run .* again/i);
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

	const addressFromItem = {
		first_name: '={{ $json.first }}',
		last_name: '={{ $json.last }}',
		address1: '={{ $json.address }}',
		address2: '',
		city: '={{ $json.city }}',
		state_or_province: '={{ $json.state }}',
		postal_code: '={{ $json.zip }}',
		country_code: '={{ $json.country }}',
	};

	it('leaves out an address of which only the name is known, and what else has no value', async () => {
		const items = [
			{ ...person('blank'), address: '', city: ' ', state: '', zip: null, country: '', credit: '', group: '' },
			{ ...person('filled'), address: '1 Main Street', city: 'Austin', state: 'Texas', zip: "'01234", country: 'US' },
		];
		const parameters = {
			...fromItem,
			fields: {
				addresses: { values: [addressFromItem] },
				attributes: { values: [{ attribute_id: 1, attribute_value: '={{ $json.attribute }}' }] },
				authentication: { new_password: '' },
				customer_group_id: byId('={{ $json.group }}'),
				form_fields: { values: [{ name: 'Color', value: '' }] },
				store_credit_amounts: { values: [{ amount: '={{ $json.credit }}' }] },
			},
		};
		const result = await run('create', parameters, items);
		expect(result.error).toBeUndefined();
		expect(paired(result)).toEqual([
			[0, rowWith({ email: 'blank@example.com' })],
			[1, rowWith({ email: 'filled@example.com' })],
		]);
		expect(sent('POST').map(({ body }) => body)).toEqual([
			[
				{ email: 'blank@example.com', first_name: 'blank', last_name: 'Tester' },
				{
					email: 'filled@example.com',
					first_name: 'filled',
					last_name: 'Tester',
					addresses: [
						{
							first_name: 'filled',
							last_name: 'Tester',
							address1: '1 Main Street',
							city: 'Austin',
							state_or_province: 'Texas',
							postal_code: '01234',
							country_code: 'US',
						},
					],
				},
			],
		]);
	});

	it('takes addresses from a list of the item, and names all that is wrong with one', async () => {
		const address = {
			first_name: 'A',
			last_name: 'B',
			address1: '1 Main Street',
			city: 'Austin',
			country_code: 'US',
		};
		const more = { state_or_province: 'Texas', postal_code: '78701' };
		const items = [
			{
				...person('several'),
				addresses: [
					{ ...address, ...more },
					{ ...address, ...more, address1: '2 Main Street' },
				],
			},
			{ ...person('half'), addresses: [{ ...address, city: '', country_code: '' }] },
		];
		const parameters = {
			...fromItem,
			fields: { addresses: { fromItem: [{ list: '={{ $json.addresses }}' }] } },
		};
		const rows = paired(await run('create', parameters, items, continueOnFail));
		expect(rows).toEqual([
			[0, rowWith({ email: 'several@example.com' })],
			[1, rowWith({ error: expect.stringMatching(/Addresses 1 > City.*Addresses 1 > Country Code/) as string })],
		]);
		expect((sent('POST')[0]?.body as Array<{ addresses: object[] }>)[0]?.addresses).toHaveLength(2);
	});

	it('refuses an empty email before any request', async () => {
		const { error } = await run('create', fromItem, [person('fine'), { ...person('empty'), email: '' }]);
		expect(error?.message).toContain('Email is empty');
		expect(error?.context?.itemIndex).toBe(1);
		expect(sandbox.store.requests.all).toEqual([]);
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
