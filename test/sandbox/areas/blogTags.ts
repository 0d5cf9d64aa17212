import { ok } from '../core/answers';
import type { Route } from '../core/route';
import { blogPosts } from '../declarations/content';

/** Tags are words of the posts that have them. */
export const blogTagRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v2/blog/tags',
		scope: 'content',
		handle: ({ store }) => {
			const posts = new Map<string, unknown[]>();
			for (const { id, tags } of blogPosts.records(store).all()) {
				for (const tag of tags as string[]) posts.set(tag, [...(posts.get(tag) ?? []), id]);
			}
			return ok([...posts].map(([tag, post_ids]) => ({ tag, post_ids })));
		},
	},
];
