import { ApiFailure } from './failure';
import type { Scope } from './scopes';
import { SCOPES } from './scopes';
import type { StoreApi } from './storeApi';
import type { Query } from './types';

interface Probe {
	path: string;
	query?: Query;
}

const NO_RECORD = '00000000-0000-4000-8000-000000000000';

/**
 * The cheapest call that each scope opens for reading. BigCommerce has no call that lists the scopes of
 * a token, and nothing but a write can prove that writing is allowed.
 * Source of the scopes: "OAuth scopes" in BigCommerce's OpenAPI files.
 */
const PROBES: Partial<Record<keyof typeof SCOPES, Probe>> = {
	information: { path: '/v2/store' },
	products: { path: '/v3/catalog/summary' },
	orders: { path: '/v2/orders/count' },
	transactions: { path: '/v3/orders/1/transactions' },
	customers: { path: '/v3/customers', query: { limit: 1 } },
	marketing: { path: '/v2/coupons/count' },
	carts: { path: `/v3/carts/${NO_RECORD}` },
	checkouts: { path: `/v3/checkouts/${NO_RECORD}` },
	inventory: { path: '/v3/inventory/items', query: { limit: 1 } },
	locations: { path: '/v3/inventory/locations', query: { limit: 1 } },
	channelSettings: { path: '/v3/channels', query: { limit: 1 } },
	channelListings: { path: '/v3/channels/1/listings', query: { limit: 1 } },
	sites: { path: '/v3/sites', query: { limit: 1 } },
	paymentMethods: { path: '/v2/payments/methods', query: { limit: 1 } },
	content: { path: '/v3/content/pages', query: { limit: 1 } },
};

const probes = new Map<Scope, Probe>(
	Object.entries(PROBES).map(([name, probe]) => [SCOPES[name as keyof typeof PROBES], probe]),
);

/** Scopes that can be tried out. */
export const PROBEABLE_SCOPES: readonly Scope[] = [...probes.keys()];

/** What trying them out calls. */
export const PROBE_PATHS: readonly string[] = [...probes.values()].map(({ path }) => path);

/**
 * Whether the token may read what the scope covers. Call it only with a token that works: then 401 and
 * 403 mean a missing scope (documented: 403; seen by users of BigCommerce's API clients: 401), and any
 * other answer, "not found" for example, that the store went on to look at the request itself.
 * @throws ApiFailure when the store gave no verdict (no answer, 429 or 5xx to the end)
 */
export async function mayRead(api: StoreApi, scope: Scope): Promise<boolean> {
	const probe = probes.get(scope);
	if (!probe) throw new RangeError(`${scope.name} cannot be tried out`);
	const failure = await api.send({ method: 'GET', ...probe }).then(
		() => undefined,
		(error: unknown) => (error instanceof Error ? error : new Error(String(error))),
	);
	if (failure === undefined) return true;
	const status = failure instanceof ApiFailure ? failure.status : undefined;
	if (status === 401 || status === 403) return false;
	return status !== undefined && status < 500 && status !== 429 ? true : await Promise.reject(failure);
}
