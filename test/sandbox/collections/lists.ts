import { v2Page, v3Page, type Pager } from '../core/answers';
import { problem } from '../core/errors';
import { filtered, filterParameter, sortBy, type Filter } from '../core/filter';
import type { Answer, Call } from '../core/route';
import type { Row } from '../core/table';
import type { Collection } from './collection';
import type { Sorting } from './declaration';

/** The filters of a declaration, each with its query parameter. */
function filtersOf({ declaration, id }: Collection, call: Pick<Call, 'store'>): Filter<Row>[] {
	return Object.entries(declaration.filters ?? {}).flatMap(([name, ways]) => {
		const [words, reader] = typeof ways === 'string' ? [ways, undefined] : ways;
		const field = name === id ? 'id' : name;
		const read = (record: Row): unknown => (reader ? reader(record, call.store) : record[field]);
		return words.split(' ').map((way) => ({ parameter: filterParameter(name, way), way, read }));
	});
}

/** Records that the query's filters leave. */
export const selected = (collection: Collection, call: Call): readonly Row[] =>
	filtered(collection.within(call), call.query, filtersOf(collection, call));

export function list(collection: Collection, call: Call): Answer {
	const records = inOrder(collection, call, selected(collection, call));
	const page: Pager = collection.declaration.paging ?? (collection.isV2 ? v2Page : v3Page);
	return page(call, records, collection.viewer(call));
}

/** Sorted as the query asks for, else as the declaration says. @throws for an unknown field or direction */
export function inOrder(
	{ declaration, id, style, isV2 }: Collection,
	call: Call,
	records: readonly Row[],
): readonly Row[] {
	const { sort, order } = declaration;
	const [field, direction] = (sort && wanted(sort, id, call)) ?? order?.split(':') ?? [id, 'asc'];
	const isKnown = field === id || sort?.fields.includes(field ?? '') || field === order?.split(':')[0];
	if (!isKnown || (direction !== 'asc' && direction !== 'desc')) {
		throw problem(style, isV2 ? 400 : 422, 'The sort field is not valid.', { sort: 'error.sort.invalid' });
	}
	if (field === id && direction === 'asc') return records;
	return sortBy(records, (record) => record[!field || field === id ? 'id' : field], direction);
}

/** Field and direction of the query; undefined when it names neither. */
function wanted({ style }: Sorting, id: string, { query }: Call): (string | undefined)[] | undefined {
	if (style === 'one parameter') {
		const [field, direction = 'asc'] = (query.text('sort') ?? '').split(':');
		return field ? [field, direction] : undefined;
	}
	if (!query.has('sort') && !query.has('direction')) return undefined;
	return [query.text('sort') || id, query.text('direction') ?? 'asc'];
}
