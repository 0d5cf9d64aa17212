import { ALL_KNOWN_ERRORS, formatFindings, readContract, type Contract } from '../../contract/checker';
import { startSandbox, type Sandbox } from '../../sandbox';
import { declarations } from '../../sandbox/declarations';
import { describeWithFacts } from '../../support/facts';
import { SPEC_ERRORS } from './specErrors';
import { Walk } from './walk';

const cases = declarations.map((collection) => ({ collection, path: collection.declaration.path }));

let store: Sandbox;
beforeEach(async () => {
	store = await startSandbox({ products: 10, customers: 3, orders: 2 });
});
afterEach(() => store.close());

async function post(path: string, body: unknown): Promise<unknown> {
	const { apiBaseUrl, storeHash, accessToken } = store;
	const response = await fetch(`${apiBaseUrl}/stores/${storeHash}${path}`, {
		method: 'POST',
		headers: { 'X-Auth-Token': accessToken, 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	return await response.json();
}

/** No seeded records. */
async function aCart(): Promise<string> {
	const cart = await post('/v3/carts', { line_items: [{ product_id: 1, quantity: 1 }] });
	return (cart as { data: { id: string } }).data.id;
}

async function walked({ collection, path }: (typeof cases)[number]): Promise<Walk> {
	const cartId = await aCart();
	await post('/v3/customers/attributes', [{ name: 'Size', type: 'string' }]);
	const owners: Record<string, unknown> = { '/v3/orders/metafields': 100, '/v3/carts/metafields': cartId };
	const fields = path in owners ? { resource_id: owners[path] } : {};
	const walk = new Walk(store, collection, { path: { cart_id: cartId }, fields });
	await walk.all();
	return walk;
}

describe('Every declared collection', () => {
	it.each(cases)('$path takes samples of its own fields', async (declared) => {
		const { exchanges } = await walked(declared);
		expect(exchanges.length).toBeGreaterThan(0);
		const refused = exchanges.filter(({ status }) => status >= 400);
		expect(refused.map(({ method, path, status, responseBody }) => [method, path, status, responseBody])).toEqual([]);
	});
});

describeWithFacts('bigcommerce-openapi', "BigCommerce's specifications", (folder) => {
	let contract: Contract;
	beforeAll(async () => {
		contract = await readContract(folder, [...ALL_KNOWN_ERRORS, ...SPEC_ERRORS]);
	});

	it.each(cases)('allow what is asked and answered at $path', async (declared) => {
		const { exchanges } = await walked(declared);
		expect(formatFindings(contract.checkExchanges(exchanges))).toBe('');
	});

	it('still have every error that is excused here', () => {
		const unused = contract.unusedKnownErrors();
		expect(SPEC_ERRORS.filter((known) => unused.includes(known))).toEqual([]);
	});
});
