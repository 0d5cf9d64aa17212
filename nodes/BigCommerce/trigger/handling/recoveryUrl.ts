import { ApiFailure } from '../../transport/failure';
import { rowsOf } from '../../transport/pagination';
import type { Scope } from '../../transport/scopes';
import { SCOPES } from '../../transport/scopes';
import type { StoreApi } from '../../transport/storeApi';
import { payloadOf } from '../../transport/storeApi';
import type { JsonObject, Query } from '../../transport/types';

/** The cart page of a storefront that has no page of its own for abandoned carts. */
const CART_PAGE = '/cart.php';

/**
 * The page on which the shopper finds an abandoned cart again: the storefront's page for it, with the token
 * as parameter `t`, as in the links of BigCommerce's own e-mails.
 * Source: BigCommerce docs, "Recovering Abandoned Carts" (site route `recover_abandoned_cart`).
 *
 * Needs the scope Sites & Routes to know the storefront's page, or Information & Settings to know the
 * default storefront. With neither there is no link, which is no failure.
 */
export async function recoveryUrl(api: StoreApi, token: string, channelId: string): Promise<string | undefined> {
	const [site] = await rows(api, '/v3/sites', { 'channel_id:in': channelId }, SCOPES.sites);
	const routes = site ? await rows(api, `/v3/sites/${Number(site.id)}/routes`, {}, SCOPES.sites) : [];
	const route = routes.find(({ type }) => type === 'recover_abandoned_cart')?.route;
	const storefront = site?.url ?? (await storeInformation(api))?.secure_url;
	if (typeof storefront !== 'string') return undefined;
	const url = new URL(typeof route === 'string' ? route : CART_PAGE, storefront);
	url.searchParams.set('t', token);
	return url.toString();
}

async function rows(api: StoreApi, path: string, query: Query, scope: Scope): Promise<JsonObject[]> {
	const request = { method: 'GET', path, query, scope: { scopes: [scope], access: 'read' } } as const;
	const answer = await unlessRefused(api.send(request));
	return answer ? rowsOf(answer) : [];
}

async function storeInformation(api: StoreApi): Promise<JsonObject | undefined> {
	const scope = { scopes: [SCOPES.information], access: 'read' } as const;
	const answer = await unlessRefused(api.send({ method: 'GET', path: '/v2/store', scope }));
	return answer && (payloadOf(answer) as JsonObject);
}

async function unlessRefused<T>(work: Promise<T>): Promise<T | undefined> {
	return await work.catch((error: unknown) => {
		if (error instanceof ApiFailure && [401, 403, 404].includes(error.status ?? 0)) return undefined;
		throw error;
	});
}
