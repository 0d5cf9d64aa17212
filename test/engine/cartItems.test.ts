import type { INodeParameters } from 'n8n-workflow';

import { paired, rowWith } from '../support/runOperation';
import type { Cart } from './cartSetup';
import { NOBODYS_CART, product, useCarts } from './cartSetup';

describe('Items of a cart', () => {
	const { sandbox, run, requests, makeCart, readCart } = useCarts();
	const continueOnFail = { onError: 'continueRegularOutput' } as const;

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

		it('is not sent again when nobody knows whether the items are in the cart', async () => {
			const [first, second] = [await makeCart(1), await makeCart(2)];
			sandbox.store.faults.next({
				match: { method: 'POST', path: new RegExp(first.id) },
				dropConnection: 'after',
			});
			const parameters = { cartId: '={{ $json.id }}', line_items: { values: [product(4)] } };
			const rows = paired(await run('addItems', parameters, [first, second], continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ error: expect.any(String) as string, outcome: 'unknown' })],
				[1, rowWith({ id: second.id })],
			]);
			expect(requests('POST', new RegExp(`${first.id}/items`))).toHaveLength(1);
		});

		it('refuses to add nothing', async () => {
			const { error } = await run('addItems', { cartId: NOBODYS_CART, line_items: {} });
			expect(error?.message).toContain('There is nothing to put into the cart');
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Update Item', () => {
		it('changes items of the same cart one after the other', async () => {
			const cart = await makeCart(1, 2);
			const [one, two] = cart.line_items.physical_items;
			const items = [
				{ item: one?.id, quantity: 3 },
				{ item: NOBODYS_CART, quantity: 3 },
				{ item: two?.id, quantity: 5 },
			];
			const parameters = {
				cartId: cart.id,
				itemId: '={{ $json.item }}',
				updateFields: { quantity: '={{ $json.quantity }}' },
			};
			sandbox.store.faults.next({ match: { method: 'PUT' }, delayMs: 100 });
			const rows = paired(await run('updateItem', parameters, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ id: cart.id, version: cart.version + 1 })],
				[1, rowWith({ status: 404, error: `The cart has no item ${NOBODYS_CART}` })],
				[2, rowWith({ id: cart.id, version: cart.version + 2 })],
			]);
			const { physical_items: held } = (await readCart(cart.id)).line_items;
			expect(held.map(({ quantity }) => quantity)).toEqual([3, 5]);
		});

		it('keeps the quantity where only the price changes, and the price where only the quantity does', async () => {
			const cart = await makeCart(1);
			const itemId = cart.line_items.physical_items[0]!.id;
			const change = async (updateFields: INodeParameters) =>
				await run('updateItem', { cartId: cart.id, itemId, updateFields });
			await change({ quantity: 4 });
			const priced = await change({ list_price: 0 });
			expect(priced.error).toBeUndefined();
			expect(priced.items[0]?.json).toMatchObject({
				line_items: { physical_items: [{ quantity: 4, list_price: 0 }] },
			});
			const [, withPrice] = requests('PUT', /items/).map(({ body }) => body as { line_item: object });
			expect(withPrice?.line_item).toMatchObject({ product_id: 1, quantity: 4, list_price: 0 });
		});

		it('sends the modifiers that the item has again, since BigCommerce drops the others', async () => {
			const itemId = '4b009f3b-51a9-4b9e-aafe-10757ea7c85a';
			const item = {
				id: itemId,
				product_id: 77,
				variant_id: 12,
				quantity: 2,
				options: [
					{ name: 'Color', nameId: 5, value: 'Red', valueId: 103 },
					{ name: 'Engraving', nameId: 6, value: 'For Ada', valueId: null },
				],
			};
			const lines = { physical_items: [item], digital_items: [], custom_items: [], gift_certificates: [] };
			const answer = { data: { id: NOBODYS_CART, line_items: lines }, meta: {} };
			sandbox.store.faults.next({ match: { method: 'GET' }, status: 200, body: answer });
			sandbox.store.faults.next({ match: { method: 'PUT' }, status: 200, body: answer });
			const { error } = await run('updateItem', { cartId: NOBODYS_CART, itemId, updateFields: { quantity: 3 } });
			expect(error).toBeUndefined();
			expect(requests('GET', /carts/)[0]?.query.include).toContain('line_items.physical_items.options');
			expect(requests('PUT', /items/)[0]?.body).toEqual({
				line_item: {
					product_id: 77,
					quantity: 3,
					option_selections: [
						{ option_id: 5, option_value: 103 },
						{ option_id: 6, option_value: 'For Ada' },
					],
				},
			});
		});

		it('says that custom items cannot be changed', async () => {
			const { items } = await run('create', {
				additionalFields: { custom_items: { values: [{ name: 'Engraving', quantity: 1, list_price: 2 }] } },
			});
			const cart = items[0]?.json as unknown as Cart;
			const itemId = cart.line_items.custom_items[0]?.id ?? '';
			const { error } = await run('updateItem', { cartId: cart.id, itemId, updateFields: { quantity: 2 } });
			expect(error?.message).toContain('Only products in a cart can be changed');
			expect(requests('PUT', /items/)).toEqual([]);
		});

		it('sends the version, and refuses bad or no input', async () => {
			const cart = await makeCart(1);
			const parameters = { cartId: cart.id, updateFields: { quantity: 2 } };
			const itemId = cart.line_items.physical_items[0]!.id;
			const additionalFields = { version: cart.version };
			const rows = paired(
				await run('updateItem', { ...parameters, itemId, additionalFields }, [{}, {}], continueOnFail),
			);
			expect(rows).toEqual([
				[0, rowWith({ version: cart.version + 1 })],
				[1, rowWith({ status: 409 })],
			]);
			expect(requests('PUT', /items/)[0]?.body).toMatchObject({ version: cart.version });
			sandbox.store.requests.clear();
			const bad = await run('updateItem', { ...parameters, itemId: '4' });
			expect(bad.error?.message).toContain('Item ID');
			const empty = await run('updateItem', { cartId: cart.id, itemId, updateFields: {} });
			expect(empty.error?.message).toContain('Update Fields is empty');
			const untouched = await run('updateItem', { cartId: cart.id, itemId, updateFields: { quantity: '' } });
			expect(untouched.error?.message).toContain('Update Fields is empty');
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
			expect(error?.message).toContain('it is not known whether the change was made');
			expect(requests('DELETE', /items/)).toHaveLength(1);
		});
	});
});
