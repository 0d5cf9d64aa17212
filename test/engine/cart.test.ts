import { byId, callStore, paired, rowWith } from '../support/runOperation';
import { NOBODYS_CART, product, useCarts } from './cartSetup';

interface Body {
	line_items: Array<{ product_id: number }>;
}

describe('Cart', () => {
	const { sandbox, run, requests, makeCart } = useCarts();
	const continueOnFail = { onError: 'continueRegularOutput' } as const;

	describe('Create', () => {
		it('creates a cart per item with exactly what the item says', async () => {
			const items = [
				{ product: 1, quantity: 2 },
				{ product: '3', quantity: 1 },
			];
			const result = await run(
				'create',
				{
					line_items: { values: [product('={{ $json.product }}', '={{ $json.quantity }}')] },
					additionalFields: { customer_id: byId(2), currency: 'USD', channel_id: byId('1') },
					options: { include: ['redirect_urls'] },
				},
				items,
			);
			expect(result.error).toBeUndefined();
			const holds = (id: number, quantity: number) =>
				rowWith({
					customer_id: 2,
					line_items: rowWith({ physical_items: [rowWith({ product_id: id, quantity })] }),
					redirect_urls: rowWith({ checkout_url: expect.stringContaining('http') as string }),
				});
			expect(paired(result)).toEqual([
				[0, holds(1, 2)],
				[1, holds(3, 1)],
			]);
			const calls = requests('POST', /carts$/);
			expect(calls.map(({ query }) => query.include)).toEqual(['redirect_urls', 'redirect_urls']);
			expect(calls.map(({ body }) => body)).toContainEqual({
				line_items: [{ product_id: 1, quantity: 2 }],
				customer_id: 2,
				currency: { code: 'USD' },
				channel_id: 1,
			});
		});

		it('puts in custom items, gift certificates, option selections and prices', async () => {
			const person = { name: 'Ada', email: 'ada@example.com' };
			const { error, items } = await run('create', {
				line_items: {
					values: [
						product(1, 1, {
							list_price: 0,
							name: 'Gift',
							option_selections: {
								values: [
									{ option_id: 5, option_value: '103' },
									{ option_id: 6, option_value: 'Hello' },
								],
							},
						}),
					],
				},
				additionalFields: {
					custom_items: {
						values: [{ name: 'Engraving', quantity: 1, list_price: 9.5, additionalFields: { sku: 'ENG' } }],
					},
					gift_certificates: {
						values: [
							{
								name: 'Gift',
								theme: 'Boy',
								amount: 25,
								quantity: 1,
								sender: person,
								recipient: person,
								message: 'Enjoy',
							},
						],
					},
				},
			});
			expect(error).toBeUndefined();
			expect(requests('POST', /carts$/)[0]?.body).toEqual({
				line_items: [
					{
						product_id: 1,
						quantity: 1,
						list_price: 0,
						name: 'Gift',
						option_selections: [
							{ option_id: 5, option_value: 103 },
							{ option_id: 6, option_value: 'Hello' },
						],
					},
				],
				custom_items: [{ name: 'Engraving', quantity: 1, list_price: 9.5, sku: 'ENG' }],
				gift_certificates: [
					{
						name: 'Gift',
						theme: 'Boy',
						amount: 25,
						quantity: 1,
						sender: person,
						recipient: person,
						message: 'Enjoy',
					},
				],
			});
			expect(items[0]?.json).toMatchObject({ line_items: { custom_items: [{ name: 'Engraving' }] } });
		});

		it('takes as many line items as a list of the item has, beside entries, with dates as objects', async () => {
			sandbox.store.faults.next({
				match: { method: 'POST' },
				status: 201,
				body: { data: { id: NOBODYS_CART }, meta: {} },
			});
			const date = { day: '01', month: '02', year: '2030' };
			const selections = { values: [{ option_id: 7, option_value: JSON.stringify(date) }] };
			const { error } = await run(
				'create',
				{
					line_items: {
						values: [product(5, 1, { option_selections: selections })],
						fromItem: [{ list: '={{ $json.products }}' }],
					},
				},
				[
					{
						products: [
							{ product_id: 1, quantity: 2 },
							{ product_id: '3', quantity: '4', list_price: '' },
						],
					},
				],
			);
			expect(error).toBeUndefined();
			expect(requests('POST', /carts$/)[0]?.body).toEqual({
				line_items: [
					{ product_id: 5, quantity: 1, option_selections: [{ option_id: 7, option_value: date }] },
					{ product_id: 1, quantity: 2 },
					{ product_id: 3, quantity: 4 },
				],
			});
		});

		it.each([
			['nothing', [], 'There is nothing to put into the cart'],
			['no list', 'two mugs', 'Line Items must be a list'],
			['a list of IDs', [1, 2], 'Line Items 1 must be an object'],
			['a product without a quantity', [{ product_id: 1 }], 'Line Items 1 > Quantity is empty'],
			['a field that there is not', [{ product_id: 1, quantity: 1, qty: 2 }], '"qty"'],
		])('refuses %s before any request', async (_, products, message) => {
			const parameters = { line_items: { fromItem: [{ list: '={{ $json.products }}' }] } };
			const { error } = await run('create', parameters, [{ products: [{ product_id: 1, quantity: 1 }] }, { products }]);
			expect(error?.message).toContain(message);
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('names products by SKU, all with one request', async () => {
			const { data } = (await callStore(sandbox, 'GET', '/v3/catalog/products')) as {
				data: Array<{ id: number; sku: string; type: string }>;
			};
			sandbox.store.requests.clear();
			const [first, second] = data;
			const lines = { values: [{ product_id: { __rl: true, mode: 'sku', value: '={{ $json.sku }}' }, quantity: 1 }] };
			const items = [{ sku: ` ${first?.sku} ` }, { sku: 'NO-SUCH-SKU' }, { sku: second?.sku.toLowerCase() }];
			const rows = paired(await run('create', { line_items: lines }, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ id: expect.any(String) as string })],
				[1, rowWith({ status: 404, error: expect.stringContaining('"NO-SUCH-SKU"') as string })],
				[2, rowWith({ id: expect.any(String) as string })],
			]);
			const ids = requests('POST', /carts$/).map(({ body }) => (body as Body).line_items[0]?.product_id);
			expect(ids.sort()).toEqual([first?.id, second?.id].sort());
			expect(requests('GET', /catalog/)).toHaveLength(1);
		});

		it('sends nothing for what is added but not set', async () => {
			const gift = { name: 'Gift', amount: 25, quantity: 1, theme: 'General', message: '' };
			const person = { name: 'Ada', email: 'ada@example.com' };
			const { error } = await run('create', {
				line_items: { values: [{ ...product(1, 1, { list_price: '', name: '' }), variant_id: byId('') }] },
				additionalFields: {
					gift_certificates: { values: [{ ...gift, sender: person, recipient: person }] },
				},
			});
			expect(error).toBeUndefined();
			expect(requests('POST', /carts$/)[0]?.body).toEqual({
				line_items: [{ product_id: 1, quantity: 1 }],
				gift_certificates: [
					{ name: 'Gift', amount: 25, quantity: 1, theme: 'General', sender: person, recipient: person },
				],
			});
		});

		it('refuses a gift certificate from nobody', async () => {
			const gift = { name: 'Gift', amount: 25, quantity: 1, theme: 'General' };
			const [sender, recipient] = [
				{ name: '', email: '' },
				{ name: 'Ada', email: '' },
			];
			const { error } = await run('create', {
				additionalFields: { gift_certificates: { values: [{ ...gift, sender, recipient }] } },
			});
			for (const field of ['Sender', 'Recipient > Email']) {
				expect(error?.message).toContain(`Gift Certificates 1 > ${field} is empty`);
			}
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('fails only the item whose product does not exist', async () => {
			const parameters = { line_items: { values: [product('={{ $json.id }}')] } };
			const rows = paired(await run('create', parameters, [{ id: 9999 }, { id: 2 }], continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ error: expect.any(String) as string, status: expect.any(Number) as number })],
				[1, rowWith({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string })],
			]);
		});
	});

	describe('Get', () => {
		it('reads one cart per item; a missing one gives an error row', async () => {
			const [first, second] = [await makeCart(1), await makeCart(2, 3)];
			const items = [{ id: second.id }, { id: NOBODYS_CART }, { id: ` ${first.id.toUpperCase()} ` }];
			const rows = paired(await run('get', { cartId: '={{ $json.id }}' }, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ id: second.id })],
				[1, rowWith({ status: 404 })],
				[2, rowWith({ id: first.id })],
			]);
		});

		it.each(['12', '', 'not-a-cart'])('refuses the ID "%s" before any request', async (id) => {
			const { error } = await run('get', { cartId: '={{ $json.id }}' }, [{ id: NOBODYS_CART }, { id }]);
			expect(error?.message).toContain('Cart ID');
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Update Customer', () => {
		it('gives each cart to its customer', async () => {
			const [first, second] = [await makeCart(1), await makeCart(2)];
			const items = [
				{ cart: first.id, customer: 3 },
				{ cart: NOBODYS_CART, customer: 1 },
				{ cart: second.id, customer: 1 },
			];
			const parameters = { cartId: '={{ $json.cart }}', customer_id: byId('={{ $json.customer }}') };
			const rows = paired(await run('updateCustomer', parameters, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ id: first.id, customer_id: 3 })],
				[1, rowWith({ status: 404 })],
				[2, rowWith({ id: second.id, customer_id: 1 })],
			]);
			expect(requests('PUT', /carts/).map(({ body }) => body)).toContainEqual({ customer_id: 3 });
		});

		it('is refused when the cart has changed since it was read', async () => {
			const { id, version } = await makeCart(1);
			const parameters = { cartId: id, customer_id: byId(1), additionalFields: { version } };
			const rows = paired(await run('updateCustomer', parameters, [{}, {}], continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ id, customer_id: 1 })],
				[1, rowWith({ status: 409 })],
			]);
		});
	});

	describe('Delete', () => {
		it('deletes one cart per item', async () => {
			const [first, second] = [await makeCart(1), await makeCart(2)];
			const items = [{ id: first.id }, { id: NOBODYS_CART }, { id: second.id }];
			const rows = paired(await run('delete', { cartId: '={{ $json.id }}' }, items, continueOnFail));
			expect(rows).toEqual([
				[0, { deleted: true }],
				[1, rowWith({ status: 404 })],
				[2, { deleted: true }],
			]);
		});
	});

	describe('Create Redirect URLs', () => {
		it('makes links per item, with parameters if wanted', async () => {
			const [first, second] = [await makeCart(1), await makeCart(2)];
			const parameters = {
				cartId: '={{ $json.id }}',
				additionalFields: {
					query_params: {
						values: [
							{ key: 'utm_source', value: 'n8n' },
							{ key: 'b', value: '2' },
						],
					},
				},
			};
			const items = [{ id: first.id }, { id: NOBODYS_CART }, { id: second.id }];
			const rows = paired(await run('createRedirectUrls', parameters, items, continueOnFail));
			const links = { cart_url: expect.stringContaining('http') as string, checkout_url: expect.anything() as string };
			expect(rows).toEqual([
				[0, rowWith(links)],
				[1, rowWith({ status: 404 })],
				[2, rowWith(links)],
			]);
			expect(requests('POST', /redirect_urls/)[0]?.body).toEqual({ query_params: { utm_source: 'n8n', b: '2' } });
		});

		it('names the scope that the connection lacks', async () => {
			const account = sandbox.store.createApiAccount({ name: 'Reader', scopes: ['store_cart_read_only'] });
			const credential = sandbox.credential(account);
			const { error } = await run('createRedirectUrls', { cartId: NOBODYS_CART }, [{}], { credential });
			expect(error?.message).toContain('Carts: modify (store_cart)');
		});
	});
});
