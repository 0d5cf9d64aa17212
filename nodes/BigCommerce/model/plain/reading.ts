import { filters, options } from '../collections';
import type { GetOperation, ListOperation, LookUpOperation } from '../operation';
import type { Crud } from './definition';
import { many, onAll, onOne, onTheOnly, shared, singular } from './definition';

const words = (of: Crud) => ({
	value: 'get',
	name: 'Get',
	action: `Get ${singular(of)}`,
	description: of.says?.get ?? `Get one ${singular(of)} by its ID`,
});

export function getOf(of: Crud): GetOperation {
	return {
		kind: 'get',
		...words(of),
		endpoint: onOne('GET', of),
		path: [...(of.parents ?? []), of.key],
		...(of.include ? { query: [options(of.include)] } : {}),
		...shared(of),
	};
}

/** Reads records by a filter of their list, where no path names a single one. */
export function lookUpOf(of: Crud, filter: string): LookUpOperation {
	return {
		kind: 'lookUp',
		...words(of),
		endpoint: onTheOnly('GET', of),
		filter,
		key: of.key,
		row: 'id',
		path: of.parents ?? [],
		...(of.include ? { query: [options(of.include)] } : {}),
		...shared(of),
	};
}

export function listOf(of: Crud): ListOperation {
	const { filters: filterFields = [], sort, include } = of;
	return {
		kind: 'list',
		value: 'getAll',
		name: 'Get Many',
		action: `Get many ${many(of)}`,
		description: of.says?.getAll ?? `List ${many(of)}${filterFields.length > 0 ? ' that match filters' : ''}`,
		endpoint: onAll('GET', of),
		path: of.parents ?? [],
		query: [
			...(filterFields.length > 0 ? [filters(...filterFields)] : []),
			...(sort ? [sort] : []),
			...(include ? [options(include)] : []),
		],
		...(of.shapeQuery ? { shapeQuery: of.shapeQuery } : {}),
		...shared(of),
	};
}

export function countOf(of: Crud): GetOperation {
	const { countFilters = [] } = of;
	return {
		kind: 'get',
		value: 'count',
		name: 'Count',
		action: `Count ${many(of)}`,
		description:
			of.says?.count ?? `Get the number of ${many(of)}${countFilters.length > 0 ? ' that match filters' : ''}`,
		endpoint: `${onTheOnly('GET', of)}/count`,
		scope: of.scope,
		path: of.parents ?? [],
		query: countFilters.length > 0 ? [filters(...countFilters)] : [],
	};
}
