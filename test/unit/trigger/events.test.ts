import {
	channelOf,
	EVENTS,
	inOneChannel,
	isChannelEvent,
	recordOf,
	scopeIn,
} from '../../../nodes/BigCommerce/trigger/catalogue/events';
import { identify } from '../../../nodes/BigCommerce/trigger/catalogue/eventId';
import { requestOf } from '../../../nodes/BigCommerce/trigger/handling/enrichment';
import type { Lookup } from '../../../nodes/BigCommerce/trigger/catalogue/lookups';

type Data = Record<string, unknown>;

/** The call and the ID that an event leads to. */
function fetched(scope: string, data: Data): { id: unknown; path: string | undefined; query?: unknown } {
	const { id, lookup } = recordOf(scope);
	const fields = { channel_id: channelOf(scope), ...data };
	const chosen: Lookup | undefined = typeof lookup === 'function' ? lookup(fields) : lookup;
	const request = chosen && requestOf(chosen, fields, false);
	const query = request?.query;
	return {
		...(identify(data, id) as { id: unknown }),
		path: request?.path,
		...(query && Object.keys(query).length > 0 ? { query } : {}),
	};
}

it('lists every event once, in alphabetical order', () => {
	const names = EVENTS.map(({ displayName }) => displayName);
	expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other)));
	expect(new Set(names).size).toBe(names.length);
	expect(new Set(EVENTS.map(({ scope }) => scope)).size).toBe(EVENTS.length);
	expect(EVENTS.length).toBeGreaterThan(130);
});

it.each([
	['store/order/created', { type: 'order', id: 250 }, 250, '/v2/orders/250'],
	['store/order/message/created', { id: 250, message: { order_message_id: 3 } }, 3, '/v2/orders/250/messages'],
	['store/order/refund/created', { id: 250, refund: { refund_id: 9 } }, 9, '/v3/orders/payment_actions/refunds/9'],
	['store/order/transaction/created', { order_id: '250', transaction_id: '7' }, '7', '/v3/orders/250/transactions'],
	['store/shipment/created', { id: 12, orderId: 251 }, 12, '/v2/orders/251/shipments/12'],
	[
		'store/product/inventory/order/updated',
		{ id: 167, inventory: { product_id: 167 } },
		167,
		'/v3/catalog/products/167',
	],
	[
		'store/sku/updated',
		{ id: 461, sku: { product_id: 206, variant_id: 509 } },
		461,
		'/v3/catalog/products/206/variants/509',
	],
	[
		'store/sku/inventory/updated',
		{ id: 461, inventory: { product_id: 206, variant_id: 509 } },
		461,
		'/v3/catalog/products/206/variants/509',
	],
	['store/modifier/updated', { id: 5, affected_product_ids: [77, 78] }, 5, '/v3/catalog/products/77/modifiers/5'],
	[
		'store/priceList/record/updated',
		{ price_list_id: 2, variant_id: 3, currency: 'usd' },
		3,
		'/v3/pricelists/2/records/3/usd',
	],
	[
		'store/priceList/records/updated',
		{ price_list_id: 2, variant_id: 3, currency_code: 'usd' },
		3,
		'/v3/pricelists/2/records/3/usd',
	],
	['store/cart/abandoned', { id: '0934-ab', token: 'x' }, '0934-ab', '/v3/carts/0934-ab'],
	['store/cart/converted', { id: '0934-ab', orderId: 252 }, '0934-ab', '/v2/orders/252'],
	['store/cart/lineItem/deleted', { id: '743b', cartId: 'b038' }, '743b', '/v3/carts/b038'],
	[
		'store/metafield/created',
		{ metafield_id: 4, resource_id: '118', resource_type: 'Order' },
		4,
		'/v3/orders/118/metafields/4',
	],
	['store/product/metafield/updated', { metafield_id: 4, resource_id: '7' }, 4, '/v3/catalog/products/7/metafields/4'],
	['store/information/updated', { type: 'store' }, undefined, '/v2/store'],
	['store/hook/deliveryException', { type: 'webhook', id: 7, error_code: 90001 }, 7, '/v3/hooks/7'],
	['store/channel/2/order/created', { order_id: 250 }, 250, '/v2/orders/250'],
	['store/channel/2/order/message/created', { order_id: 250 }, 250, '/v2/orders/250'],
	['store/channel/2/cart/abandoned', { cart_id: '0934-ab' }, '0934-ab', '/v3/carts/0934-ab'],
	['store/channel/2/cart/lineItem/created', { cart_id: 'b038', cart_item_id: '743b' }, '743b', '/v3/carts/b038'],
	['store/channel/2/category/product/assigned', { product_id: 9 }, 9, '/v3/catalog/products/9'],
	['store/channel/2/settings/site/updated', { site_id: 1001 }, 1001, '/v3/sites/1001'],
	['store/channel/2/settings/site/checkoutUrl/deleted', { site_id: 1001 }, 1001, '/v3/sites/1001'],
	[
		'store/channel/2/email/templates/updated',
		{ template_kind: 'return_email' },
		'return_email',
		'/v3/marketing/email-templates/return_email',
	],
	['store/channel/2/notifications/abandonedCart/updated', {}, undefined, '/v3/abandoned-carts/settings/channels/2'],
])('%s: finds the ID and the record', (scope, data, id, path) => {
	const found = fetched(scope, data);
	expect([found.id, found.path]).toEqual([id, path]);
});

it.each([
	['store/customer/created', { id: 32 }, '/v3/customers', { 'id:in': '32' }],
	[
		'store/customer/address/updated',
		{ id: 60, address: { customer_id: 32 } },
		'/v3/customers/addresses',
		{ 'id:in': '60' },
	],
	['store/category/updated', { id: 42 }, '/v3/catalog/trees/categories', { 'category_id:in': '42' }],
	['store/inventory/location/updated', { location_id: 2 }, '/v3/inventory/locations', { 'location_id:in': '2' }],
	[
		'store/channel/*/inventory/product/low_stock_reached',
		{ variant_id: 3, product_id: 4, location_id: 2 },
		'/v3/inventory/locations/2/items',
		{ 'variant_id:in': '3' },
	],
	['store/channel/2/cart/converted', { cart_id: '0934-ab' }, '/v2/orders', { cart_id: '0934-ab' }],
	[
		'store/channel/2/category/updated',
		{ category_id: 35, tree_id: 1 },
		'/v3/catalog/trees/categories',
		{ 'category_id:in': '35' },
	],
	['store/channel/2/settings/SEO/updated', {}, '/v3/settings/storefront/seo', { channel_id: '2' }],
])('%s: asks a list for one row', (scope, data, path, query) => {
	expect(fetched(scope, data)).toMatchObject({ path, query });
});

it('knows channel events by their number, and unknown ones by their family', () => {
	expect(recordOf('store/channel/1/inventory/product/stock_changed')).toEqual(
		recordOf('store/channel/*/inventory/product/stock_changed'),
	);
	expect(recordOf('store/order/somethingNew').lookup).toBe(recordOf('store/order/created').lookup);
	expect(recordOf('store/order/created/').lookup).toBe(recordOf('store/order/created').lookup);
	expect(recordOf('something/else/created')).toEqual({
		kind: undefined,
		id: undefined,
		lookup: undefined,
		gone: false,
	});
	expect(identify({ order_id: 5 }, undefined)).toEqual({ id: 5 });
	expect(identify({ type: 'store' }, undefined)).toEqual({});
});

it('knows what is gone when it was deleted', () => {
	for (const { scope } of EVENTS.filter(
		(event) => event.scope.endsWith('/deleted') && !event.scope.includes('lineItem'),
	)) {
		const outlives = scope.includes('/{channel_id}/');
		expect([scope, recordOf(scope).gone]).toEqual([scope, !outlives]);
	}
});

it('lists an event of the whole store and of one channel once, and those of channels alone by themselves', () => {
	const listed = EVENTS.map(({ scope }) => scope);
	expect(listed).toContain('store/order/created');
	expect(listed).toContain('store/channel/{channel_id}/page/created');
	expect(listed).not.toContain('store/channel/{channel_id}/order/created');
	expect(inOneChannel('store/order/*')).toBe('store/channel/{channel_id}/order/*');
	expect(inOneChannel('store/product/created')).toBeUndefined();
	expect(isChannelEvent('store/channel/{channel_id}/page/created')).toBe(true);
	expect(isChannelEvent('store/channel/*/inventory/product/stock_changed')).toBe(false);
	expect(scopeIn(3, 'store/channel/{channel_id}/page/created')).toBe('store/channel/3/page/created');
	expect(channelOf('store/channel/3/page/created')).toBe(3);
	expect(channelOf('store/channel/*/inventory/product/stock_changed')).toBeUndefined();
});

it.each([
	[{}],
	[{ id: '' }],
	[{ id: null }],
	[{ id: '../../v3/hooks' }],
	[{ id: '1?limit=1' }],
	[{ id: { a: 1 } }],
	[{ id: 'a'.repeat(99) }],
])('makes no call with the ID of %j', (data) => {
	expect(fetched('store/order/created', data).path).toBeUndefined();
	expect(fetched('store/customer/created', data).path).toBeUndefined();
});
