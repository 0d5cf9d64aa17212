import { byCursor, deleteBy, EMPTIES, ONE, paged, READ_AND_PUT, RECORD, V2_ID_RANGE, v2List, whole } from './shorthand';
import type { EndpointTable } from './types';

/**
 * Source: BigCommerce's OpenAPI files marketing.v2, promotions.v3, promotion_settings.v3, email_templates.v3.
 */
export const MARKETING: EndpointTable = {
	'/v2/coupons': {
		GET: v2List({ idFilters: V2_ID_RANGE, count: { path: '/v2/coupons/count', filters: [] } }),
		POST: ONE,
		DELETE: deleteBy(['id:in']),
	},
	'/v2/coupons/count': { GET: ONE },
	'/v2/coupons/{id}': { PUT: ONE, DELETE: ONE },
	'/v2/banners': { GET: v2List({ idFilters: V2_ID_RANGE }), POST: ONE, DELETE: EMPTIES },
	'/v2/banners/{id}': RECORD,
	'/v2/banners/count': { GET: ONE },
	'/v2/gift_certificates/{id}': RECORD,
	'/v2/gift_certificates': {
		GET: v2List({ sortById: { sort: 'id', direction: 'asc' }, idFilters: V2_ID_RANGE }),
		POST: ONE,
		DELETE: EMPTIES,
	},

	'/v3/promotions': {
		GET: paged({ sortById: { sort: 'id', direction: 'asc' }, concurrency: 40 }),
		POST: { concurrency: 40 },
		DELETE: deleteBy(['id:in'], { batch: 50, concurrency: 40 }),
	},
	'/v3/promotions/{id}': { GET: { concurrency: 40 }, PUT: { concurrency: 40 }, DELETE: { concurrency: 40 } },
	'/v3/promotions/{promotion_id}/codes': {
		GET: byCursor({ concurrency: 10 }),
		POST: { concurrency: 40 },
		DELETE: deleteBy(['id:in', 'code'], { batch: 250, concurrency: 40 }),
	},
	'/v3/promotions/{promotion_id}/codegen': { POST: { concurrency: 10 } },
	'/v3/promotions/codes': { GET: whole({ concurrency: 40 }), DELETE: deleteBy(['code'], { concurrency: 40 }) },
	'/v3/promotions/{promotion_id}/codes/{code_id}': { DELETE: { concurrency: 40 } },

	'/v3/promotions/settings': READ_AND_PUT,

	'/v3/marketing/email-templates': { GET: whole({ rowKey: ['type_id'] }) },
	'/v3/marketing/email-templates/{template-name}': RECORD,
};
