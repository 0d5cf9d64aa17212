import type { Query } from './query';
import type { JsonObject } from '../types';

/** Applies `include_fields` and `exclude_fields`; the id always stays (fact: common query params). */
export function selectFields(query: Query, idField = 'id'): (record: JsonObject) => JsonObject {
	const included = query.list('include_fields');
	const excluded = query.list('exclude_fields');
	if (included.length === 0 && excluded.length === 0) return (record) => record;
	const wanted = new Set([...included, idField]);
	const unwanted = new Set(excluded.filter((field) => field !== idField));
	return (record) =>
		Object.fromEntries(
			Object.entries(record).filter(([name]) => (included.length === 0 || wanted.has(name)) && !unwanted.has(name)),
		);
}
