import type { StoreCalls } from '../../../model/item';
import { ENDPOINTS, factsOf } from '../../../transport/endpoints';
import { payloadOf, rowsOf } from '../../../transport/payload';
import type { ApiResponse, JsonObject, JsonValue, Query } from '../../../transport/types';
import type { Plan } from './plan';

/** Sends what an item asks for. @returns its rows; none where a list is empty */
export async function answerTo(plan: Plan, store: StoreCalls): Promise<JsonObject | JsonObject[]> {
	const { method, path, query, body, repeatable, returnAll, limit, pagination } = plan;
	if (method !== 'GET') {
		const request = { method, path, query, ...(body === undefined ? {} : { body }), repeatable };
		return shown(plan, await store.write(request, `${method} ${path}`));
	}
	const how = pagination === 'auto' ? {} : { pagination };
	if (returnAll && !isSingle(path)) return await store.list({ path, query }, how);
	if (isReadInPages(plan)) return await store.list({ path, query }, { ...how, limit });
	const answer = shown(plan, await store.read({ path, query }));
	return isPagedByHand(query) || !Array.isArray(answer) ? answer : answer.slice(0, limit);
}

/** What is known to be one record, not a list. */
function isSingle(path: string): boolean {
	const { template } = factsOf('GET', path);
	const facts = template === undefined ? undefined : ENDPOINTS[template]?.GET;
	return facts !== undefined && facts.pagination === undefined;
}

/** Whether Limit decides how many pages are read. What nothing is known of is called just as it was written. */
function isReadInPages({ path, query, pagination, fullResponse }: Plan): boolean {
	if (fullResponse || isPagedByHand(query)) return false;
	return pagination !== 'auto' || ['v2', 'page', 'cursor'].includes(factsOf('GET', path).pagination);
}

/** Parameters by which a person turns pages by hand. */
const PAGE_PARAMETERS = ['page', 'limit', 'per_page', 'after', 'before'];

const isPagedByHand = (query: Query): boolean => PAGE_PARAMETERS.some((name) => Object.hasOwn(query, name));

/** One row per record. What was not done stands beside the records, so such an answer is kept whole. */
function shown({ method, fullResponse }: Plan, response: ApiResponse): JsonObject | JsonObject[] {
	if (fullResponse) return { ...response, body: (response.body ?? null) as JsonValue };
	const payload = response.status === 207 ? (response.body as JsonValue | undefined) : payloadOf(response);
	if (Array.isArray(payload)) return rowsOf({ body: payload });
	// BigCommerce says with an empty answer that a list has no rows, and that a write is done.
	if (payload === undefined || payload === null) return method === 'GET' ? [] : { success: true };
	return typeof payload === 'object' ? payload : { value: payload };
}
