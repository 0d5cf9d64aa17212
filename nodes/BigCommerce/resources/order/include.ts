import type { Pagination } from '../../transport/pagination';
import { SCOPES } from '../../transport/scopes';
import type { Scope } from '../../transport/scopes';
import type { Query } from '../../transport/types';
import type { Endpoint } from '../types';

/** How a part of an order is read: by a call of its own. */
interface Part {
	/** As the form shows it. */
	name: string;
	endpoint: Endpoint;
	pagination: Pagination;
	query?: Query;
	/** Any one of them. Default: the scope of orders. */
	scopes?: readonly Scope[];
}

/** What Include adds to an order with calls of its own; the key is the field that it comes in. */
export const PARTS: Readonly<Record<string, Part>> = {
	products: { name: 'Products', endpoint: 'GET /v2/orders/{order_id}/products', pagination: 'v2' },
	shipping_addresses: {
		name: 'Shipping Addresses',
		endpoint: 'GET /v2/orders/{order_id}/shipping_addresses',
		pagination: 'v2',
	},
	shipments: { name: 'Shipments', endpoint: 'GET /v2/orders/{order_id}/shipments', pagination: 'v2' },
	coupons: { name: 'Coupons', endpoint: 'GET /v2/orders/{order_id}/coupons', pagination: 'v2' },
	taxes: {
		name: 'Taxes',
		endpoint: 'GET /v2/orders/{order_id}/taxes',
		pagination: 'v2',
		query: { details: 'true' },
	},
	messages: { name: 'Messages', endpoint: 'GET /v2/orders/{order_id}/messages', pagination: 'v2' },
	transactions: {
		name: 'Transactions',
		endpoint: 'GET /v3/orders/{order_id}/transactions',
		pagination: 'none',
		scopes: [SCOPES.transactions],
	},
	refunds: {
		name: 'Refunds',
		endpoint: 'GET /v3/orders/{order_id}/payment_actions/refunds',
		pagination: 'none',
		scopes: [SCOPES.orders, SCOPES.transactions],
	},
};

/** What comes with the order itself when asked for; the value is what BigCommerce calls it in the query. */
export const INLINE: Readonly<Record<string, { name: string; include: string }>> = {
	consignments: { name: 'Consignments', include: 'consignments.line_items' },
	fees: { name: 'Fees', include: 'fees' },
};

/** BigCommerce gives consignments only in the structure that is asked for, and knows one. */
export function withConsignments(query: Query): Query {
	const asked = [query.include ?? []].flat().some((part) => String(part).startsWith('consignments'));
	return asked ? { ...query, consignment_structure: 'object' } : query;
}
