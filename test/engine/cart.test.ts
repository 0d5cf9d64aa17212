import type { INodeParameters } from 'n8n-workflow';

import { byId, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const NOBODYS_CART = 'a0000000-0000-4000-8000-00000000000a';

interface Cart {
	id: string;
	version: number;
	line_items: { physical_items: Array<{ id: string; product_id: number; quantity: number }>; custom_items: object[] };
}

describe('Cart', () => {
	const sandbox = useSandbox({ customers: 3, products: 10, orders: 0 });
	const run = operationsOf('cart', sandbox);
	const requests = (method: string, path: RegExp) => sandbox.store.requests.matching(method, path);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;

	const product = (
		id: number | string,
		quantity: number | string = 1,
		more: INodeParameters = {},
	): INodeParameters => ({
		product_id: id,
		quantity,
		additionalFields: more,
	});

	/** A cart of the store with the given products in it. */
	const makeCart = async (...ids: number[]) => {
		const { items, error } = await run('create', { line_items: { values: ids.map((id) => product(id)) } });
		if (error) throw error;
		sandbox.store.requests.clear();
		return items[0]?.json as unknown as Cart;
	};
	const readCart = async (id: string) => (await run('get', { cartId: id })).items[0]?.json as unknown as Cart;

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
					additionalFields: { customer_id: 2, currency: 'USD', channel_id: '1' },
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

		it('takes as many line items as an expression gives, with dates as objects', async () => {
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
					line_items: { values: [product(5, 1, { option_selections: selections })] },
					additionalFields: { lineItemsJson: '={{ $json.products }}' },
				},
				[
					{
						products: [
							{ product_id: 1, quantity: 2 },
							{ product_id: 3, quantity: 4 },
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
			['no list', { product_id: 1 }, 'Line Items (JSON) must be a list of objects'],
			['a list of IDs', [1, 2], 'Line Items (JSON) must be a list of objects'],
		])('refuses %s before any request', async (_, products, message) => {
			const parameters = { additionalFields: { lineItemsJson: '={{ $json.products }}' } };
			const { error } = await run('create', parameters, [{ products: [{ product_id: 1, quantity: 1 }] }, { products }]);
			expect(error?.message).toBe(message);
			expect(error?.context?.itemIndex).toBe(1);
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

	describe('Add Items', () => {
		it('adds to the same cart one after the other, and to others at the same time', async () => {
			const [first, second] = [await makeCart(1), await makeCart(2)];
			const items = [
				{ cart: first.id, id: 4 },
				{ cart: first.id, id: 5 },
				{ cart: second.id, id: 6 },
				{ cart: NOBODYS_CART, id: 6 },
			];
			const parameters = { cartId: '={{ $json.cart }}', line_items: { values: [product('={{ $json.id }}')] } };
			// The second call would overtake the first.
			sandbox.store.faults.next({ match: { method: 'POST', path: new RegExp(first.id) }, delayMs: 100 });
			const rows = paired(await run('addItems', parameters, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ id: first.id, version: first.version + 1 })],
				[1, rowWith({ id: first.id, version: first.version + 2 })],
				[2, rowWith({ id: second.id })],
				[3, rowWith({ status: 404 })],
			]);
			const held = (await readCart(first.id)).line_items.physical_items.map(({ product_id: id }) => id);
			expect(held).toEqual([1, 4, 5]);
		});

		it('refuses to add nothing', async () => {
			const { error } = await run('addItems', { cartId: NOBODYS_CART, line_items: {} });
			expect(error?.message).toBe('There is nothing to put into the cart');
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Update Item', () => {
		it('changes items of the same cart one after the other', async () => {
			const cart = await makeCart(1, 2);
			const [one, two] = cart.line_items.physical_items;
			const items = [
				{ item: one?.id, product: 1, quantity: 3 },
				{ item: NOBODYS_CART, product: 1, quantity: 3 },
				{ item: two?.id, product: 2, quantity: 5 },
			];
			const parameters = {
				cartId: cart.id,
				itemId: '={{ $json.item }}',
				product_id: '={{ $json.product }}',
				quantity: '={{ $json.quantity }}',
			};
			sandbox.store.faults.next({ match: { method: 'PUT' }, delayMs: 100 });
			const rows = paired(await run('updateItem', parameters, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ id: cart.id, version: cart.version + 1 })],
				[1, rowWith({ status: 404 })],
				[2, rowWith({ id: cart.id, version: cart.version + 2 })],
			]);
			const calls = requests('PUT', /items/);
			expect(calls[0]?.body).toEqual({ line_item: { product_id: 1, quantity: 3 } });
			const { physical_items: held } = (await readCart(cart.id)).line_items;
			expect(held.map(({ quantity }) => quantity)).toEqual([3, 5]);
		});

		it('sends price and version, and refuses a bad item ID', async () => {
			const cart = await makeCart(1);
			const parameters = { cartId: cart.id, product_id: 1, quantity: 1 };
			const additionalFields = { list_price: 0, variant_id: '4', version: cart.version };
			await run('updateItem', { ...parameters, itemId: cart.line_items.physical_items[0]!.id, additionalFields });
			expect(requests('PUT', /items/)[0]?.body).toEqual({
				line_item: { product_id: 1, quantity: 1, list_price: 0, variant_id: 4 },
				version: cart.version,
			});
			sandbox.store.requests.clear();
			const { error } = await run('updateItem', { ...parameters, itemId: '4' });
			expect(error?.message).toContain('Item ID');
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Delete Item', () => {
		it('says when the cart went with its last item', async () => {
			const cart = await makeCart(1, 2);
			const items = cart.line_items.physical_items.map(({ id }) => ({ id }));
			const rows = paired(await run('deleteItem', { cartId: cart.id, itemId: '={{ $json.id }}' }, items));
			expect(rows).toEqual([
				[0, rowWith({ id: cart.id, cart_deleted: false, line_items: expect.anything() as object })],
				[1, { id: cart.id, cart_deleted: true }],
			]);
			expect(requests('DELETE', /items/).map(({ body }) => body)).toEqual([undefined, undefined]);
			const { error } = await run('get', { cartId: cart.id });
			expect(error?.httpCode).toBe('404');
		});

		it('fails the item that is not there', async () => {
			const cart = await makeCart(1, 2);
			const [one] = cart.line_items.physical_items;
			const items = [{ id: NOBODYS_CART }, { id: one?.id }];
			const parameters = { cartId: cart.id, itemId: '={{ $json.id }}', additionalFields: { version: cart.version } };
			const rows = paired(await run('deleteItem', parameters, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ status: 404 })],
				[1, rowWith({ id: cart.id, cart_deleted: false })],
			]);
			expect(requests('DELETE', /items/)[1]?.body).toEqual({ version: cart.version });
		});

		it('does not claim that a cart is deleted when the answer got lost', async () => {
			const cart = await makeCart(1, 2);
			sandbox.store.faults.next({ match: { method: 'DELETE' }, dropConnection: 'after' });
			const parameters = { cartId: cart.id, itemId: cart.line_items.physical_items[0]!.id };
			const { error } = await run('deleteItem', parameters);
			expect(error?.message).toBe('BigCommerce did not answer');
			expect(requests('DELETE', /items/)).toHaveLength(1);
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
