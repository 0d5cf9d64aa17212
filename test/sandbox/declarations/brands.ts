import { sortedBy } from '../collections/declaration';
import { each } from '../collections/field';
import { list, text } from '../collections/kinds';
import { declared } from '../collections/routes';
import { slug } from '../data/product';
import { customUrl, IDS, TEXT } from './common';

/** No webhooks exist for brands, so none fire. */
export const brands = declared('brand', 'products', '/v3/catalog/brands/{brand_id}', {
	records: (store) => store.brands,
	fields: {
		name: text(255).required().unique(),
		...each('page_title meta_description search_keywords image_url', text().default('')),
		meta_keywords: list(text()).default([]),
		custom_url: customUrl().defaultFrom(({ name }) => ({
			url: `/brands/${slug(String(name))}/`,
			is_customized: false,
		})),
	},
	filters: { id: IDS, name: TEXT, page_title: 'is' },
	sort: sortedBy('name'),
	selectable: true,
	calls: { create: true, update: true, remove: true, removeMany: { by: ['name', 'page_title'] } },
});
