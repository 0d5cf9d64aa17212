import { deleteBy, ID_RANGE, metafieldsOf, ONE, paged, RECORD, UNSTATED, upTo, whole } from './shorthand';
import type { EndpointTable } from './types';

/**
 * Source: BigCommerce's OpenAPI files (catalog/*), caps and batch sizes from the descriptions in them.
 * Channel assignments: "avoid parallel assignment requests".
 */
export const CATALOG: EndpointTable = {
	'/v3/catalog/products': {
		GET: paged({
			sortById: { sort: 'id', direction: 'asc' },
			idFilters: ID_RANGE,
			pageSizeWhen: { parameter: 'include', names: ['options', 'modifiers'], most: 10 },
		}),
		POST: ONE,
		PUT: upTo(10),
		DELETE: deleteBy(
			[
				'name',
				'sku',
				'price',
				'weight',
				'condition',
				'brand_id',
				'date_modified',
				'date_last_imported',
				'is_visible',
				'is_featured',
				'id:in',
				'inventory_level',
				'total_sold',
				'type',
				'categories',
				'keyword',
			],
			{ batch: 250 },
		),
	},
	'/v3/catalog/products/{product_id}': RECORD,
	'/v3/catalog/products/{product_id}/images': { GET: paged(), POST: ONE },
	'/v3/catalog/products/{product_id}/images/{image_id}': RECORD,
	'/v3/catalog/products/{product_id}/videos': { GET: paged(), POST: ONE },
	'/v3/catalog/products/{product_id}/videos/{id}': RECORD,
	'/v3/catalog/products/{product_id}/complex-rules': { GET: paged(), POST: ONE },
	'/v3/catalog/products/{product_id}/complex-rules/{complex_rule_id}': RECORD,
	'/v3/catalog/products/{product_id}/custom-fields': { GET: paged(), POST: ONE },
	'/v3/catalog/products/{product_id}/custom-fields/{custom_field_id}': RECORD,
	'/v3/catalog/products/{product_id}/bulk-pricing-rules': { GET: whole(), POST: ONE },
	'/v3/catalog/products/{product_id}/bulk-pricing-rules/{bulk_pricing_rule_id}': RECORD,
	...metafieldsOf('/v3/catalog/products/{product_id}', 'metafield_id', '/v3/catalog/products/metafields'),
	'/v3/catalog/products/{product_id}/reviews': { GET: paged(), POST: ONE },
	'/v3/catalog/products/{product_id}/reviews/{review_id}': RECORD,
	'/v3/catalog/products/channel-assignments': {
		GET: paged({ rowKey: ['product_id', 'channel_id'] }),
		PUT: upTo(UNSTATED, { concurrency: 1 }),
		DELETE: deleteBy(['product_id:in', 'channel_id:in']),
	},
	'/v3/catalog/products/category-assignments': {
		GET: paged({ rowKey: ['product_id', 'category_id'] }),
		PUT: upTo(UNSTATED),
		DELETE: deleteBy(['product_id:in', 'category_id:in']),
	},
	'/v3/catalog/summary': { GET: ONE },

	'/v3/catalog/products/{product_id}/variants': { GET: paged(), POST: ONE },
	'/v3/catalog/products/{product_id}/variants/{variant_id}': RECORD,
	...metafieldsOf(
		'/v3/catalog/products/{product_id}/variants/{variant_id}',
		'metafield_id',
		'/v3/catalog/variants/metafields',
	),
	'/v3/catalog/products/{product_id}/variants/{variant_id}/image': { POST: ONE },
	'/v3/catalog/variants': { GET: paged(), PUT: upTo(50) },

	'/v3/catalog/products/{product_id}/options': { GET: paged(), POST: ONE },
	'/v3/catalog/products/{product_id}/options/{option_id}': RECORD,
	'/v3/catalog/products/{product_id}/options/{option_id}/values': { GET: paged(), POST: ONE },
	'/v3/catalog/products/{product_id}/options/{option_id}/values/{value_id}': RECORD,

	'/v3/catalog/products/{product_id}/modifiers': { GET: paged(), POST: ONE },
	'/v3/catalog/products/{product_id}/modifiers/{modifier_id}': RECORD,
	'/v3/catalog/products/{product_id}/modifiers/{modifier_id}/values': { GET: paged(), POST: ONE },
	'/v3/catalog/products/{product_id}/modifiers/{modifier_id}/values/{value_id}': RECORD,
	'/v3/catalog/products/{product_id}/modifiers/{modifier_id}/values/{value_id}/image': { POST: ONE },

	'/v3/catalog/brands': { GET: paged({ idFilters: ID_RANGE }), POST: ONE, DELETE: deleteBy(['name', 'page_title']) },
	'/v3/catalog/brands/{brand_id}': RECORD,
	...metafieldsOf('/v3/catalog/brands/{brand_id}', 'metafield_id', '/v3/catalog/brands/metafields'),
	'/v3/catalog/brands/{brand_id}/image': { POST: ONE, DELETE: ONE },

	'/v3/catalog/categories': {
		GET: paged({ sortById: { sort: 'id' }, idFilters: ID_RANGE, concurrency: 40 }),
		POST: ONE,
		DELETE: deleteBy(
			[
				'id',
				'id:in',
				'id:not_in',
				'id:min',
				'id:max',
				'id:greater',
				'id:less',
				'name',
				'parent_id',
				'page_title',
				'keyword',
				'is_visible',
				'name:like',
				'parent_id:in',
				'parent_id:min',
				'parent_id:max',
				'parent_id:greater',
				'parent_id:less',
				'page_title:like',
			],
			{ concurrency: 40 },
		),
	},
	'/v3/catalog/categories/{category_id}': {
		GET: { concurrency: 40 },
		PUT: { concurrency: 40 },
		DELETE: { concurrency: 40 },
	},
	...metafieldsOf('/v3/catalog/categories/{category_id}', 'metafield_id', '/v3/catalog/categories/metafields'),
	'/v3/catalog/categories/{category_id}/image': { POST: ONE, DELETE: ONE },
	'/v3/catalog/categories/{category_id}/products/sort-order': {
		GET: paged({ rowKey: ['product_id'] }),
		PUT: upTo(UNSTATED),
	},

	'/v3/catalog/trees/categories': {
		GET: paged({ rowKey: ['category_id'] }),
		POST: upTo(UNSTATED),
		PUT: upTo(UNSTATED),
		DELETE: deleteBy(['category_uuid:in', 'category_id:in', 'tree_id:in', 'parent_id:in']),
	},
	'/v3/catalog/trees': { GET: whole(), PUT: upTo(50), DELETE: deleteBy(['id:in']) },
	'/v3/catalog/trees/{tree_id}/categories': { GET: whole({ concurrency: 1 }) },
};
