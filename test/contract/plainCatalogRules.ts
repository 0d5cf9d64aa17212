import type { Sandbox } from '../sandbox';
import type { SampleValues } from '../support/operationSamples';
import { byId, callStore } from '../support/runOperation';
import type { SampleRule } from './sampleRules';

const PRODUCT = '/v3/catalog/products/1';

/** Creates a record, and gives its ID. */
async function made(store: Sandbox, path: string, body: Record<string, string | number>): Promise<number> {
	const { data } = (await callStore({ store }, 'POST', path, body)) as { data: { id: number } };
	return data.id;
}

/** Parts of the first product. */
const PARTS = {
	customField: { key: 'custom_field_id', path: 'custom-fields', body: { name: 'ISBN', value: '978-3-16-148410-0' } },
	bulkPricingRule: {
		key: 'bulk_pricing_rule_id',
		path: 'bulk-pricing-rules',
		body: { quantity_min: 10, quantity_max: 20, type: 'price', amount: 1 },
	},
	productVideo: { key: 'id', path: 'videos', body: { video_id: 'z3fRu9pkuXE', title: 'How it is made' } },
	productReview: {
		key: 'review_id',
		path: 'reviews',
		body: { title: 'Great', date_reviewed: '2026-03-02T10:00:00Z', status: 'approved' },
	},
} as const;

/** A field without which an update has nothing to do. */
const CHANGED = { customField: 'value', bulkPricingRule: 'amount', productVideo: 'title', productReview: 'title' };

const rulesOfPart = (resource: keyof typeof PARTS): Array<[string, SampleRule]> => {
	const { key, path, body } = PARTS[resource];
	const existing: SampleRule = {
		values: async (store) => ({ [key]: byId(await made(store, `${PRODUCT}/${path}`, body)) }),
	};
	return [
		[`${resource}.get`, existing],
		[`${resource}.update`, { ...existing, always: [CHANGED[resource]] }],
		[`${resource}.delete`, existing],
		[
			`${resource}.getAll`,
			{
				values: async (store) => {
					await made(store, `${PRODUCT}/${path}`, body);
					return {};
				},
			},
		],
	];
};

const DATA = { namespace: 'warehouse', key: 'shelf', value: 'A-12', permission_set: 'write' };

/** Each kind of record that has metafields: its path, and the fields that name one. */
const OWNERS: Readonly<Record<string, (store: Sandbox) => { path: string; names: SampleValues }>> = {
	brand: () => ({ path: '/v3/catalog/brands/1', names: { brand_id: byId(1) } }),
	cart: (store) => {
		const { cartId } = store.shopper.abandonCart({ items: [{ productId: 1 }] });
		return { path: `/v3/carts/${cartId}`, names: { cart_id: cartId } };
	},
	category: () => ({ path: '/v3/catalog/categories/1', names: { category_id: byId(1) } }),
	channel: () => ({ path: '/v3/channels/1', names: { channel_id: byId(1) } }),
	customer: () => ({ path: '/v3/customers/1', names: { customer_id: byId(1) } }),
	location: () => ({ path: '/v3/inventory/locations/1', names: { location_id: byId(1) } }),
	order: () => ({ path: '/v3/orders/100', names: { order_id: byId(100) } }),
	product: () => ({ path: PRODUCT, names: { product_id: byId(1) } }),
	variant: () => ({ path: `${PRODUCT}/variants/1`, names: { product_id: byId(1), variant_id: byId(1) } }),
};

type Values = NonNullable<SampleRule['values']>;

/** Samples that fill in one owner alone: the store has no such record, or the metafield is not its own. */
const NO_SUCH = {
	cart_id: 'No cart has the UUID of the samples',
	order_id: 'The orders of a fresh store begin at 100',
};
const NOT_ITS_OWN = Object.fromEntries(
	['category', 'channel', 'customer', 'location', 'product', 'variant'].map((owner) => [
		`${owner}_id`,
		'The metafield of the sample belongs to a brand',
	]),
);

/** A run for each kind of owner. @param exists whether it has a metafield, which the sample names */
function ofEveryOwner(exists: boolean, more: SampleValues = {}): SampleRule {
	const values =
		(owner: string): Values =>
		async (store) => {
			const { path, names } = OWNERS[owner]!(store);
			const metafield = exists ? { metafield_id: await made(store, `${path}/metafields`, DATA) } : {};
			return { ...metafield, ...more, ...(owner === 'brand' ? {} : { resource_type: owner, ...names }) };
		};
	const { brand: _, ...others } = OWNERS;
	return {
		values: values('brand'),
		also: Object.fromEntries(Object.keys(others).map((each) => [each, values(each)])),
		refused: exists ? { ...NO_SUCH, ...NOT_ITS_OWN } : NO_SUCH,
	};
}

export const PLAIN_CATALOG_RULES: Readonly<Record<string, SampleRule>> = {
	...Object.fromEntries((Object.keys(PARTS) as Array<keyof typeof PARTS>).flatMap(rulesOfPart)),
	'brand.update': { always: ['page_title'] },
	'metafield.create': ofEveryOwner(false),
	'metafield.get': ofEveryOwner(true),
	'metafield.getAll': { ...ofEveryOwner(true), refused: NO_SUCH },
	'metafield.update': ofEveryOwner(true, { value: 'B-3' }),
	'metafield.delete': ofEveryOwner(true),
};
