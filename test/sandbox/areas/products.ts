import { noContent, pageRequest, pagination, v3Data, v3Page } from '../core/answers';
import { ApiError, notFound, tooMany, v3Error } from '../core/errors';
import { selectFields } from '../core/fields';
import { filterV3, sortBy } from '../core/filter';
import { pathId, readBatch, readBody } from '../core/input';
import type { Answer, Call, Route } from '../core/route';
import type { Product } from '../data/product';
import { deleteProduct, saveProduct } from '../domain/products';
import type { JsonObject } from '../types';
import { ProductBatchItem, ProductChange, ProductCreate } from '../domain/productInput';
import { ALL_PARTS, hasKeywords, productFilters, productSorts, withIncludes, withTimeOfDay } from './productQuery';

const BATCH_LIMIT = 10;
const DELETE_LIMIT = 250;
/** With options or modifiers included a page holds no more (fact: catalog products spec). */
const HEAVY_INCLUDE_LIMIT = 10;

const selected = (call: Call): readonly Product[] => {
	const { store, query } = call;
	const ids =
		query.has('id') && !query.text('id')?.includes(',') ? [Number(query.text('id'))] : query.integers('id:in');
	const skus = query.has('sku') ? query.list('sku') : query.list('sku:in');
	let candidates: readonly Product[] = store.products.all();
	if (ids.length > 0) {
		candidates = [...new Set(ids)].sort((a, b) => a - b).flatMap((id) => store.products.get(id) ?? []);
	} else if (skus.length > 0) {
		candidates = skus.flatMap((sku) => store.products.by('sku', sku));
	}
	const keyword = query.text('keyword');
	if (keyword) candidates = candidates.filter((product) => hasKeywords(product, keyword));
	return filterV3(candidates, withTimeOfDay(query, store.now), productFilters);
};

const list = (call: Call): Answer => {
	const { query } = call;
	const sort = productSorts[query.text('sort') ?? 'id'];
	if (query.has('sort') && !sort) throw v3Error(422, 'The sort field is not valid.', { sort: 'error.sort.invalid' });
	const direction = query.text('direction') === 'desc' ? 'desc' : 'asc';
	let products = selected(call);
	if (sort && (query.has('sort') || direction === 'desc')) products = sortBy(products, sort, direction);
	const includes = query.list('include');
	const isHeavy = includes.includes('options') || includes.includes('modifiers');
	if (isHeavy) {
		const { limit } = pageRequest(call);
		call.query.raw = { ...call.query.raw, limit: String(Math.min(limit, HEAVY_INCLUDE_LIMIT)) };
	}
	const select = selectFields(query);
	const shape = (product: Product): JsonObject => select(withIncludes(call.store, product, includes));
	return v3Page(call, products, shape, { extra: { too_many: false } });
};

const one = (call: Call): Product => {
	const product = call.store.products.get(pathId(call, 'product_id'));
	if (!product) throw notFound('v3', 'The product');
	return product;
};

const shown = (call: Call, product: Product): JsonObject =>
	selectFields(call.query)(withIncludes(call.store, product, call.query.list('include')));

const updateMany = (call: Call): Answer => {
	const changes = readBatch(call, ProductBatchItem, { maximum: BATCH_LIMIT });
	const data: JsonObject[] = [];
	const errors: Record<string, string> = {};
	let status = 422;
	for (const [index, change] of changes.entries()) {
		const product = call.store.products.get(change.id);
		try {
			if (!product) throw v3Error(404, `The product with id ${change.id} was not found.`);
			data.push(shown(call, saveProduct(call.store, change, product)));
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			status = error.status;
			errors[String(index)] = (error.body as { title: string }).title;
		}
	}
	if (Object.keys(errors).length === 0) return v3Data(data);
	if (data.length === 0) throw v3Error(status, Object.values(errors)[0] as string, errors);
	return {
		status: 207,
		body: {
			data,
			errors: {
				status: 207,
				title: 'Some products could not be updated.',
				type: '/api-docs/getting-started/api-status-codes',
				errors,
			},
			meta: { pagination: pagination(call.query, { page: 1, limit: BATCH_LIMIT }, data.length, data.length) },
		},
	};
};

const deleteMany = (call: Call): Answer => {
	const isFiltered = Object.keys(call.query.raw).some(
		(name) => call.query.has(name) && (name === 'keyword' || name.replace(/:.*/, '') in productFilters),
	);
	if (!isFiltered) throw v3Error(422, 'A filter is required to delete products.', {});
	const products = [...selected(call)];
	if (products.length > DELETE_LIMIT) throw tooMany(DELETE_LIMIT);
	for (const product of products) deleteProduct(call.store, product);
	return noContent;
};

export const productRoutes: Route[] = [
	{ method: 'GET', path: '/v3/catalog/products', scope: 'products', handle: list },
	{
		method: 'POST',
		path: '/v3/catalog/products',
		scope: 'products',
		handle: (call) => {
			const product = saveProduct(call.store, readBody(call, ProductCreate));
			return v3Data(selectFields(call.query)(withIncludes(call.store, product, ALL_PARTS)));
		},
	},
	{ method: 'PUT', path: '/v3/catalog/products', scope: 'products', handle: updateMany },
	{ method: 'DELETE', path: '/v3/catalog/products', scope: 'products', handle: deleteMany },
	{
		method: 'GET',
		path: '/v3/catalog/products/{product_id}',
		scope: 'products',
		handle: (call) => v3Data(shown(call, one(call))),
	},
	{
		method: 'PUT',
		path: '/v3/catalog/products/{product_id}',
		scope: 'products',
		handle: (call) => {
			const product = one(call);
			return v3Data(shown(call, saveProduct(call.store, readBody(call, ProductChange), product)));
		},
	},
	{
		method: 'DELETE',
		path: '/v3/catalog/products/{product_id}',
		scope: 'products',
		handle: (call) => {
			const product = call.store.products.get(pathId(call, 'product_id'));
			if (product) deleteProduct(call.store, product);
			return noContent;
		},
	},
];
