import type { Method } from './types';

/**
 * Endpoints that take only so many requests at once; above that they answer 429 without quota headers.
 * Source: the descriptions in BigCommerce's OpenAPI files (customers.v3, customers.v2, promotions.v3,
 * price_lists.v3, locations.v3, category-trees_catalog.v3, categories_catalog.v3) and, for inventory, its
 * guide "Inventory adjustments": the next bulk write only after the answer of the one before.
 */
const CAPS: ReadonlyArray<[methods: string, path: RegExp, most: number]> = [
	['PUT', /^\/v3\/customers$/, 3],
	['POST', /^\/v3\/customers\/addresses$/, 10],
	['PUT', /^\/v3\/customers\/addresses$/, 3],
	['POST PUT', /^\/v3\/customers\/attributes$/, 3],
	['PUT', /^\/v3\/customers\/attribute-values$/, 3],
	['PUT', /^\/v3\/customers\/form-field-values$/, 10],
	['GET POST DELETE', /^\/v2\/customer_groups/, 40],
	['GET', /^\/v3\/catalog\/trees\/\d+\/categories$/, 1],
	['GET PUT DELETE', /^\/v3\/catalog\/categories/, 40],
	['GET POST', /^\/v3\/promotions\/\d+\/(codes|codegen)$/, 10],
	['GET POST PUT DELETE', /^\/v3\/promotions/, 40],
	['PUT POST', /^\/v3\/pricelists\/records$/, 1],
	['PUT', /^\/v3\/pricelists\/\d+\/records$/, 1],
	['GET POST', /^\/v3\/pricelists\/\d+\/records$/, 10],
	['DELETE', /^\/v3\/pricelists\/\d+\/records\/\d+\/\w+$/, 25],
	['GET PUT', /^\/v3\/pricelists\/\d+\/records\/\d+/, 40],
	['PUT', /^\/v3\/pricelists\/\d+\/assignments$/, 25],
	['DELETE', /^\/v3\/pricelists\/\d+$/, 1],
	['GET POST PUT', /^\/v3\/inventory\/locations$/, 50],
	['PUT POST', /^\/v3\/inventory\/(adjustments\/|locations\/\d+\/items$)/, 1],
	['POST', /^\/v2\/hooks|^\/v3\/hooks/, 1],
];

export interface EndpointCap {
	key: string;
	most: number;
}

/** The cap that holds for a call, if it has one. */
export function endpointCap(method: Method, path: string): EndpointCap | undefined {
	const cap = CAPS.find(([methods, pattern]) => methods.split(' ').includes(method) && pattern.test(path));
	return cap && { key: `${cap[0]} ${cap[1].source}`, most: cap[2] };
}
