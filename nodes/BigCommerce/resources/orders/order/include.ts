import type { Part, Rest } from '../../../model/parts';
import { SCOPES } from '../../../transport/scopes';
import type { JsonObject, JsonValue, Query } from '../../../transport/types';
import { isObject, objectsIn } from '../objects';

/** What comes with the order itself when asked for; the value is what BigCommerce calls it in the query. */
export const INLINE: ReadonlyArray<readonly [value: string, name: string]> = [
	['consignments', 'Consignments'],
	['consignments.line_items', 'Consignments with Products'],
	['fees', 'Fees'],
];

/** What Get reads by calls of its own; the field is where it comes in. */
export const PARTS: readonly Part[] = [
	{ field: 'coupons', name: 'Coupons', endpoint: 'GET /v2/orders/{order_id}/coupons' },
	{ field: 'messages', name: 'Messages', endpoint: 'GET /v2/orders/{order_id}/messages' },
	{ field: 'products', name: 'Products', endpoint: 'GET /v2/orders/{order_id}/products' },
	{
		field: 'refunds',
		name: 'Refunds',
		endpoint: 'GET /v3/orders/{order_id}/payment_actions/refunds',
		scopes: [SCOPES.orders, SCOPES.transactions],
	},
	{ field: 'shipments', name: 'Shipments', endpoint: 'GET /v2/orders/{order_id}/shipments' },
	{
		field: 'shipping_addresses',
		name: 'Shipping Addresses',
		endpoint: 'GET /v2/orders/{order_id}/shipping_addresses',
	},
	{ field: 'taxes', name: 'Taxes', endpoint: 'GET /v2/orders/{order_id}/taxes', query: { details: 'true' } },
	{
		field: 'transactions',
		name: 'Transactions',
		endpoint: 'GET /v3/orders/{order_id}/transactions',
		scopes: [SCOPES.transactions],
	},
];

/** BigCommerce gives consignments only in the structure that is asked for, and knows one. */
export function withConsignments(query: Query): Query {
	const asked = [query.include ?? []].flat().some((part) => String(part).startsWith('consignments'));
	return asked ? { ...query, consignment_structure: 'object' } : query;
}

/** How BigCommerce says that it has left out lines of a consignment: it gives 50 at most. */
const WARNING = '__warning__';

const isCut = (consignment: JsonObject): boolean => WARNING in consignment;

/** What of the consignments holds lines; gift certificates have a list each. */
const KINDS = ['shipping', 'pickups', 'downloads'];

/** Consignments that were cut get their lines from the list of all of them. */
export const consignmentLines: Rest = {
	endpoint: 'GET /v2/orders/{order_id}/products',
	path: { order_id: 'id' },
	isMissing: ({ consignments }) => isObject(consignments) && all(consignments).some(isCut),
	complete: (order, lines) => {
		const { consignments } = order;
		return isObject(consignments) ? { ...order, consignments: completed(consignments, lines) } : order;
	},
};

const all = (consignments: JsonObject): JsonObject[] => KINDS.flatMap((kind) => objectsIn(consignments[kind]));

function completed(consignments: JsonObject, lines: readonly JsonObject[]): JsonObject {
	const changed = KINDS.filter((kind) => kind in consignments).map((kind) => [
		kind,
		objectsIn(consignments[kind]).map((consignment) => (isCut(consignment) ? whole(consignment, lines) : consignment)),
	]);
	return { ...consignments, ...(Object.fromEntries(changed) as JsonObject) };
}

/** Lines that are delivered as those are that the consignment has, belong to it as well. */
function whole({ [WARNING]: _, ...consignment }: JsonObject, lines: readonly JsonObject[]): JsonObject {
	const ids = new Set(objectsIn(consignment.line_items).map(({ id }) => id));
	const ways = new Set(lines.filter(({ id }) => ids.has(id)).map(wayOf));
	return { ...consignment, line_items: lines.filter((line) => ways.has(wayOf(line))) };
}

const wayOf = ({ type, order_address_id, order_pickup_method_id }: JsonObject): string =>
	JSON.stringify([type, order_address_id, order_pickup_method_id] satisfies Array<JsonValue | undefined>);
