import type { Operation } from '../../../nodes/BigCommerce/model/operation';
import type { JsonObject, JsonValue } from '../../../nodes/BigCommerce/transport/types';
import type { Answer, Received } from '../../support/stubStore';
import type { Registered } from './registry';
import { itemsIn, markOf } from './markedItems';

/** How many writes an item makes, where it is not one. */
const WRITES: Readonly<Record<string, number>> = { 'shipment.create': 2, 'product.deleteMany': 2 };

export const writesPerItem = ({ at }: Registered): number => WRITES[at] ?? 1;

type Reading = (request: Received) => JsonValue;

/** What a read gives where nothing in the request tells it. */
const READINGS: Readonly<Record<string, Reading>> = {
	'cart.updateItem': ({ path }) => {
		const id = path.split('/').at(-1)!;
		return {
			data: { id, line_items: { physical_items: [{ id, product_id: 1, quantity: 1, options: [] }] } },
			meta: {},
		};
	},
	// Lines that go to two addresses.
	'shipment.create': () =>
		[1, 2].map((id) => ({ id, type: 'physical', order_address_id: id, quantity: 2, quantity_shipped: 0 })),
	// More than one call deletes.
	'product.deleteMany': ({ path, query }) => {
		const [mark] = String(query['id:in']).split(',');
		const rows = Array.from({ length: 300 }, (_, index) => ({ id: Number(mark) * 1000 + index }));
		return paged(path, query, rows);
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
		return { body: paged(path, query, isKnown ? rowsAsked(query, keysOf(operation)) : []) };
	}
	if (Array.isArray(body)) {
		return {
			body: wrapped(
				path,
				body.map((record, index) => ({ id: 9000 + index, ...(record as JsonObject) })),
			),
		};
	}
	const id = itemsIn(request)[0];
	return { body: wrapped(path, { id: id === undefined ? 1 : Number(markOf(id)), ...(body as JsonObject) }) };
}

const endsInMark = (path: string): boolean => /73100\d\d$/.test(path);

const idOf = (text: string): string | number => (/^\d+$/.test(text) ? Number(text) : text);

/** Fields by which rows are compared. */
function keysOf(operation: Operation): readonly string[] {
	if (operation.kind === 'upsert') return operation.find.rows ?? operation.key;
	return operation.kind === 'lookUp' ? [operation.row] : [];
}

/** So many records has a store. */
const RECORDS = 60;

/** A row for each value that a filter names, with that value; without such a filter, one for each item that may be. */
function rowsAsked(query: Record<string, string>, keys: readonly string[]): JsonObject[] {
	const filter = Object.entries(query).find(([, value]) => /73100\d\d/.test(value));
	if (!filter) {
		return Array.from({ length: RECORDS }, (_, item) => ({
			...Object.fromEntries(keys.map((key) => [key, `mark${markOf(item)}`])),
			id: Number(markOf(item)),
		}));
	}
	const [name, values] = filter;
	return values
		.split(',')
		.filter((value) => value !== '')
		.map((value) => ({ id: Number(/\d{7}/.exec(value)?.[0]), [name.replace(/:in$/, '')]: idOf(value) }));
}

const wrapped = (path: string, data: JsonValue): JsonValue => (path.startsWith('/v2/') ? data : { data, meta: {} });

function paged(path: string, query: Record<string, string>, rows: readonly JsonObject[]): JsonValue {
	const page = Number(query.page ?? 1);
	const size = Number(query.limit ?? 250);
	const own = rows.slice((page - 1) * size, page * size);
	if (path.startsWith('/v2/')) return own;
	const pagination = { total: rows.length, count: own.length, per_page: size, current_page: page };
	return { data: own, meta: { pagination: { ...pagination, total_pages: Math.ceil(rows.length / size) } } };
}
