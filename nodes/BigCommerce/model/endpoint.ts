import type { Method } from '../transport/types';

/** `PUT /v3/catalog/products/{product_id}`, as BigCommerce's reference writes it. */
export type Endpoint<M extends Method = Method> = `${M} /v${2 | 3}/${string}`;
export type ReadEndpoint = Endpoint<'GET'>;
export type WriteEndpoint = Endpoint<'POST' | 'PUT' | 'DELETE'>;

/** One endpoint, or one for each value of a field (the owner of a metafield, for example). */
export type Chosen<T> = T | ByField<T>;

export interface ByField<T> {
	/** Name of the field that decides. */
	byField: string;
	of: Readonly<Record<string, T>>;
}

export const isByField = <T>(chosen: Chosen<T>): chosen is ByField<T> =>
	typeof chosen === 'object' && chosen !== null && 'byField' in chosen;

/** Everything that could be chosen. */
export const allOf = <T>(chosen: Chosen<T>): readonly T[] => (isByField(chosen) ? Object.values(chosen.of) : [chosen]);

/** Splits `GET /v3/catalog/products/{product_id}`. */
export function parseEndpoint<M extends Method>(endpoint: Endpoint<M>): { method: M; path: string } {
	const space = endpoint.indexOf(' ');
	return { method: endpoint.slice(0, space) as M, path: endpoint.slice(space + 1) };
}

/** Puts values, escaped, into the `{…}` of a path. */
export function fillPath(path: string, values: Readonly<Record<string, string>>): string {
	return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

export const isV2 = (endpoint: Endpoint): boolean => endpoint.includes(' /v2/');
