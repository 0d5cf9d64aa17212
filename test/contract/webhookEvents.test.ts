import { requestOf, valueAt } from '../../nodes/BigCommerce/trigger/handling/enrichment';
import { FAMILIES, recordOf } from '../../nodes/BigCommerce/trigger/catalogue/events';
import type { Lookup } from '../../nodes/BigCommerce/trigger/catalogue/lookups';
import { METAFIELD_OWNERS } from '../../nodes/BigCommerce/trigger/catalogue/lookups';
import type { Sandbox } from '../sandbox';
import { useSandbox } from '../support/sandbox';
import { formatFindings } from './checker';
import { describeContract } from './describeContract';

/** Written from the guides alone; no specification of these is published with the others. */
const UNPUBLISHED = ['/v3/themes/'];

const UUID = '0934ab51-1bb7-4d4e-8e1a-5f4f2a3c1b2d';

const isUuid = (name: string, { path }: Lookup): boolean =>
	/uuid|cart/i.test(name) || path.startsWith(`/v3/carts/{${name}}`);

/** A look-up's call, with something in place of every field. */
function sampleCall(lookup: Lookup) {
	const names = [lookup.path, ...Object.values(lookup.query ?? {})].flatMap((text) =>
		[...text.matchAll(/\{([^}|]+)[^}]*\}/g)].map(([, name = '']) => name),
	);
	const fields: Fields = {};
	for (const name of names) {
		const parts = name.split('.');
		const last = parts.pop() ?? '';
		let parent = fields;
		for (const part of parts) parent = (parent[part] ??= {}) as Fields;
		parent[last] = isUuid(name, lookup) ? UUID : last === 'currency' ? 'usd' : '1';
	}
	const request = requestOf(lookup, fields, true);
	if (!request) throw new Error(`${lookup.path} was not filled`);
	return request;
}

/** Nothing is left to fetch, or the event does not tell enough. */
const WITHOUT_RECORD = /^store\/(app\/uninstalled|product\/variant\/metafield\/.*)$/;

type Fields = Record<string, unknown>;

const withRelated = (lookup: Lookup): Lookup[] => [lookup, ...Object.values(lookup.related ?? {})];

const LOOKUPS = [
	...new Set(
		[...FAMILIES.map(({ lookup }) => lookup), ...Object.values(METAFIELD_OWNERS)].flatMap((lookup) =>
			lookup === undefined || typeof lookup === 'function' ? [] : withRelated(lookup),
		),
	),
]
	.map((lookup) => [sampleCall(lookup).path, lookup] as const)
	.filter(([path]) => !UNPUBLISHED.some((part) => path.startsWith(part)));

describeContract('webhook events', (contract) => {
	it.each(LOOKUPS)('%s is documented, with its query and its scope', (path, lookup) => {
		const { query = {} } = sampleCall(lookup);
		expect(formatFindings(contract().checkRequest({ method: 'GET', path, query }))).toBe('');
		const told = contract().operationFor('GET', path)?.scopes ?? '';
		if (!lookup.scope) return;
		const { readOnly = '', modify = '' } = lookup.scope;
		expect(told).toMatch(new RegExp(`\\b(${readOnly}|${modify}s?)\\b`));
	});

	it('of every callback file are in the catalogue', () => {
		const known = new Set(FAMILIES.flatMap(({ path, verbs }) => verbs.split(' ').map((verb) => `${path}/${verb}`)));
		expect(contract().webhookScopes().length).toBeGreaterThan(80);
		expect(
			contract()
				.webhookScopes()
				.filter((scope) => !known.has(scope)),
		).toEqual([]);
	});

	it('have an ID, and a record that their own samples lead to', () => {
		const lost = contract()
			.webhookScopes()
			.filter((scope) => {
				const [sample] = [contract().webhookData(scope)].flat() as Fields[];
				// Its files show no type; the guide does.
				const data = scope.startsWith('store/metafield/') ? { ...sample, resource_type: 'Product' } : sample;
				const { kind, id, lookup, gone } = recordOf(scope);
				const chosen = typeof lookup === 'function' ? lookup(data ?? {}) : lookup;
				const request = chosen && !gone ? requestOf(chosen, data ?? {}, false) : undefined;
				const hasId = id === undefined || valueAt(data ?? {}, id) !== undefined;
				const hasRecord = gone || WITHOUT_RECORD.test(scope) || request !== undefined;
				return kind === undefined || !hasId || !hasRecord;
			});
		expect(lost).toEqual([]);
	});
});

describeContract('webhooks of the sandbox store', (contract) => {
	const sandbox = useSandbox({ orders: 2, products: 2, customers: 2 });

	it('look as documented, and lead to an ID', async () => {
		const { store } = sandbox;
		await listenToAll(store);
		const { orderId } = store.shopper.placeOrder();
		store.shopper.payOrder(orderId);
		store.shopper.ship(orderId);
		store.shopper.refund(orderId);
		const { cartId } = store.shopper.abandonCart();
		store.shopper.convertCart(cartId);
		store.shopper.registerCustomer();
		store.shopper.updateProductStock(await aProduct(store), 3);
		const payloads = store.deliveries.map(({ scope, payload }) => ({ scope, payload }));
		expect(new Set(payloads.map(({ scope }) => scope)).size).toBeGreaterThan(12);
		for (const { scope, payload } of payloads) {
			const data = payload['data'] as Fields;
			const { id, kind } = recordOf(scope);
			expect([scope, kind !== undefined]).toEqual([scope, true]);
			expect([scope, valueAt(data, id ?? 'none')]).toEqual([scope, expect.any(String) as string]);
			if (contract().webhookScopes().includes(scope)) {
				expect(formatFindings(contract().checkWebhook(scope, payload))).toBe('');
			}
		}
	});
});

/** Hooks for every event that a hook can be made for; nobody answers them. */
async function listenToAll({ apiBaseUrl, storeHash, accessToken, hooks }: Sandbox): Promise<void> {
	hooks.pause();
	const scopes = FAMILIES.flatMap(({ path, verbs }) => verbs.split(' ').map((verb) => `${path}/${verb}`));
	for (const scope of scopes.filter((each) => !each.endsWith('/*'))) {
		const answer = await fetch(`${apiBaseUrl}/stores/${storeHash}/v3/hooks`, {
			method: 'POST',
			headers: { 'X-Auth-Token': accessToken, 'content-type': 'application/json' },
			body: JSON.stringify({
				scope: scope.replace('{channel_id}', '1'),
				destination: `http://127.0.0.1:9/${scope}`,
				is_active: true,
			}),
		});
		expect([scope, answer.status]).toEqual([scope, 200]);
	}
}

async function aProduct({ apiBaseUrl, storeHash, accessToken }: Sandbox): Promise<number> {
	const answer = await fetch(`${apiBaseUrl}/stores/${storeHash}/v3/catalog/products?limit=1`, {
		headers: { 'X-Auth-Token': accessToken },
	});
	const { data } = (await answer.json()) as { data: Array<{ id: number }> };
	return data[0]?.id ?? 0;
}
