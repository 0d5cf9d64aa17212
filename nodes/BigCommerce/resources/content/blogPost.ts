import { crud } from '../../model/crud';
import { date, flag, key, longText, text, words, yesNo } from '../../model/fields';
import { BLOG_POST } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';

const url = key('url', 'URL', { placeholder: 'e.g. /blog/spring-sale/' });

/** Source: BigCommerce, store_content.v2. */
export const blogPost = crud({
	value: 'blogPost',
	name: 'Blog Post',
	description: 'Articles of the blog in the storefront',
	collection: '/v2/blog/posts',
	key: pick(BLOG_POST, { name: 'id' }),
	scope: SCOPES.content,
	has: ['create', 'get', 'getAll', 'update', 'delete', 'count'],
	// An update that does not say that the post is published takes it from the storefront.
	keep: ['title', 'body', 'is_published'],
	required: [
		text('title', 'Title', { placeholder: 'e.g. Spring Sale' }),
		longText('body', 'Body', { placeholder: 'e.g. <p>Welcome to our blog!</p>', description: 'The text as HTML' }),
	],
	optional: [
		text('author', 'Author', { placeholder: 'e.g. Nathan Smith' }),
		flag('is_published', 'Is Published', 'Whether shoppers see the post; a new one is a draft until this is set'),
		longText('meta_description', 'Meta Description', { description: 'For search engines' }),
		text('meta_keywords', 'Meta Keywords', { placeholder: 'e.g. sale, spring' }),
		date('published_date', 'Date Published', { description: 'The date that the post shows' }),
		words('tags', 'Tags', { placeholder: 'e.g. sale, spring' }),
		text('thumbnail_path', 'Thumbnail Path', {
			placeholder: 'e.g. product_images/uploaded_images/sale.jpg',
			description: 'An image that was uploaded by WebDAV below /product_images/',
		}),
		{ ...url, description: 'Path of the post in the storefront; made of the title if you leave it out' },
	],
	filters: [
		yesNo('is_published', 'Is Published', 'Posts that shoppers see, or drafts'),
		date('published_date', 'Date Published', { description: 'Exactly this moment' }),
		key('tag', 'Tag', { placeholder: 'e.g. sale', description: 'Posts with this tag' }),
		url,
	],
	simplify: [
		'id',
		'title',
		'url',
		'author',
		'tags',
		'summary',
		'is_published',
		'published_date_iso8601',
		'thumbnail_path',
	],
	says: {
		create: 'Add an article to the blog, as a draft or published',
		count: 'Get the number of blog posts, drafts included',
	},
});
