import type { INodeParameters } from 'n8n-workflow';

import type { JsonObject } from '../../nodes/BigCommerce/transport/types';
import { runNode } from '../support/engine';
import { placeFields } from '../support/placeFields';
import { byId, nodeOf, paired, rowWith } from '../support/runOperation';
import type { Answer, Received } from '../support/stubStore';
import { stubStore } from '../support/stubStore';

const POSTS = '/v2/blog/posts';

/** A post as BigCommerce shows it. */
const post = (id: number, more: JsonObject = {}): JsonObject => ({
	id,
	title: `Post ${id}`,
	url: `/blog/post-${id}/`,
	preview_url: `/blog/post-${id}/`,
	body: `<p>Text ${id}</p>`,
	tags: ['news'],
	summary: `<p>Text ${id}</p>`,
	is_published: true,
	published_date: { timezone_type: 1, date: '2026-05-18T08:26:42.000Z', timezone: '+00:00' },
	published_date_iso8601: '2026-05-18T08:26:42.000Z',
	meta_description: null,
	meta_keywords: null,
	author: 'Ada',
	thumbnail_path: null,
	...more,
});

/** Two posts, one of them a draft. */
const stored = new Map([
	[3, post(3)],
	[4, post(4, { is_published: false, tags: [] })],
]);

const missing: Answer = { status: 404, body: [{ status: 404, message: 'The requested resource was not found.' }] };

function answer({ method, path, query, body }: Received): Answer {
	if (path === '/v2/blog/tags')
		return {
			body: [
				{ tag: 'news', post_ids: [3] },
				{ tag: 'sale', post_ids: [3, 4] },
			],
		};
	if (path === `${POSTS}/count`) return { body: { count: 27 } };
	if (path === POSTS && method === 'POST') return { body: post(5, body as JsonObject) };
	if (path === POSTS) {
		const wanted = query.is_published;
		const rows = [...stored.values()].filter(
			({ is_published: isPublished }) => wanted === undefined || wanted === JSON.stringify(isPublished),
		);
		return { body: Number(query.page ?? 1) === 1 ? rows : [] };
	}
	const known = stored.get(Number(path.slice(POSTS.length + 1)));
	if (!known) return missing;
	if (method === 'DELETE') return { status: 204 };
	return { body: method === 'PUT' ? { ...known, ...(body as JsonObject) } : known };
}

async function run(
	resource: 'blogPost' | 'blogTag',
	operation: string,
	parameters: INodeParameters,
	items: object[] = [{}],
	onError: 'stopWorkflow' | 'continueRegularOutput' = 'stopWorkflow',
) {
	const store = stubStore(answer);
	const { fields, ...rest } = parameters;
	const result = await runNode({
		nodeType: nodeOf(resource),
		parameters: { resource, operation, ...rest, ...placeFields(resource, operation, (fields ?? {}) as INodeParameters) },
		items: items.map((json) => ({ json: json as never })),
		credential: store.credential,
		onError,
	});
	return { ...result, received: store.received };
}

const writes = (received: Received[]) => received.filter(({ method }) => method !== 'GET').map(({ body }) => body);

describe('Blog Post', () => {
	it('is created with what is set only, with dates and tags as people write them', async () => {
		const parameters = {
			title: '={{ $json.title }}',
			body: '<p>Hello</p>',
			additionalFields: {
				is_published: '={{ $json.published }}',
				published_date: '={{ $json.date }}',
				tags: '={{ $json.tags }}',
				author: '',
				url: ' /blog/hello/ ',
			},
		};
		const { items, error, received } = await run('blogPost', 'create', parameters, [
			{ title: 'First', published: 'yes', date: '2026-11-20T10:00:00+01:00', tags: 'news; sale' },
			{ title: 'Second', published: false, date: '', tags: [] },
		]);
		expect(error).toBeUndefined();
		expect(paired({ items })).toEqual([
			[0, rowWith({ id: 5, title: 'First', tags: ['news', 'sale'] })],
			[1, rowWith({ id: 5, title: 'Second' })],
		]);
		expect(writes(received)).toEqual(
			expect.arrayContaining([
				{
					title: 'First',
					body: '<p>Hello</p>',
					is_published: true,
					published_date: 'Fri, 20 Nov 2026 09:00:00 +0000',
					tags: ['news', 'sale'],
					url: '/blog/hello/',
				},
				{ title: 'Second', body: '<p>Hello</p>', is_published: false, url: '/blog/hello/' },
			]),
		);
	});

	it('is refused without a title before any request', async () => {
		const { error, received } = await run('blogPost', 'create', { title: '={{ $json.title }}', body: 'x' }, [
			{ title: 'Fine' },
			{ title: ' ' },
		]);
		expect(error?.message).toContain('Title is empty');
		expect(error?.context?.itemIndex).toBe(1);
		expect(received).toEqual([]);
	});

	it('is read by ID; one that does not exist fails its item only', async () => {
		const parameters = { id: byId('={{ $json.id }}') };
		const { items } = await run(
			'blogPost',
			'get',
			parameters,
			[{ id: 4 }, { id: 99 }, { id: '3' }],
			'continueRegularOutput',
		);
		expect(paired({ items })).toEqual([
			[0, rowWith({ id: 4, is_published: false, published_date_iso8601: '2026-05-18T08:26:42.000Z' })],
			[1, rowWith({ status: 404 })],
			[2, rowWith({ id: 3, is_published: true })],
		]);
		expect(Object.keys(items[0]?.json ?? {})).toHaveLength(9);
	});

	it('is listed by filters, item by item', async () => {
		const parameters = { returnAll: true, filters: { is_published: '={{ $json.published }}' } };
		const { items, received } = await run('blogPost', 'getAll', parameters, [{ published: 'No' }, { published: true }]);
		expect(paired({ items })).toEqual([
			[0, rowWith({ id: 4 })],
			[1, rowWith({ id: 3 })],
		]);
		expect(received.map(({ query }) => query.is_published).sort()).toContain('false');
		const refused = await run('blogPost', 'getAll', parameters, [{ published: '' }]);
		expect(refused.error?.message).toContain('Is Published is empty');
		expect(refused.received).toEqual([]);
	});

	it('stays published, or a draft, when something else changes', async () => {
		const parameters = { id: byId('={{ $json.id }}'), fields: { title: '={{ $json.title }}' } };
		const { items, received } = await run(
			'blogPost',
			'update',
			parameters,
			[
				{ id: 3, title: 'New title' },
				{ id: 99, title: 'Nobody' },
				{ id: 4, title: 'Still a draft' },
			],
			'continueRegularOutput',
		);
		expect(paired({ items })).toEqual([
			[0, rowWith({ id: 3, title: 'New title', is_published: true })],
			[1, rowWith({ status: 404 })],
			[2, rowWith({ id: 4, title: 'Still a draft', is_published: false })],
		]);
		expect(writes(received)).toEqual(
			expect.arrayContaining([
				{ title: 'New title', body: '<p>Text 3</p>', is_published: true },
				{ title: 'Still a draft', body: '<p>Text 4</p>', is_published: false },
			]),
		);
		expect(writes(received)).toHaveLength(2);
	});

	it('gets tags on top of those it has, or loses some, where asked to', async () => {
		const tagged = async (lists: string, tags: string) => {
			const parameters = { id: byId(3), fields: { tags }, requestOptions: { lists } };
			const { received } = await run('blogPost', 'update', parameters);
			return (writes(received)[0] as JsonObject).tags;
		};
		expect(await tagged('add', 'sale, News')).toEqual(['news', 'sale']);
		expect(await tagged('replace', 'sale')).toEqual(['sale']);
		expect(await tagged('remove', 'news')).toEqual([]);
	});

	it('is deleted, and counted', async () => {
		const parameters = { id: byId('={{ $json.id }}') };
		const { items } = await run('blogPost', 'delete', parameters, [{ id: 3 }, { id: 99 }], 'continueRegularOutput');
		expect(paired({ items })).toEqual([
			[0, { deleted: true }],
			[1, rowWith({ status: 404 })],
		]);
		expect(paired(await run('blogPost', 'count', {}, [{}, {}]))).toEqual([
			[0, { count: 27 }],
			[1, { count: 27 }],
		]);
	});
});

describe('Blog Tag', () => {
	it('lists tags with the IDs of their posts', async () => {
		const result = await run('blogTag', 'getAll', { returnAll: true });
		expect(result.error).toBeUndefined();
		expect(paired(result)).toEqual([
			[0, { tag: 'news', post_ids: [3] }],
			[0, { tag: 'sale', post_ids: [3, 4] }],
		]);
		const limited = await run('blogTag', 'getAll', { limit: 1 }, [{}, {}]);
		expect(paired(limited)).toEqual([
			[0, { tag: 'news', post_ids: [3] }],
			[1, { tag: 'news', post_ids: [3] }],
		]);
	});
});
