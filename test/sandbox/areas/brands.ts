import { z } from 'zod';
import { noContent, v3Page } from '../core/answers';
import { crudRoutes } from '../core/crud';
import { v3Error } from '../core/errors';
import { selectFields } from '../core/fields';
import { filterV3, sortBy, type FilterFields } from '../core/filter';
import { sent } from '../core/input';
import type { Call, Route } from '../core/route';
import type { Brand } from '../data/catalog';
import { slug } from '../data/product';

const filters: FilterFields<Brand> = { id: (b) => b.id, name: (b) => b.name, page_title: (b) => b.page_title };

const Fields = z
	.object({
		name: z.string().min(1).max(255),
		page_title: z.string().max(255),
		meta_keywords: z.array(z.string()),
		meta_description: z.string(),
		search_keywords: z.string(),
		image_url: z.string(),
		custom_url: z.object({ url: z.string(), is_customized: z.boolean().default(true) }),
	})
	.partial();

function checkName({ store }: Call, name: string | undefined, self?: number): void {
	if (name !== undefined && store.brands.by('name', name.toLowerCase()).some(({ id }) => id !== self)) {
		throw v3Error(409, 'A brand with this name already exists', { name: 'The brand name is a duplicate' });
	}
}

/** No brand webhooks exist, so none fire. */
export const brandRoutes: Route[] = [
	...crudRoutes({
		path: '/v3/catalog/brands',
		idParam: 'brand_id',
		scope: 'products',
		records: (store) => store.brands,
		filters,
		shape: (brand, call) => selectFields(call.query)({ ...brand }),
		list: (call, brands, shape) => {
			const direction = call.query.text('direction') === 'desc' ? 'desc' : 'asc';
			const isByName = call.query.text('sort') === 'name';
			return v3Page(call, isByName ? sortBy(brands, (brand) => brand.name, direction) : brands, shape);
		},
		create: {
			schema: Fields.required({ name: true }),
			make: (input, call) => {
				checkName(call, input.name);
				return {
					page_title: '',
					meta_keywords: [],
					meta_description: '',
					search_keywords: '',
					image_url: '',
					custom_url: { url: `/brands/${slug(input.name)}/`, is_customized: false },
					...sent(input),
					name: input.name,
				};
			},
		},
		update: {
			schema: Fields,
			change: (brand, input, call) => {
				checkName(call, input.name, brand.id);
				return { ...brand, ...sent(input) };
			},
		},
		canDelete: true,
	}),
	{
		method: 'DELETE',
		path: '/v3/catalog/brands',
		scope: 'products',
		handle: ({ store, query }) => {
			if (!query.has('name')) throw v3Error(422, 'A filter is required to delete brands.', {});
			for (const brand of filterV3(store.brands.all(), query, filters)) store.brands.delete(brand.id);
			return noContent;
		},
	},
];
