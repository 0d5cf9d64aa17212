import { z } from 'zod';
import { ok, v3Data, v3Page } from '../core/answers';
import { invalid, notFound, v3Error } from '../core/errors';
import { selectFields } from '../core/fields';
import { filterV3, sortBy, type FilterFields } from '../core/filter';
import { pathId, readBatch, sent } from '../core/input';
import type { Answer, Call, Route } from '../core/route';
import { newCategory, type Category } from '../data/catalog';
import { slug } from '../data/product';
import { categoryEvent } from '../domain/events';
import type { JsonObject } from '../types';

const treeView = ({ id, uuid, ...category }: Category): JsonObject => ({
	category_id: id,
	category_uuid: uuid,
	...category,
});

const legacyView = ({ uuid: _uuid, tree_id: _tree, url, ...category }: Category): JsonObject => ({
	...category,
	custom_url: { url: url.path, is_customized: url.is_customized },
});

const common: FilterFields<Category> = {
	parent_id: (c) => c.parent_id,
	name: (c) => c.name,
	page_title: (c) => c.page_title,
	is_visible: (c) => c.is_visible,
};
const treeFilters: FilterFields<Category> = {
	...common,
	category_id: (c) => c.id,
	category_uuid: (c) => c.uuid,
	tree_id: (c) => c.tree_id,
};
const legacyFilters: FilterFields<Category> = { ...common, id: (c) => c.id };

const CategoryFields = z
	.object({
		name: z.string().min(1).max(50),
		tree_id: z.number().int(),
		parent_id: z.number().int(),
		description: z.string(),
		sort_order: z.number().int(),
		page_title: z.string(),
		meta_keywords: z.array(z.string()),
		meta_description: z.string(),
		layout_file: z.string(),
		image_url: z.string(),
		is_visible: z.boolean(),
		search_keywords: z.string(),
		default_product_sort: z.string(),
		url: z.object({ path: z.string(), is_customized: z.boolean().default(true) }),
	})
	.partial();
const CategoryCreate = CategoryFields.required({ name: true });
const CategoryUpdate = CategoryFields.extend({ category_id: z.number().int() });

function nested(call: Call, treeId: number, parent: number): JsonObject[] {
	return call.store.categories.by('parent', parent).flatMap((category) =>
		category.tree_id === treeId
			? [
					{
						id: category.id,
						parent_id: category.parent_id,
						depth: 0,
						path: [],
						name: category.name,
						is_visible: category.is_visible,
						url: category.url.path,
						children: nested(call, treeId, category.id),
					},
				]
			: [],
	);
}

const create = (call: Call): Answer => {
	const inputs = readBatch(call, CategoryCreate);
	const { store } = call;
	for (const [index, input] of inputs.entries()) {
		if (input.tree_id === undefined && !input.parent_id)
			throw invalid({ [`${index}.tree_id`]: 'tree_id or parent_id is required' });
		if (input.parent_id && !store.categories.get(input.parent_id))
			throw invalid({ [`${index}.parent_id`]: 'The parent category does not exist' });
		if (input.tree_id && !store.trees.get(input.tree_id))
			throw invalid({ [`${index}.tree_id`]: 'The category tree does not exist' });
		const isTaken = store.categories
			.by('parent', input.parent_id ?? 0)
			.some((other) => other.name.toLowerCase() === input.name.toLowerCase());
		if (isTaken) throw invalid({ [`${index}.name`]: 'A category with this name already exists under the parent' });
	}
	const made = inputs.map((input) => {
		const parent = store.categories.get(input.parent_id ?? 0);
		const path = `${parent?.url.path ?? '/'}${slug(input.name)}/`;
		const base = newCategory(store.categories.nextId(), store.random.uuid(), input.name, input.parent_id ?? 0, path);
		const category = store.categories.put({ ...base, tree_id: parent?.tree_id ?? 1, ...sent(input) });
		categoryEvent(store, category, 'created');
		return category;
	});
	return ok({ data: made.map(treeView), meta: { total: made.length, success: made.length, failed: 0 } }, 201);
};

const update = (call: Call): Answer => {
	const inputs = readBatch(call, CategoryUpdate);
	const { store } = call;
	const unknown = inputs.find(({ category_id }) => !store.categories.get(category_id));
	if (unknown) throw invalid({ category_id: `Category ${unknown.category_id} does not exist` });
	for (const { category_id, ...input } of inputs) {
		const category = store.categories.put({ ...(store.categories.get(category_id) as Category), ...sent(input) });
		categoryEvent(store, category, 'updated');
	}
	return ok({ meta: { total: inputs.length, success: inputs.length, failed: 0 } });
};

const remove = (call: Call): Answer => {
	const names = ['category_id:in', 'category_uuid:in', 'tree_id:in', 'parent_id:in'];
	if (!names.some((name) => call.query.has(name))) throw v3Error(422, 'A filter is required to delete categories.', {});
	const categories = filterV3(call.store.categories.all(), call.query, treeFilters);
	for (const category of categories) {
		call.store.categories.delete(category.id);
		categoryEvent(call.store, category, 'deleted');
	}
	return ok({ meta: { total: categories.length, success: categories.length, failed: 0 } }, 202);
};

const legacyList = (call: Call): Answer => {
	const categories = filterV3(call.store.categories.all(), call.query, legacyFilters);
	const sort = call.query.text('sort') as 'name' | 'id' | 'parent_id' | 'sort_order' | undefined;
	const direction = call.query.text('direction') === 'desc' ? 'desc' : 'asc';
	const select = selectFields(call.query);
	const sorted = sort ? sortBy(categories, (category) => category[sort], direction) : categories;
	return v3Page(call, sorted, (category) => select(legacyView(category)));
};

/** Category trees, their categories, and the legacy list. */
export const categoryRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v3/catalog/trees',
		scope: 'products',
		handle: (call) =>
			v3Page(call, filterV3(call.store.trees.all(), call.query, { id: (t) => t.id, channel_id: (t) => t.channels })),
	},
	{
		method: 'GET',
		path: '/v3/catalog/trees/{tree_id}/categories',
		scope: 'products',
		concurrency: 1,
		handle: (call) => {
			const tree = call.store.trees.get(pathId(call, 'tree_id'));
			if (!tree) throw notFound('v3', 'The category tree');
			return v3Data(nested(call, tree.id, 0));
		},
	},
	{
		method: 'GET',
		path: '/v3/catalog/trees/categories',
		scope: 'products',
		handle: (call) => {
			const select = selectFields(call.query, 'category_id');
			const categories = filterV3(call.store.categories.all(), call.query, treeFilters);
			const keyword = call.query.text('keyword')?.toLowerCase();
			const wanted = keyword
				? categories.filter((category) => category.name.toLowerCase().includes(keyword))
				: categories;
			return v3Page(call, wanted, (category) => select(treeView(category)));
		},
	},
	{ method: 'POST', path: '/v3/catalog/trees/categories', scope: 'products', handle: create },
	{ method: 'PUT', path: '/v3/catalog/trees/categories', scope: 'products', handle: update },
	{ method: 'DELETE', path: '/v3/catalog/trees/categories', scope: 'products', handle: remove },
	{ method: 'GET', path: '/v3/catalog/categories', scope: 'products', concurrency: 40, handle: legacyList },
	{
		method: 'GET',
		path: '/v3/catalog/categories/{category_id}',
		scope: 'products',
		handle: (call) => {
			const category = call.store.categories.get(pathId(call, 'category_id'));
			if (!category) throw notFound('v3', 'The category');
			return v3Data(legacyView(category));
		},
	},
];
