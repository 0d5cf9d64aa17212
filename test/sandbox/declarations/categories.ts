import { COUNTED, COUNTED_ONLY } from '../collections/batches';
import { sortedBy, type Particulars } from '../collections/declaration';
import { each, type Field, type Fields } from '../collections/field';
import { choice, flag, list, object, text, whole } from '../collections/kinds';
import { declared } from '../collections/routes';
import type { Category } from '../data/catalog';
import { slug } from '../data/product';
import type { Store } from '../data/store';
import { categoryEvent } from '../domain/events';
import type { JsonObject } from '../types';
import { by, customUrl, IDS, TEXT } from './common';

const SORTS = [
	'featured',
	'newest',
	'best_selling',
	'alpha_asc',
	'alpha_desc',
	'avg_customer_review',
	'price_asc',
	'price_desc',
];

/** Filters that both ways to the categories have. */
const SEARCH: Particulars['filters'] = {
	...by(TEXT, 'name page_title'),
	is_visible: 'is',
	keyword: ['contains', ({ name }) => name],
};

const parentOf = (store: Store, { parent_id }: JsonObject) => store.categories.get(Number(parent_id ?? 0));

const url = (input: JsonObject, store: Store) => ({
	path: `${parentOf(store, input)?.url.path ?? '/'}${slug(String(input.name))}/`,
	is_customized: false,
});

const common: Fields = {
	name: text(50).required(),
	parent_id: whole().default(0).sample(1),
	...each('description search_keywords meta_description image_url page_title', text().default('')),
	...each('views sort_order', whole().default(0)),
	meta_keywords: list(text()).default([]),
	layout_file: text(500).default('category.html'),
	is_visible: flag().default(true),
	default_product_sort: choice('use_store_settings', ...SORTS).default('use_store_settings'),
};

const treeFields: Fields = {
	...common,
	category_uuid: text()
		.readOnly()
		.defaultFrom((_input, { random }) => random.uuid()),
	tree_id: whole()
		.defaultFrom((input, store) => parentOf(store, input)?.tree_id ?? 1)
		.sample(1),
	url: object({ path: text(255), is_customized: flag().default(true) })
		.defaultFrom(url)
		.sample({ path: '/my-path/' }),
};

const missingParent = (input: JsonObject, store: Store): Record<string, string> | undefined => {
	if (!input.parent_id || parentOf(store, input)) return undefined;
	return { parent_id: 'The parent category does not exist' };
};

/** Categories of all trees, kept once; the older endpoints show the same ones in another way. */
export const categories = declared('category', 'products', '/v3/catalog/trees/categories', {
	records: (store) => store.categories,
	id: 'category_id',
	problems: 'nested',
	fields: treeFields,
	unique: { fields: ['name', 'parent_id'], status: 422 },
	filters: {
		...by('in not_in', 'category_id category_uuid tree_id parent_id'),
		...SEARCH,
	},
	selectable: true,
	check: (input, { call: { store }, existing }) => {
		if (!existing && !('tree_id' in input) && !input.parent_id) return { tree_id: 'tree_id or parent_id is required' };
		if (input.tree_id && !store.trees.get(Number(input.tree_id)))
			return { tree_id: 'The category tree does not exist' };
		return missingParent(input, store);
	},
	saved: ({ id, tree_id }, what, { store }) => categoryEvent(store, { id: Number(id), tree_id: Number(tree_id) }, what),
	calls: {
		createMany: { status: 201, style: COUNTED },
		updateMany: { style: COUNTED_ONLY },
		removeMany: {
			by: ['category_id:in', 'category_uuid:in', 'tree_id:in', 'parent_id:in'],
			style: COUNTED_ONLY,
			status: 202,
		},
	},
});

const LEGACY_FILTERS = ['id', 'id:in', 'name', 'name:like', 'parent_id', 'parent_id:in', 'page_title', 'is_visible'];

const hidden: Fields = Object.fromEntries(
	['category_uuid', 'tree_id', 'url'].map((name) => [name, (treeFields[name] as Field).hidden()]),
);

const holdsProducts = (id: unknown, { products }: Store): boolean =>
	products.all().some((product) => product.categories.some((category) => category === id));

/** The older way to the same categories: `id` and `custom_url`. One that holds products stays. */
export const legacyCategories = declared('category', 'products', '/v3/catalog/categories/{category_id}', {
	records: (store) => store.categories,
	fields: { ...common, ...hidden, parent_id: whole().required().sample(1), custom_url: customUrl().writeOnly() },
	unique: { fields: ['name', 'parent_id'] },
	filters: {
		id: IDS,
		parent_id: 'is in min max greater less',
		...SEARCH,
	},
	sort: sortedBy('name', 'id', 'parent_id', 'sort_order'),
	selectable: true,
	concurrency: { GET: 40, 'GET one': 40, 'PUT one': 40, DELETE: 40, 'DELETE one': 40 },
	before: ({ custom_url, ...input }) => {
		const path = custom_url as Category['url'] & { url: string };
		return custom_url ? { ...input, url: { path: path.url, is_customized: path.is_customized } } : input;
	},
	check: (input, { call: { store } }) => missingParent(input, store),
	keeps: ({ id }, { store }) => (holdsProducts(id, store) ? 'The category contains products.' : undefined),
	saved: ({ id, tree_id }, what, { store }) => categoryEvent(store, { id: Number(id), tree_id: Number(tree_id) }, what),
	view: (shown, { url: kept }) => {
		const { path, is_customized } = kept as Category['url'];
		return { ...shown, custom_url: { url: path, is_customized } };
	},
	calls: { create: true, update: true, remove: true, removeMany: { by: LEGACY_FILTERS } },
});
