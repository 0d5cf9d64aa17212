import { CARTS } from './endpoints/carts';
import { CATALOG } from './endpoints/catalog';
import { CHANNELS } from './endpoints/channels';
import { CONTENT } from './endpoints/content';
import { CUSTOMERS } from './endpoints/customers';
import { INVENTORY } from './endpoints/inventory';
import { MARKETING } from './endpoints/marketing';
import { ORDERS } from './endpoints/orders';
import { PRICING } from './endpoints/pricing';
import { STORE } from './endpoints/store';
import type { EndpointCap, EndpointFacts, EndpointTable, PathFacts, ReadFacts, WriteFacts } from './endpoints/types';
import type { Method, Query } from './types';

export type { EndpointCap, EndpointFacts, Pagination } from './endpoints/types';

/** Every path of the store's API that BigCommerce's reference describes. */
export const ENDPOINTS: EndpointTable = {
	...CATALOG,
	...PRICING,
	...INVENTORY,
	...ORDERS,
	...CUSTOMERS,
	...CARTS,
	...MARKETING,
	...CONTENT,
	...CHANNELS,
	...STORE,
};

/** The largest page where nothing else is known; BigCommerce documents no larger one for most of its lists. */
const USUAL_PAGE = 250;
const BY_ID = ['id'];

/** The paths as a tree of their parts, so that a look-up walks a handful of steps. */
interface Branch {
	fixed: Map<string, Branch>;
	parameter: Branch | undefined;
	/** A path that ends here. Two paths may differ in the names of their parameters only. */
	ends: Array<{ template: string; facts: PathFacts }>;
}

const branch = (): Branch => ({ fixed: new Map(), parameter: undefined, ends: [] });

const tree = Object.entries(ENDPOINTS).reduce<Branch>((root, [template, facts]) => {
	let at = root;
	for (const part of partsOf(template)) {
		if (isParameter(part)) at = at.parameter ??= branch();
		else {
			let next = at.fixed.get(part);
			if (!next) at.fixed.set(part, (next = branch()));
			at = next;
		}
	}
	at.ends.push({ template, facts });
	return root;
}, branch());

/**
 * What is known of an endpoint.
 * @param path concrete or as BigCommerce's reference writes it, from `/v2/` or `/v3/` on, without a query
 * @returns for a path that the reference does not have: defaults, with `template` undefined
 */
export function factsOf(method: Method, path: string): EndpointFacts {
	const ends = find(tree, partsOf(path), 0);
	const end = ends?.find(({ facts }) => facts[method]) ?? ends?.[0];
	const read: ReadFacts | undefined = method === 'GET' ? end?.facts.GET : undefined;
	const write: WriteFacts | undefined = method === 'GET' ? undefined : end?.facts[method];
	return {
		method,
		template: end?.template,
		isDescribed: end?.facts[method] !== undefined,
		pagination: read ? (read.pagination ?? 'none') : 'auto',
		pageSize: read?.pageSize ?? USUAL_PAGE,
		pageSizeWhen: read?.pageSizeWhen,
		rowKey: read?.rowKey ?? BY_ID,
		sortById: read?.sortById,
		idFilters: read?.idFilters,
		listKey: read?.listKey,
		cursorField: read?.cursorField,
		count: read?.count,
		batch: write?.batch,
		concurrency: capOf(method, end?.template, read ?? write),
		deleteFilters: write?.deleteFilters,
		deletesByBody: write?.deletesByBody ?? false,
	};
}

/** Rows per page at most, for a list with this query. */
export function pageSizeFor({ pageSize, pageSizeWhen }: EndpointFacts, query: Query = {}): number {
	if (!pageSizeWhen) return pageSize;
	const named = [query[pageSizeWhen.parameter] ?? ''].flat().join(',').split(',');
	return pageSizeWhen.names.some((name) => named.includes(name)) ? pageSizeWhen.most : pageSize;
}

function capOf(
	method: Method,
	template: string | undefined,
	facts: ReadFacts | WriteFacts | undefined,
): EndpointCap | undefined {
	if (facts?.concurrency === undefined) return undefined;
	const group = 'concurrencyGroup' in facts ? facts.concurrencyGroup : undefined;
	return { key: group ?? `${method} ${template}`, most: facts.concurrency };
}

/** Fixed parts win over parameters: `/v3/customers/addresses` is no customer. */
function find({ fixed, parameter, ends }: Branch, parts: readonly string[], from: number): Branch['ends'] | undefined {
	const part = parts[from];
	if (part === undefined) return ends.length > 0 ? ends : undefined;
	const next = fixed.get(part);
	const found = next && find(next, parts, from + 1);
	return found ?? (parameter && find(parameter, parts, from + 1));
}

function partsOf(path: string): string[] {
	return path.split('/').slice(1);
}

function isParameter(part: string): boolean {
	return part.startsWith('{');
}
