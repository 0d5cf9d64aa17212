import { ENDPOINTS, factsOf } from '../../../nodes/BigCommerce/transport/endpoints';
import type { PathFacts } from '../../../nodes/BigCommerce/transport/endpoints/types';
import type { Method } from '../../../nodes/BigCommerce/transport/types';
import type { Operation } from '../../contract/specification';
import { readSpecifications } from '../../contract/specification';
import { describeWithFacts } from '../../support/facts';

/** Parameters for pages that the files list on endpoints which are no lists. */
const NO_LISTS =
	/\/count$|\/metafields\/\{\w+\}$|^\/v2\/(customers\/\{\w+\}\/addresses|customer_groups)\/\{\w+\}$|^\/v3\/abandoned-carts\/settings$/;

describeWithFacts('bigcommerce-openapi', "the table of endpoints beside BigCommerce's OpenAPI files", (folder) => {
	let operations: Operation[];
	const ofFiles = (template: string, method: string) =>
		operations.some((each) => each.template === template && each.method === method);

	beforeAll(async () => {
		operations = (await readSpecifications(folder)).specifications
			.flatMap((each) => each.operations())
			.filter(({ template }) => /^\/v[23]\//.test(template));
	}, 60_000);

	it('has no path and no method that they do not have', () => {
		const strangers = Object.entries(ENDPOINTS).flatMap(([template, facts]) =>
			(Object.keys(facts) as Array<keyof PathFacts>)
				.filter((method) => !ofFiles(template, method))
				.map((method) => `${method} ${template}`),
		);
		expect(strangers).toEqual([]);
	});

	it('leaves out none of theirs', () => {
		expect(operations.length).toBeGreaterThan(600);
		const missing = operations.filter(
			({ method, template }) => !factsOf(method as Method, template).isDescribed || !(template in ENDPOINTS),
		);
		expect(missing.map(({ method, template }) => `${method} ${template}`)).toEqual([]);
	});

	it('pages every list as they say', () => {
		const wrong = operations.flatMap(({ method, template, parameters }) => {
			const names = new Set(parameters.filter((each) => each.in === 'query').map(({ name }) => name));
			const hasCursors = names.has('after') || names.has('before');
			if (method !== 'GET' || NO_LISTS.test(template) || !(hasCursors || names.has('page') || names.has('limit')))
				return [];
			const style = hasCursors ? 'cursor' : template.startsWith('/v2/') ? 'v2' : 'page';
			const { pagination } = factsOf('GET', template);
			return pagination === style ? [] : [`${template}: ${pagination} instead of ${style}`];
		});
		expect(wrong).toEqual([]);
	});

	it('asks for no larger pages than they allow', () => {
		const wrong = operations.flatMap(({ method, template, parameters }) => {
			const limit = parameters.find(({ in: place, name }) => place === 'query' && name === 'limit')?.schema;
			const most = limit && 'maximum' in limit ? limit.maximum : undefined;
			const { pageSize } = factsOf('GET', template);
			return method === 'GET' && most !== undefined && pageSize > most
				? [`${template}: ${pageSize} above ${most}`]
				: [];
		});
		expect(wrong).toEqual([]);
	});

	it('sorts and filters by ID only where they can', () => {
		const wrong = Object.entries(ENDPOINTS).flatMap(([template, { GET }]) => {
			const operation = operations.find((each) => each.method === 'GET' && each.template === template);
			const names = new Set(operation?.parameters.map(({ name }) => name));
			const filters = GET?.idFilters ? [GET.idFilters.from, GET.idFilters.to] : [];
			const used = [...Object.keys(GET?.sortById ?? {}), ...filters];
			return used.filter((name) => !names.has(name)).map((name) => `${template}: ${name}`);
		});
		expect(wrong).toEqual([]);
	});

	it('asks for the length of a list only where they count it, with the filters that both know', () => {
		const parametersOf = (template: string) =>
			new Set(
				operations
					.find((each) => each.method === 'GET' && each.template === template)
					?.parameters.map(({ name }) => name),
			);
		const counted = Object.entries(ENDPOINTS).flatMap(([template, { GET }]) =>
			GET?.count ? [{ template, ...GET.count }] : [],
		);
		expect(counted.length).toBeGreaterThan(2);
		for (const { template, path, filters } of counted) {
			expect(ofFiles(path, 'GET')).toBe(true);
			expect(filters.filter((name) => !parametersOf(path).has(name) || !parametersOf(template).has(name))).toEqual([]);
		}
	});

	it('lists for every DELETE of a collection exactly its filters', () => {
		const NO_FILTERS = ['page', 'limit', 'delete_children'];
		const wrong = operations.flatMap(({ method, template, parameters }) => {
			const { deleteFilters } = factsOf('DELETE', template);
			if (method !== 'DELETE' || !deleteFilters) return [];
			const theirs = parameters
				.filter((each) => each.in === 'query' && !NO_FILTERS.includes(each.name))
				.map(({ name }) => name);
			return theirs.sort().join() === [...deleteFilters].sort().join() ? [] : [`${template}: ${theirs.join()}`];
		});
		expect(wrong).toEqual([]);
	});

	it('takes a DELETE for one record only where its path ends with one, or there is one only', () => {
		const ONLY_ONE = /\/(image|currency-assignments|site|checkout-url|channel-menus|api-token|connection)$/;
		const wrong = operations.filter(({ method, template }) => {
			const { deleteFilters, deletesByBody } = factsOf('DELETE', template);
			return (
				method === 'DELETE' && !deleteFilters && !deletesByBody && !template.endsWith('}') && !ONLY_ONE.test(template)
			);
		});
		expect(wrong.map(({ template }) => template)).toEqual([]);
	});
});
