import type { Answer, Call } from './route';
import { pageRequest, pagination, type PageOptions, type Pager } from './answers';
import { invalid } from './errors';
import type { Key } from './table';

const encode = (id: Key): string => Buffer.from(`id:${id}`).toString('base64');

function decode(call: Call, name: 'after' | 'before'): number | undefined {
	const text = call.query.text(name);
	if (!text) return undefined;
	const match = /^id:(\d+)$/.exec(Buffer.from(text, 'base64').toString());
	if (!match) throw invalid({ [name]: `The ${name} cursor is not valid.` });
	return Number(match[1]);
}

/** Index of the record with this id, or where it would stand in a list sorted by id. */
function indexOf(records: readonly { id: Key }[], id: number): number {
	const index = records.findIndex((record) => record.id === id);
	return index >= 0 ? index : records.filter((record) => Number(record.id) < id).length - 0.5;
}

/**
 * v3 list with both kinds of paging: page numbers, and cursors `after`/`before`, which make `page`
 * be ignored and come back on the first page or when one was sent (fact: customers v3 spec).
 */
export function v3CursorPage<T extends { id: Key }>(
	call: Call,
	records: readonly T[],
	shape: (record: T) => unknown = (record) => record,
	options: PageOptions = {},
): Answer {
	const request = pageRequest(call);
	const after = decode(call, 'after');
	const before = decode(call, 'before');
	if (after !== undefined && before !== undefined) {
		throw invalid({ before: 'before and after cannot be used together.' });
	}
	const byCursor = after !== undefined || before !== undefined;
	let start = (request.page - 1) * request.limit;
	let end = start + request.limit;
	if (after !== undefined) {
		start = Math.floor(indexOf(records, after)) + 1;
		end = start + request.limit;
	} else if (before !== undefined) {
		end = Math.ceil(indexOf(records, before));
		start = Math.max(0, end - request.limit);
	}
	const page = records.slice(start, end);
	const data = page.map(shape);
	if (!byCursor && request.page > 1) {
		return {
			status: 200,
			body: { data, meta: { pagination: pagination(call.query, request, records.length, data.length, options) } },
		};
	}
	const first = page[0];
	const last = page[page.length - 1];
	const link = (name: 'after' | 'before', id: Key): string => {
		const parameters = new URLSearchParams(call.query.with({ limit: request.limit }).slice(1));
		for (const other of ['after', 'before', 'page']) parameters.delete(other);
		parameters.set(name, encode(id));
		return `?${parameters.toString()}`;
	};
	const cursors = {
		count: data.length,
		per_page: request.limit,
		...(first && { start_cursor: encode(first.id) }),
		...(last && { end_cursor: encode(last.id) }),
		links: {
			...(first && start > 0 && { previous: link('before', first.id) }),
			...(last && end < records.length && { next: link('after', last.id) }),
			...(options.links !== false && { current: call.query.with({ limit: request.limit }) }),
		},
	};
	return {
		status: 200,
		body: {
			data,
			meta: {
				...(!byCursor && { pagination: pagination(call.query, request, records.length, data.length, options) }),
				cursor_pagination: cursors,
			},
		},
	};
}

/** The same without links but to the pages before and after (seen on a live store: customers, price lists). */
export const cursorsWithoutLinks: Pager = (call, records, shape) =>
	v3CursorPage(call, records, shape, { links: false });
