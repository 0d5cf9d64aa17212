import { crud } from '../../model/crud';
import { BLOG_TAG } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';

/** Source: BigCommerce, store_content.v2. */
export const blogTag = crud({
	value: 'blogTag',
	name: 'Blog Tag',
	description: 'Words under which the posts of the blog are found',
	collection: '/v2/blog/tags',
	key: pick(BLOG_TAG, { name: 'tag' }),
	scope: SCOPES.content,
	has: ['getAll'],
	says: { getAll: 'List the tags of the blog, each with the IDs of its posts' },
});
