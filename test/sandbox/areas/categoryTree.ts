import { v3Data } from '../core/answers';
import { notFound } from '../core/errors';
import { pathId } from '../core/input';
import type { Call, Route } from '../core/route';
import type { JsonObject } from '../types';

function nested(call: Call, treeId: number, parent: number): JsonObject[] {
	return call.store.categories.by('parent_id', parent).flatMap((category) =>
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

/** The categories of a tree, one within the other. */
export const categoryTreeRoutes: Route[] = [
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
];
