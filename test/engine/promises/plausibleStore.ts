import type { JsonObject, JsonValue } from '../../../nodes/BigCommerce/transport/types';
import type { Answer, Received } from '../../support/stubStore';
import type { Registered } from './registry';
import { itemsIn, MARKS } from './threeItems';

/** How many writes an item makes, where it is not one. */
const WRITES: Readonly<Record<string, number>> = { 'shipment.create': 2, 'product.deleteMany': 2 };

export const writesPerItem = ({ at }: Registered): number => WRITES[at] ?? 1;

type Reading = (request: Received) => JsonValue;

/** What a read gives where nothing in the request tells it. */
const READINGS: Readonly<Record<string, Reading>> = {
	'cart.updateItem': ({ path }) => {
		const id = path.split('/').at(-1)!;
		return { data: { id, line_items: { physical_items: [{ id, product_id: 1, quantity: 1, options: [] }] } }, meta: {} };
	},
	// Lines that go to two addresses.
	'shipment.create': () =>
		[1, 2].map((id) => ({ id, type: 'physical', order_address_id: id, quantity: 2, quantity_shipped: 0 })),
	// More than one call deletes.
	'product.deleteMany': ({ query }) => {
		const [mark] = String(query['id:in']).split(',');
		const rows = Array.from({ length: 300 }, (_, index) => ({ id: Number(mark) * 1000 + index }));
		const page = Number(query.page ?? 1);
		const size = Number(query.limit ?? 250);
		const own = rows.slice((page - 1) * size, page * size);
		return { data: own, meta: { pagination: { total: rows.length, count: own.length, current_page: page } } };
	},
};

/**
 * Answers as a store does in which all is well: reads give what they ask for, writes give back what was written.
 * @param knows whether the store has the records that a look-up by a key asks for
 */
export function plausibleAnswer({ at, operation }: Registered, request: Received, knows: boolean): Answer {
	const { method, path, query, body } = request;
	if (method === 'DELETE') return { status: 204 };
	if (method === 'GET') {
		const reading = READINGS[at];
		if (reading) return { body: reading(request) };
		if (endsInMark(path)) return { body: wrapped(path, { id: idOf(path.split('/').at(-1)!) }) };
		const isKnown = knows || operation.kind !== 'upsert';
		return { body: listed(path, isKnown ? rowsAsked(query) : []) };
	}
	if (Array.isArray(body)) {
		return { body: wrapped(path, body.map((record, index) => ({ id: 9000 + index, ...(record as JsonObject) }))) };
	}
	const id = itemsIn(request)[0];
	return { body: wrapped(path, { id: id === undefined ? 1 : Number(MARKS[id]), ...(body as JsonObject) }) };
}

const endsInMark = (path: string): boolean => MARKS.some((mark) => path.endsWith(mark));

const idOf = (text: string): string | number => (/^\d+$/.test(text) ? Number(text) : text);

/** A row for each value that a filter names, with that value. */
function rowsAsked(query: Record<string, string>): JsonObject[] {
	const [name = 'id', values = ''] = Object.entries(query).find(([, value]) => MARKS.some((mark) => value.includes(mark))) ?? [];
	return values
		.split(',')
		.filter((value) => value !== '')
		.map((value) => ({ id: Number(/\d{4}/.exec(value)?.[0]), [name.replace(/:in$/, '')]: idOf(value) }));
}

const wrapped = (path: string, data: JsonValue): JsonValue => (path.startsWith('/v2/') ? data : { data, meta: {} });

const listed = (path: string, rows: JsonObject[]): JsonValue =>
	path.startsWith('/v2/')
		? rows
		: { data: rows, meta: { pagination: { total: rows.length, count: rows.length, current_page: 1, total_pages: 1 } } };
