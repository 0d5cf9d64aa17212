import type { RecordKind } from '../../model/record';
import { SCOPES } from '../../transport/scopes';
import type { Parent, RecordListing } from '../listing';
import { joined, text, withDetail } from '../rows';
import { PRODUCT } from './catalog';

export const CUSTOM_FIELD: RecordKind = {
	name: 'customField',
	displayName: 'Custom Field',
	idKind: 'id',
	exampleId: '6',
};

export const BULK_PRICING_RULE: RecordKind = {
	name: 'bulkPricingRule',
	displayName: 'Bulk Pricing Rule',
	idKind: 'id',
	exampleId: '83',
};

export const PRODUCT_VIDEO: RecordKind = {
	name: 'productVideo',
	displayName: 'Product Video',
	idKind: 'id',
	exampleId: '6',
};

export const PRODUCT_REVIEW: RecordKind = {
	name: 'productReview',
	displayName: 'Product Review',
	idKind: 'id',
	exampleId: '14',
};

const below = { scope: SCOPES.products, parent: { field: 'product_id', record: PRODUCT } satisfies Parent };

export const PRODUCT_PART_LISTINGS: readonly RecordListing[] = [
	{
		record: CUSTOM_FIELD,
		endpoint: 'GET /v3/catalog/products/{product_id}/custom-fields',
		...below,
		label: ({ name, value }) => joined(': ', name, value),
	},
	{
		record: BULK_PRICING_RULE,
		endpoint: 'GET /v3/catalog/products/{product_id}/bulk-pricing-rules',
		...below,
		label: ({ quantity_min: from, quantity_max: to, type, amount }) =>
			withDetail(to ? `${text(from)} to ${text(to)}` : `From ${text(from)}`, joined(' ', type, amount)),
	},
	{
		record: PRODUCT_VIDEO,
		endpoint: 'GET /v3/catalog/products/{product_id}/videos',
		...below,
		label: ({ title, video_id: video }) => withDetail(text(title), text(video)),
	},
	{
		record: PRODUCT_REVIEW,
		endpoint: 'GET /v3/catalog/products/{product_id}/reviews',
		...below,
		label: ({ title, name, status }) => withDetail(text(title), joined(', ', name, status)),
	},
];
