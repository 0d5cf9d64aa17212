import { deleteBy, EMPTIES, ID_RANGE, ONE, paged, RECORD, UNSTATED, upTo, v2List, whole } from './shorthand';
import type { EndpointTable } from './types';

/**
 * Source: BigCommerce's OpenAPI files pages.v3, page-widgets.v3, widgets.v3, scripts.v3, redirects.v3,
 * custom-template-associations.v3, themes.v3, store_content.v2.
 */
export const CONTENT: EndpointTable = {
	'/v3/content/pages': { GET: paged(), POST: ONE, PUT: upTo(UNSTATED), DELETE: deleteBy(['id:in']) },
	'/v3/content/pages/{pageId}': RECORD,

	'/v3/content/page-widgets': { GET: whole({ listKey: 'regions', rowKey: ['name'] }), POST: ONE },

	'/v3/content/widget-templates': { GET: paged({ rowKey: ['uuid'] }), POST: ONE },
	'/v3/content/widget-templates/{uuid}/preview': { POST: ONE },
	'/v3/content/widget-templates/{uuid}': RECORD,
	'/v3/content/widgets': { GET: paged({ rowKey: ['uuid'] }), POST: ONE },
	'/v3/content/widgets/{uuid}': RECORD,
	'/v3/content/placements': { GET: paged({ rowKey: ['uuid'] }), POST: ONE },
	'/v3/content/placements/{uuid}': RECORD,
	'/v3/content/regions': { GET: whole({ rowKey: ['name'] }) },

	'/v3/content/scripts': { GET: paged({ rowKey: ['uuid'] }), POST: ONE },
	'/v3/content/scripts/{uuid}': RECORD,

	'/v3/storefront/redirects': {
		GET: paged({ sortById: { sort: 'id', direction: 'asc' }, idFilters: ID_RANGE }),
		PUT: upTo(UNSTATED),
		DELETE: deleteBy(['id:in', 'site_id']),
	},
	'/v3/storefront/redirects/imex/jobs': { GET: paged() },
	'/v3/storefront/redirects/imex/export': { POST: ONE },
	'/v3/storefront/redirects/imex/import': { POST: ONE },
	'/v3/storefront/redirects/imex/export/{uuid}/events': { GET: ONE },
	'/v3/storefront/redirects/imex/import/{uuid}/events': { GET: ONE },
	'/v3/storefront/redirects/imex/export/{uuid}/download': { GET: ONE },

	'/v3/storefront/custom-template-associations': {
		GET: paged(),
		PUT: upTo(100),
		DELETE: deleteBy(['id:in', 'channel_id', 'type', 'entity_id:in']),
	},

	'/v3/themes': { GET: whole({ rowKey: ['uuid'] }), POST: ONE },
	'/v3/themes/{uuid}': { GET: ONE, DELETE: ONE },
	'/v3/themes/{uuid}/actions/download': { POST: ONE },
	'/v3/themes/actions/activate': { POST: ONE },
	'/v3/themes/jobs/{job_id}': { GET: ONE },
	'/v3/themes/{uuid}/configurations': { GET: paged({ rowKey: ['uuid'] }) },
	'/v3/themes/{uuid}/configurations/validate': { POST: ONE },
	'/v3/themes/custom-templates/{version_uuid}': { GET: ONE },

	'/v2/blog/tags': { GET: whole({ rowKey: ['tag'] }) },
	'/v2/blog/posts': {
		GET: v2List({ count: { path: '/v2/blog/posts/count', filters: [] } }),
		POST: ONE,
		DELETE: EMPTIES,
	},
	'/v2/blog/posts/{id}': RECORD,
	'/v2/blog/posts/count': { GET: ONE },
	'/v2/pages': { GET: v2List(), POST: ONE },
	'/v2/pages/{id}': RECORD,
	'/v2/redirects': { GET: v2List({ count: { path: '/v2/redirects/count', filters: [] } }), POST: ONE, DELETE: EMPTIES },
	'/v2/redirects/{id}': RECORD,
	'/v2/redirects/count': { GET: ONE },
};
