import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { RecordKind } from '../../nodes/BigCommerce/model/record';
import * as records from '../../nodes/BigCommerce/records/catalogue';
import type { Fault } from '../sandbox';
import type { Credential } from '../support/engine';
import { useSandbox } from '../support/sandbox';
import { useSkippedTime } from '../support/skippedTime';
import { listOf, named, namesOf } from '../unit/records/picker';

const { CATEGORY, CUSTOMER, CUSTOMER_ADDRESS, ORDER, ORDER_PRODUCT, PRODUCT, SHIPMENT, VARIANT } = records;

const sandbox = useSandbox();

interface Options {
	typed?: string;
	token?: string | undefined;
	parameters?: INodeParameters;
	credential?: Credential;
}

const search = async (record: RecordKind, options: Options = {}): Promise<INodeListSearchResult> =>
	await listOf({ record, credential: sandbox.credential(), ...options });

const found = async (record: RecordKind, typed: string, options: Options = {}): Promise<string[]> =>
	namesOf(await search(record, { ...options, typed }));

/** Calls the sandbox store as another app of the merchant would. */
async function inStore(method: string, path: string, body: unknown): Promise<void> {
	const { apiBaseUrl, storeHash, accessToken } = sandbox.store;
	const { status } = await fetch(`${apiBaseUrl}/stores/${storeHash}${path}`, {
		method,
		headers: { 'X-Auth-Token': accessToken, 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	expect(status).toBeLessThan(300);
}

const asked = (path: string | RegExp) => sandbox.store.requests.matching('GET', path).map(({ query }) => query);

describe('The list of every record that the sandbox store serves', () => {
	const parts = { product_id: named('id', 10), order_id: named('id', 103), customer_id: named('id', 3) };

	/** A record, what is typed, all that is found, and one of what is there when nothing is typed. */
	const CASES: Array<[RecordKind, typed: string, found: string[], among: string]> = [
		[
			PRODUCT,
			'bamboo apron',
			['Bamboo Apron 67 (SB-00067)', 'Bamboo Apron 7 (SB-00007)'],
			'Bamboo Basket 27 (SB-00027)',
		],
		[VARIANT, 'medium', ['Medium (SB-00010-M)'], 'Large (SB-00010-L)'],
		[CATEGORY, 'gard', ['Garden'], 'Kitchen'],
		[records.CATEGORY_TREE, 'DEFAULT', ['Default catalog tree'], 'Default catalog tree'],
		[records.BRAND, 'fern', ['Fernwood'], 'Common Thread'],
		[records.LOCATION, 'bc-location', ['Default location (BC-LOCATION-1)'], 'Default location (BC-LOCATION-1)'],
		[records.PRICE_LIST, 'whole', ['Wholesale'], 'Staff'],
		[records.CURRENCY, 'eur', ['Euro (EUR)'], 'US Dollar (USD)'],
		[records.TAX_CLASS, 'shipping', ['Shipping'], 'Gift Wrapping'],
		[ORDER, '#103', ['#103 · Completed · Finn Adams'], '#124 · Completed · Grace Brown'],
		[records.ORDER_STATUS, 'awaiting f', ['Awaiting Fulfillment'], 'Incomplete'],
		[ORDER_PRODUCT, 'SB-00005', ['2 × Cotton Planter 5 (SB-00005)'], '2 × Cotton Planter 5 (SB-00005)'],
		[
			records.ORDER_SHIPPING_ADDRESS,
			'austin',
			['Finn Adams · 12 Congress Avenue, Austin, 78701, United States'],
			'Finn Adams · 12 Congress Avenue, Austin, 78701, United States',
		],
		[SHIPMENT, 'seed103', ['#2 · UPS · SEED103 · 2 units'], '#2 · UPS · SEED103 · 2 units'],
		[
			CUSTOMER,
			'diego',
			[
				'Diego Adams (diego.adams.3@example.com)',
				'Diego Brown (diego.brown.23@example.com)',
				'Diego Costa (diego.costa.43@example.com)',
			],
			'Ben Adams (ben.adams.1@example.com)',
		],
		[
			CUSTOMER_ADDRESS,
			'toronto',
			['Diego Adams · 88 King Street West, Toronto, M5X 1A9, CA'],
			'Diego Adams · 88 King Street West, Toronto, M5X 1A9, CA',
		],
		[records.CUSTOMER_GROUP, 'STAFF', ['Staff'], 'Wholesale'],
		[
			records.SUBSCRIBER,
			'ben.adams.1@example.com',
			['Ben Adams (ben.adams.1@example.com)'],
			'Ben Adams (ben.adams.1@example.com)',
		],
		[records.COUPON, 'spring', ['Spring $5 off (SPRING5)'], 'Welcome discount (WELCOME10)'],
		[records.PAGE, 'returns', ['Shipping & Returns'], 'Contact us'],
		[records.CHANNEL, 'outlet', ['Outlet Store (storefront)'], 'Sandbox Store (storefront)'],
		[
			records.SITE,
			'outlet',
			['https://outlet.sandbox1.mybigcommerce.com (channel 2)'],
			'https://sandbox1.mybigcommerce.com (channel 1)',
		],
	];

	describe.each(CASES.map(([record, ...rest]) => [record.displayName, record, ...rest] as const))(
		'%s',
		(_, record, typed, expected, among) => {
			it('is there when nothing is typed, and named so that people know it', async () => {
				const { results } = await search(record, { parameters: parts });
				expect(results.map(({ name }) => name)).toContain(among);
				expect(results.every(({ value }) => value !== '' && value !== undefined)).toBe(true);
			});

			it('shows just what fits what is typed', async () => {
				expect(await found(record, typed, { parameters: parts })).toEqual(expected);
				expect(await found(record, ` ${typed} `, { parameters: parts })).toEqual(expected);
				expect(await found(record, 'no such thing', { parameters: parts })).toEqual([]);
			});

			it('is refused in words, never empty, when the store refuses', async () => {
				const account = sandbox.store.createApiAccount({ name: 'Nothing', scopes: [] });
				const attempt = search(record, { parameters: parts, credential: sandbox.credential(account) });
				await expect(attempt).rejects.toThrow(NodeApiError);
				await expect(attempt).rejects.toThrow(/lacks the scope/);
			});
		},
	);

	it('shows webhooks by event and address, and which are switched off', async () => {
		await inStore('POST', '/v3/hooks', {
			scope: 'store/order/created',
			destination: 'https://n8n.example.com/a',
			is_active: true,
		});
		await inStore('POST', '/v3/hooks', {
			scope: 'store/cart/created',
			destination: 'https://n8n.example.com/b',
			is_active: false,
		});
		expect(namesOf(await search(records.WEBHOOK))).toEqual([
			'store/order/created → https://n8n.example.com/a',
			'store/cart/created → https://n8n.example.com/b (switched off)',
		]);
		expect(await found(records.WEBHOOK, 'cart/created')).toEqual([
			'store/cart/created → https://n8n.example.com/b (switched off)',
		]);
		expect(await found(records.WEBHOOK, 'https://n8n.example.com/a')).toHaveLength(1);
	});
});

describe('The list of products', () => {
	it('goes on where its page ended, and names each product once', async () => {
		const first = await search(PRODUCT);
		expect(first.results).toHaveLength(50);
		const second = await search(PRODUCT, { token: first.paginationToken });
		expect(second.paginationToken).toBeUndefined();
		expect(new Set([...first.results, ...second.results].map(({ value }) => value)).size).toBe(100);
	});

	it('goes on where a page of a search ended', async () => {
		const first = await search(PRODUCT, { typed: 'sb-' });
		const second = await search(PRODUCT, { typed: 'sb-', token: first.paginationToken });
		expect(new Set([...first.results, ...second.results].map(({ value }) => value)).size).toBe(100);
	});

	it('finds by ID, a part of a SKU, and the SKU of a variant', async () => {
		expect(await found(PRODUCT, '#77')).toEqual([expect.stringMatching(/ 77 \(SB-00077\)$/)]);
		expect(await found(PRODUCT, 'B-00041')).toEqual([expect.stringMatching(/\(SB-00041\)$/)]);
		expect((await search(PRODUCT, { typed: 'SB-00020-M' })).results.map(({ value }) => value)).toEqual([20]);
	});
});

describe('The list of categories', () => {
	it('shows where a category stands, and finds it by that', async () => {
		const below = async (parent: number, name: string) =>
			await inStore('POST', '/v3/catalog/trees/categories', [{ name, parent_id: parent }]);
		await below(1, 'Pots');
		await below(2, 'Pots');
		const { results } = await search(CATEGORY, { typed: 'pots' });
		expect(results.map(({ name }) => name)).toEqual(['Garden / Pots', 'Kitchen / Pots']);
		await below(results[0]?.value as number, 'Clay Pots');

		expect(await found(CATEGORY, 'clay')).toEqual(['Garden / Pots / Clay Pots']);
		expect(await found(CATEGORY, 'Kitchen / Pots')).toEqual(['Kitchen / Pots']);
		expect(await found(CATEGORY, 'garden pots')).toEqual(['Garden / Pots', 'Garden / Pots / Clay Pots']);
		expect(await found(CATEGORY, String(results[0]?.value))).toEqual(['Garden / Pots']);
		expect(namesOf(await search(CATEGORY))).toContain('Garden / Pots / Clay Pots');
	});
});

describe('The list of orders', () => {
	it('finds one by its number as the list writes it, and as people do', async () => {
		expect(await found(ORDER, '118')).toEqual(await found(ORDER, '#118'));
		expect(await found(ORDER, '#118')).toEqual([expect.stringMatching(/^#118 · /)]);
		expect(await found(ORDER, '#99999')).toEqual([]);
	});

	it('finds those of a customer by email and by surname, the newest first', async () => {
		const { email } = sandbox.store.shopper.placeOrder({ customer: { id: 7 } });
		const { orderId } = sandbox.store.shopper.placeOrder({ customer: { id: 7 } });
		expect(await found(ORDER, email)).toHaveLength(3);
		const ofHugo = await found(ORDER, 'hugo');
		expect(ofHugo[0]).toBe(`#${orderId} · Pending · Hugo Adams`);
		expect(ofHugo.filter((name) => name.endsWith('Hugo Adams'))).toHaveLength(3);
		expect(await found(ORDER, 'Adams, Hugo')).toHaveLength(3);
	});

	/** Orders as somebody without an account. Returns how the list should show it. */
	const orderOfGuest = async (first: string, last: string): Promise<string> => {
		const address = { first_name: first, last_name: last, email: `${first}@guest.example.com`, street_1: '1 Quay' };
		await inStore('POST', '/v2/orders', {
			customer_id: 0,
			billing_address: { ...address, city: 'Austin', state: 'Texas', zip: '78701', country: 'United States' },
			products: [{ product_id: 1, quantity: 1 }],
		});
		const [newest] = (await search(ORDER)).results;
		return `#${newest?.value as number} · Pending · ${first} ${last}`;
	};

	it('finds those of a guest by surname, without accents, and by a part of the email', async () => {
		const shown = await orderOfGuest('Zoë', 'Quispe');
		expect(await found(ORDER, 'quispe')).toEqual([shown]);
		expect(await found(ORDER, 'Quispe, Zoe')).toEqual([shown]);
		expect(await found(ORDER, '@guest')).toEqual([shown]);
	});

	it('needs no look at customers, but says that it could not look', async () => {
		const account = sandbox.store.createApiAccount({ name: 'Orders only', scopes: ['store_v2_orders_read_only'] });
		const options = { credential: sandbox.credential(account) };
		const shown = await orderOfGuest('Uma', 'Vandyke');
		expect(await found(ORDER, 'vandyke', options)).toEqual([
			shown,
			expect.stringMatching(/^Customers were not searched: .*Customers/),
		]);
		await expect(found(ORDER, 'nobody', options)).rejects.toThrow(/lacks the scope Customers/);
	});
});

describe('The list of customers', () => {
	it('finds by ID, email, a part of the email, and both names in any order', async () => {
		const diego = 'Diego Adams (diego.adams.3@example.com)';
		expect(await found(CUSTOMER, '3')).toEqual([diego]);
		expect(await found(CUSTOMER, 'DIEGO.ADAMS.3@example.com')).toEqual([diego]);
		expect(await found(CUSTOMER, 'diego.adams.3@')).toEqual([diego]);
		expect(await found(CUSTOMER, 'diego adams')).toEqual([diego]);
		expect(await found(CUSTOMER, 'Adams, Diego')).toEqual([diego]);
	});

	it('goes on by the cursor that the store gave', async () => {
		for (let number = 0; number < 10; number++) {
			sandbox.store.shopper.registerCustomer({ email: `more.${number}@example.com`, firstName: 'More' });
		}
		const first = await search(CUSTOMER);
		expect(first.results).toHaveLength(50);
		const second = await search(CUSTOMER, { token: first.paginationToken });
		expect(namesOf(second)).toContainEqual(expect.stringContaining('more.9@example.com'));
	});
});

describe('A list below another record', () => {
	const chosen = async (record: RecordKind, parameters: INodeParameters) =>
		namesOf(await search(record, { parameters }));

	it('takes that record by ID, address and natural key', async () => {
		const sizes = ['Small (SB-00020-S)', 'Medium (SB-00020-M)', 'Large (SB-00020-L)'];
		const panel = 'https://store-abc123.mybigcommerce.com/manage/products/edit/20';
		expect(await chosen(VARIANT, { product_id: named('list', 20) })).toEqual(sizes);
		expect(await chosen(VARIANT, { product_id: named('id', '20') })).toEqual(sizes);
		expect(await chosen(VARIANT, { product_id: named('url', panel) })).toEqual(sizes);
		expect(await chosen(VARIANT, { product_id: named('id', panel) })).toEqual(sizes);
		expect(await chosen(VARIANT, { product_id: named('sku', 'sb-00020 ') })).toEqual(sizes);
		const emails = { customer_id: named('email', 'diego.adams.3@example.com') };
		expect(await chosen(CUSTOMER_ADDRESS, emails)).toEqual([expect.stringContaining('Toronto')]);
		expect(asked('/v3/customers/addresses')).toEqual([expect.objectContaining({ 'customer_id:in': '3' })]);
	});

	it.each([
		['nothing', named('list', ''), 'Choose the order first'],
		['an expression without a value', named('id', '={{ $json.order }}'), 'comes from an expression'],
		['another address', named('url', 'https://store-abc123.mybigcommerce.com/manage/customers/5'), 'names no order'],
		['a word', named('id', '../5'), 'names no order'],
	])('says what to do when it is named by %s', async (_, value, words) => {
		const attempt = search(SHIPMENT, { parameters: { order_id: value } });
		await expect(attempt).rejects.toThrow(NodeOperationError);
		await expect(attempt).rejects.toThrow(words);
		expect(sandbox.store.requests.all).toEqual([]);
	});

	it('says so when no record has the key', async () => {
		const attempt = chosen(VARIANT, { product_id: named('sku', 'NO-SUCH') });
		await expect(attempt).rejects.toThrow('No product has the SKU "NO-SUCH"');
	});

	it('says so when the record does not exist', async () => {
		await expect(chosen(SHIPMENT, { order_id: named('id', '99999') })).rejects.toThrow(NodeApiError);
	});
});

describe('A store that does not answer a list', () => {
	useSkippedTime();

	it.each<[string, Fault, RegExp]>([
		['429', { status: 429 }, /too busy/],
		['401', { status: 401, body: { status: 401, title: 'Unauthorized' } }, /token/],
		['500', { status: 500, html: '<p>Down</p>' }, /could not answer/],
	])('is shown as such: %s', async (_, fault, words) => {
		for (const record of [PRODUCT, ORDER, CUSTOMER, CATEGORY]) {
			sandbox.store.faults.clear();
			sandbox.store.faults.next({ ...fault, times: 1000 });
			const attempt = search(record, { typed: 'ada' });
			await expect(attempt).rejects.toThrow(NodeApiError);
			await expect(attempt).rejects.toThrow(words);
		}
	});

	it('is asked again after one 429', async () => {
		sandbox.store.faults.next({ status: 429 });
		expect(await found(records.BRAND, 'fern')).toEqual(['Fernwood']);
	});
});
