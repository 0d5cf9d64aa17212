import type { Sandbox } from '../sandbox';
import { byId, callStore } from '../support/runOperation';
import type { SampleRule } from './sampleRules';

const post = { title: 'Spring Sale', body: '<p>Everything must go.</p>', tags: ['sale'], is_published: true };

async function newPost(store: Sandbox): Promise<number> {
	const { id } = (await callStore({ store }, 'POST', '/v2/blog/posts', post)) as { id: number };
	return id;
}

const existing: SampleRule = { values: async (store) => ({ id: byId(await newPost(store)) }) };

const filled: SampleRule = {
	values: async (store) => {
		await newPost(store);
		return {};
	},
};

export const CONTENT_RULES: Readonly<Record<string, SampleRule>> = {
	'blogPost.get': existing,
	'blogPost.getAll': filled,
	'blogPost.update': { ...existing, always: ['title'] },
	'blogPost.delete': existing,
	'blogTag.getAll': filled,
};
