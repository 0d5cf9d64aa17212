import { each, type Fields } from '../collections/field';
import { changedOn, choice, date, flag, numeric, text, whole } from '../collections/kinds';
import { declared } from '../collections/routes';
import { iso8601 } from '../core/format';
import { newImage } from '../domain/products';
import { CATALOG_TIMES, OF_PRODUCT } from './common';

const PATH = '/v3/catalog/products/{product_id}';
const CRUD = { create: true, update: true, remove: true } as const;

export const customFields = declared('custom field', 'products', `${PATH}/custom-fields/{custom_field_id}`, {
	records: ({ parts }) => parts.custom_fields,
	parents: OF_PRODUCT,
	fields: each('name value', text(250).required()),
	unique: { fields: ['name', 'value'], status: 422 },
	limit: 200,
	selectable: true,
	calls: CRUD,
});

export const videos = declared('video', 'products', `${PATH}/videos/{id}`, {
	records: ({ parts }) => parts.videos,
	parents: OF_PRODUCT,
	fields: {
		...each('title description', text(255).default('')),
		sort_order: whole().default(0),
		type: choice('youtube').default('youtube'),
		video_id: text(25).required().immutable(),
		product_id: whole().readOnly(),
		length: text().readOnly().default('00:00'),
	},
	selectable: true,
	calls: CRUD,
});

export const bulkPricingRules = declared('rule', 'products', `${PATH}/bulk-pricing-rules/{bulk_pricing_rule_id}`, {
	records: ({ parts }) => parts.bulk_pricing_rules,
	parents: OF_PRODUCT,
	fields: {
		...each('quantity_min quantity_max', whole(0).required()),
		type: choice('price', 'percent', 'fixed').required(),
		amount: numeric().required(),
	},
	selectable: true,
	calls: CRUD,
});

export const reviews = declared('review', 'products', `${PATH}/reviews/{review_id}`, {
	records: ({ parts }) => parts.reviews,
	parents: OF_PRODUCT,
	fields: {
		title: text(255).required(),
		...each('text email name', text().default('')),
		status: choice('approved', 'pending', 'disapproved').default('pending'),
		rating: whole(0, 5).default(5),
		date_reviewed: date((time) => iso8601(Number(time))).required(),
		...CATALOG_TIMES,
	},
	filters: { status: ['is', ({ status }) => status === 'approved'] },
	selectable: true,
	calls: { ...CRUD, update: { needs: ['title', 'date_reviewed'] } },
});

const imageFields: Fields = {
	product_id: whole().readOnly(),
	is_thumbnail: flag().default(false),
	sort_order: whole().default(0),
	description: text().default(''),
	image_url: text(255),
	image_file: text().readOnly(),
	...each('url_zoom url_standard url_thumbnail url_tiny', text().readOnly()),
	date_modified: changedOn(iso8601),
};

/** An image comes from a URL, or as a file in a form. One image at a time is the thumbnail. */
export const images = declared('image', 'products', `${PATH}/images/{image_id}`, {
	records: ({ parts }) => parts.images,
	parents: OF_PRODUCT,
	fields: imageFields,
	limit: 1000,
	selectable: true,
	before: (input, { call: { store, body }, existing }) => {
		const { image_file } = body as { image_file?: string };
		const source = (input.image_url as string | undefined) ?? image_file;
		return existing && source === undefined ? input : { ...newImage(store, source), ...input };
	},
	check: (input) => (input.image_file === '' ? { image_url: 'error.path.missing' } : undefined),
	saved: ({ id, product_id, is_thumbnail }, _what, { store: { parts } }) => {
		for (const other of parts.images.by('product_id', Number(product_id))) {
			if (is_thumbnail && other.id !== id) parts.images.put({ ...other, is_thumbnail: false });
		}
	},
	calls: CRUD,
});
