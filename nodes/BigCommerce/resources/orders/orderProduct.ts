import { crud } from '../../model/crud';
import type { Resource } from '../../model/operation';
import { ORDER, ORDER_PRODUCT } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';

export const orderProduct: Resource = crud({
	value: 'orderProduct',
	name: 'Order Product',
	description: 'Lines of orders: which products, how many of them, at what price',
	collection: '/v2/orders/{order_id}/products',
	parents: [pick(ORDER)],
	// BigCommerce calls it so, but means the line.
	key: pick(ORDER_PRODUCT, {
		name: 'product_id',
		description: 'Line of the order, not the product of the catalog',
	}),
	scope: SCOPES.orders,
	has: ['get', 'getAll'],
	simplify: [
		'id',
		'order_id',
		'product_id',
		'variant_id',
		'name',
		'sku',
		'quantity',
		'quantity_shipped',
		{ path: 'total_inc_tax', as: 'number' },
		'order_address_id',
	],
	says: { get: 'Get one line of an order', getAll: 'List the lines of an order, one item for each' },
});
