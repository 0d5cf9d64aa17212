import { sortedBy } from '../collections/declaration';
import { each, type Field, type Fields } from '../collections/field';
import { choice, computed, date, flag, list, object, text, whole } from '../collections/kinds';
import { declared } from '../collections/routes';
import { slug } from '../data/product';
import { by, TIMES } from './common';

const time = (value: unknown): Date => new Date(Number(value));

/** fact: content v2 specification; the date goes in as RFC 2822. */
const publishedDate = (value: number | undefined): unknown => ({
	timezone_type: 1,
	date: time(value).toISOString(),
	timezone: '+00:00',
});

const SUMMARY_LENGTH = 200;

const blogFields: Fields = {
	title: text().required(),
	url: text()
		.defaultFrom(({ title }) => `/blog/${slug(String(title))}/`)
		.sample('/blog/my-post/'),
	preview_url: computed(({ url }) => url),
	body: text().required(),
	tags: list(text()).default([]),
	summary: computed(({ body }) => String(body).slice(0, SUMMARY_LENGTH)),
	is_published: flag().default(false),
	published_date: date(publishedDate).defaultFrom((_input, { now }) => now),
	published_date_iso8601: computed(({ published_date }) => time(published_date).toISOString()),
	...each('meta_description meta_keywords author thumbnail_path', text().nullable().default(null)),
};

/** A DELETE of many takes one page of them, the latest first, as the list shows them. */
export const blogPosts = declared('blog post', 'content', '/v2/blog/posts/{id}', {
	fields: blogFields,
	filters: { ...by('is', 'is_published url published_date'), tag: ['is', ({ tags }) => tags] },
	order: 'published_date:desc',
	calls: {
		count: true,
		create: { status: 200 },
		update: true,
		remove: true,
		removeMany: { by: [], without: 'page' },
	},
});

const html = (): Field => text(65_536).nullable();

const pageFields: Fields = {
	channel_id: whole(1).default(1),
	name: text(100).required(),
	is_visible: flag().default(true),
	parent_id: whole().default(0),
	sort_order: whole().default(0),
	type: choice('page', 'raw', 'contact_form', 'link', 'blog').required(),
	...each('is_homepage is_customers_only', flag().default(false)),
	url: text()
		.defaultFrom(({ name }) => `/${slug(String(name))}/`)
		.sample('/my-page/'),
	...each('meta_title meta_keywords meta_description search_keywords', text().nullable().default(null)),
	...each('email contact_fields link', text(255)),
	content_type: text(255).immutable(),
	body: html().writeOnly(),
};

/** `include=body` shows what a page says. */
export const pages = declared('page', 'content', '/v3/content/pages/{pageId}', {
	fields: pageFields,
	filters: { channel_id: 'is', id: 'in', name: 'is like' },
	includes: { body: ({ body }) => ({ body: body ?? '' }) },
	calls: {
		create: { status: 201 },
		createMany: { status: 201 },
		update: true,
		updateMany: true,
		remove: { missing: 404 },
		removeMany: { by: ['id:in'] },
	},
});

const scriptFields: Fields = {
	name: text(255).required(),
	...TIMES,
	description: text().default(''),
	html: text(65_536).default(''),
	src: text().default(''),
	auto_uninstall: flag().default(false),
	load_method: choice('default', 'async', 'defer').default('default'),
	location: choice('head', 'footer').default('head'),
	visibility: choice('storefront', 'all_pages', 'checkout', 'order_confirmation').default('storefront'),
	kind: choice('src', 'script_tag').default('src'),
	api_client_id: text().readOnly(),
	consent_category: choice('essential', 'functional', 'analytics', 'targeting').default('essential'),
	enabled: flag().default(true),
	channel_id: whole(1).default(1),
	integrity_hashes: list(text()).default([]),
};

/** Scripts on the storefront, each the property of the API account that made it. */
export const scripts = declared('script', 'content', '/v3/content/scripts/{uuid}', {
	id: 'uuid',
	textId: ({ random }) => random.uuid(),
	fields: scriptFields,
	filters: { channel_id: 'in' },
	sort: sortedBy('name', 'description', 'date_created', 'date_modified'),
	before: (input, { call: { account }, existing }) =>
		existing ? input : { ...input, api_client_id: account.clientId },
	calls: { create: true, update: true, remove: { missing: 404 } },
});

const target = object({
	type: choice('product', 'brand', 'category', 'page', 'post', 'url').required(),
	entity_id: whole(),
	url: text(2048),
});

const pathOf = (to: unknown): string => (to as { url?: string } | undefined)?.url ?? '/';

/** 301 redirects: one per site and path. */
export const redirects = declared('redirect', 'content', '/v3/storefront/redirects', {
	fields: {
		site_id: whole()
			.required()
			.refersTo('site', ({ sites }, id) => sites.get(id))
			.sample(1000),
		from_path: text().required(),
		to: target.sample({ type: 'url', url: '/new-url/' }),
	},
	filters: { site_id: 'is', id: 'in min max', keyword: ['contains', ({ from_path }) => from_path] },
	sort: sortedBy('from_path', 'type', 'site_id', 'id'),
	includes: { to_url: ({ to }, { store }) => ({ to_url: new URL(pathOf(to), store.storefrontUrl).href }) },
	calls: { upsertMany: { by: ['from_path', 'site_id'], status: 201 }, removeMany: { by: ['id:in', 'site_id'] } },
});
