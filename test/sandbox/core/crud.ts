import type { z } from 'zod';
import type { Store } from '../data/store';
import { noContent, ok, v2Page, v3Data, v3Page } from './answers';
import { notFound } from './errors';
import { filterV2, filterV3, type FilterFields } from './filter';
import { pathId, readBody } from './input';
import type { Answer, Call, Method, Route } from './route';
import type { Scope } from './scopes';

/** The part of a table that a plain resource needs. */
export interface Records<T> {
	all(): readonly T[];
	get(id: number): T | undefined;
	add(record: Omit<T, 'id'>): T;
	put(record: T): T;
	delete(id: number): boolean;
}

type Output<S extends z.ZodTypeAny> = z.output<S>;

/** A resource with ids: what it lists, and what it may do beyond reading. */
export interface Resource<T extends { id: number }, C extends z.ZodTypeAny, U extends z.ZodTypeAny> {
	/** Collection, with the version, e.g. `/v3/pricelists`. */
	path: string;
	/** Name of the path parameter that holds the id; without it there is no single record. */
	idParam?: string;
	scope: Scope;
	records: (store: Store) => Records<T>;
	filters?: FilterFields<T>;
	shape?: (record: T, call: Call) => unknown;
	/** Instead of the plain paged list of the API version. */
	list?: (call: Call, records: readonly T[], shape: (record: T) => unknown) => Answer;
	create?: { schema: C; status?: 200 | 201; make: (input: Output<C>, call: Call) => Omit<T, 'id'> };
	update?: { schema: U; change: (record: T, input: Output<U>, call: Call) => T };
	canDelete?: boolean;
	concurrency?: number;
	/** Told after a write. */
	changed?: (call: Call, record: T, what: 'created' | 'updated' | 'deleted') => void;
}

/** Routes of a plain resource, v2 (bare) or v3 (`{data, meta}`) by its path. */
export function crudRoutes<T extends { id: number }, C extends z.ZodTypeAny, U extends z.ZodTypeAny>(
	resource: Resource<T, C, U>,
): Route[] {
	const { path, idParam, scope, records, create, update, changed } = resource;
	const isV2 = path.startsWith('/v2');
	const single = `${path}/{${idParam}}`;
	const shaper = (call: Call) => (record: T) => resource.shape?.(record, call) ?? record;
	const shown = (call: Call, record: T, status = 200): Answer =>
		isV2 ? ok(shaper(call)(record), status) : v3Data(shaper(call)(record), status);
	const find = (call: Call): T => {
		const record = records(call.store).get(pathId(call, idParam ?? ''));
		if (!record) throw notFound(call.version);
		return record;
	};
	const route = (method: Method, routePath: string, handle: Route['handle']): Route => ({
		method,
		path: routePath,
		scope,
		handle,
		...(resource.concurrency !== undefined && { concurrency: resource.concurrency }),
	});

	const routes = [
		route('GET', path, (call) => {
			const filter = isV2 ? filterV2 : filterV3;
			const page = resource.list ?? (isV2 ? v2Page : v3Page);
			return page(call, filter(records(call.store).all(), call.query, resource.filters ?? {}), shaper(call));
		}),
	];
	if (create) {
		routes.push(
			route('POST', path, (call) => {
				const made = records(call.store).add(create.make(readBody<C>(call, create.schema), call));
				changed?.(call, made, 'created');
				return shown(call, made, create.status ?? (isV2 ? 201 : 200));
			}),
		);
	}
	if (idParam) routes.push(route('GET', single, (call) => shown(call, find(call))));
	if (update) {
		routes.push(
			route('PUT', single, (call) => {
				const record = find(call);
				const input = readBody<U>(call, update.schema);
				const put = records(call.store).put(update.change(record, input, call));
				changed?.(call, put, 'updated');
				return shown(call, put);
			}),
		);
	}
	if (resource.canDelete) {
		routes.push(
			route('DELETE', single, (call) => {
				const record = isV2 ? find(call) : records(call.store).get(pathId(call, idParam ?? ''));
				if (record) {
					records(call.store).delete(record.id);
					changed?.(call, record, 'deleted');
				}
				return noContent;
			}),
		);
	}
	return routes;
}
