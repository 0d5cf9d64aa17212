import type { RecordKind } from '../../model/record';
import { SCOPES } from '../../transport/scopes';
import type { RecordListing, Way } from '../listing';
import { numberIn } from '../matching';
import { joined, objectsOf, text, withDetail } from '../rows';
import { ask, compare, lastResort, PAGE_SIZE } from '../ways';
import { pageAt } from './addresses';
import { categoryWays, withPaths } from './categoryPaths';

const PRODUCT_PANEL = '/manage/products/edit/{id}';
const CATEGORY_PANEL = '/manage/products/categories/{id}/edit';
const BRAND_PANEL = '/manage/products/brands/{id}/edit';

export const PRODUCT: RecordKind = {
	name: 'product',
	displayName: 'Product',
	idKind: 'id',
	exampleId: '111',
	keys: [
		{
			mode: 'sku',
			displayName: 'By SKU',
			placeholder: 'e.g. SHIRT-RED-M',
			find: {
				endpoint: 'GET /v3/catalog/products',
				filter: 'sku:in',
				exact: 'sku',
				row: 'sku',
				scope: SCOPES.products,
			},
		},
	],
	page: pageAt(
		PRODUCT_PANEL,
		'111',
		'/manage/products/(?:edit/)?',
		// The storefront's own links that put a product into the cart.
		'/cart\\.php\\?(?:\\S*&)?product_id=',
	),
};

export const VARIANT: RecordKind = {
	name: 'variant',
	displayName: 'Variant',
	idKind: 'id',
	exampleId: '345',
	keys: [
		{
			mode: 'sku',
			displayName: 'By SKU',
			placeholder: 'e.g. SHIRT-RED-M',
			find: { endpoint: 'GET /v3/catalog/variants', filter: 'sku', row: 'sku', scope: SCOPES.products },
		},
	],
};

export const CATEGORY: RecordKind = {
	name: 'category',
	displayName: 'Category',
	idKind: 'id',
	exampleId: '23',
	keys: [
		{
			mode: 'name',
			displayName: 'By Name',
			placeholder: 'e.g. Shirts',
			find: {
				endpoint: 'GET /v3/catalog/trees/categories',
				filter: 'name',
				row: 'name',
				id: 'category_id',
				scope: SCOPES.products,
			},
		},
	],
	// Where a store has several trees, the tree stands in front: /categories/1/edit/23.
	page: pageAt(CATEGORY_PANEL, '23', '/manage/products/categories/(?:(?:\\d+/)?edit/)?'),
};

export const CATEGORY_TREE: RecordKind = {
	name: 'categoryTree',
	displayName: 'Category Tree',
	idKind: 'id',
	exampleId: '1',
};

export const BRAND: RecordKind = {
	name: 'brand',
	displayName: 'Brand',
	idKind: 'id',
	exampleId: '35',
	keys: [
		{
			mode: 'name',
			displayName: 'By Name',
			placeholder: 'e.g. Common Good',
			find: { endpoint: 'GET /v3/catalog/brands', filter: 'name', row: 'name', scope: SCOPES.products },
		},
	],
	page: pageAt(BRAND_PANEL, '35', '/manage/products/brands/(?:edit/)?'),
};

/** The list of products knows their own SKUs only. */
const byVariantSku = (sku: string): Way => ({
	read: async (source) => {
		const variants = await source.others(
			{
				endpoint: 'GET /v3/catalog/variants',
				scope: SCOPES.products,
				query: { sku, include_fields: 'product_id,sku' },
			},
			PAGE_SIZE,
		);
		const products = [...new Set(variants.map((variant) => text(variant.product_id)).filter(Boolean))];
		return products.length === 0 ? { rows: [] } : await source.page({ 'id:in': products }, PAGE_SIZE);
	},
});

/** What BigCommerce's keyword search misses, such as the middle of a SKU, is looked for among so many pages. */
const COMPARED_PRODUCT_PAGES = 4;

export const CATALOG_LISTINGS: readonly RecordListing[] = [
	{
		record: PRODUCT,
		endpoint: 'GET /v3/catalog/products',
		scope: SCOPES.products,
		query: { include_fields: 'name,sku', sort: 'name' },
		label: ({ name, sku }) => withDetail(text(name), text(sku)),
		ways: (typed) => {
			const id = numberIn(typed);
			return [
				...(id === undefined ? [] : [ask({ id })]),
				ask({ keyword: typed, keyword_context: 'merchant' }),
				lastResort(byVariantSku(typed)),
				lastResort(compare(typed, { pages: COMPARED_PRODUCT_PAGES })),
			];
		},
		panel: PRODUCT_PANEL,
	},
	{
		record: VARIANT,
		endpoint: 'GET /v3/catalog/products/{product_id}/variants',
		scope: SCOPES.products,
		parent: { field: 'product_id', record: PRODUCT },
		query: { include_fields: 'sku,option_values' },
		label: ({ sku, option_values: values }) => {
			const chosen = joined(' / ', ...objectsOf(values).map(({ label }) => label));
			return withDetail(chosen || 'Without options', text(sku));
		},
	},
	{
		record: CATEGORY,
		endpoint: 'GET /v3/catalog/trees/categories',
		scope: SCOPES.products,
		query: { include_fields: 'name,parent_id,tree_id' },
		id: 'category_id',
		label: ({ path, name }) => text(path) || text(name),
		complete: withPaths,
		ways: categoryWays,
		panel: CATEGORY_PANEL,
	},
	{
		record: CATEGORY_TREE,
		endpoint: 'GET /v3/catalog/trees',
		scope: SCOPES.products,
		label: ({ name }) => text(name),
	},
	{
		record: BRAND,
		endpoint: 'GET /v3/catalog/brands',
		scope: SCOPES.products,
		query: { include_fields: 'name', sort: 'name' },
		label: ({ name }) => text(name),
		ways: (typed) => {
			const id = numberIn(typed);
			return [...(id === undefined ? [] : [ask({ id })]), ask({ 'name:like': typed })];
		},
		panel: BRAND_PANEL,
	},
];
