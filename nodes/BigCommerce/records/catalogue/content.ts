import type { RecordKind } from '../../model/record';
import { SCOPES } from '../../transport/scopes';
import type { RecordListing } from '../listing';
import { numberIn } from '../matching';
import { text, withDetail } from '../rows';
import { ask } from '../ways';
import { pageAt } from './addresses';

const PAGE_PANEL = '/manage/content/pages/{id}/edit';

export const PAGE: RecordKind = {
	name: 'page',
	displayName: 'Page',
	idKind: 'id',
	exampleId: '5',
	keys: [
		{
			mode: 'name',
			displayName: 'By Name',
			placeholder: 'e.g. Shipping & Returns',
			find: { endpoint: 'GET /v3/content/pages', filter: 'name', row: 'name', scope: SCOPES.content },
		},
	],
	page: pageAt(PAGE_PANEL, '5', '/manage/(?:content|channel/\\d+)/pages/(?:edit/)?'),
};

export const BLOG_POST: RecordKind = {
	name: 'blogPost',
	displayName: 'Blog Post',
	idKind: 'id',
	exampleId: '3',
};

/** A tag is its own name. */
export const BLOG_TAG: RecordKind = {
	name: 'blogTag',
	displayName: 'Blog Tag',
	idKind: 'text',
	exampleId: 'news',
};

export const SCRIPT: RecordKind = {
	name: 'script',
	displayName: 'Script',
	idKind: 'uuid',
	exampleId: 'bc218c65-7a32-4ab7-8082-68730c074d02',
};

export const WIDGET: RecordKind = {
	name: 'widget',
	displayName: 'Widget',
	idKind: 'uuid',
	exampleId: '3a9d4c0e-52bb-4c0c-9a0e-7c3f5f1d2b60',
};

export const CONTENT_LISTINGS: readonly RecordListing[] = [
	{
		record: PAGE,
		endpoint: 'GET /v3/content/pages',
		scope: SCOPES.content,
		label: ({ name }) => text(name),
		ways: (typed) => {
			const id = numberIn(typed);
			return [...(id === undefined ? [] : [ask({ 'id:in': id })]), ask({ 'name:like': typed })];
		},
		panel: PAGE_PANEL,
	},
	{
		record: BLOG_POST,
		endpoint: 'GET /v2/blog/posts',
		scope: SCOPES.content,
		label: ({ title, is_published: isPublished }) => withDetail(text(title), isPublished === false ? 'draft' : ''),
	},
	{
		record: BLOG_TAG,
		endpoint: 'GET /v2/blog/tags',
		scope: SCOPES.content,
		id: 'tag',
		label: ({ tag }) => text(tag),
	},
	{
		record: SCRIPT,
		endpoint: 'GET /v3/content/scripts',
		scope: SCOPES.content,
		query: { sort: 'name' },
		id: 'uuid',
		label: ({ name, description }) => withDetail(text(name), text(description)),
	},
	{
		record: WIDGET,
		endpoint: 'GET /v3/content/widgets',
		scope: SCOPES.content,
		id: 'uuid',
		label: ({ name, description }) => withDetail(text(name), text(description)),
	},
];
