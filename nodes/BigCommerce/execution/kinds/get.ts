import { fillPath, parseEndpoint } from '../../model/endpoint';
import { needOf } from '../../model/facts';
import type { GetOperation } from '../../model/operation';
import type { Part } from '../../model/parts';
import { readList } from '../../transport/pagination';
import { payloadOf } from '../../transport/storeApi';
import type { ApiResponse, JsonObject, JsonValue, Query } from '../../transport/types';
import { inOrder, together } from '../inOrder';
import type { ItemPlan } from '../itemPlan';
import { isObject, targetOf } from '../requests';
import type { Run } from '../run';
import { withRest } from './rest';

/** Reads one record per item, and the parts that Include names by calls of their own. */
export async function runGet(run: Run<GetOperation>): Promise<void> {
	await inOrder(
		run.open(),
		async (plan) => {
			try {
				run.succeed(plan.index, await read(run, plan));
			} catch (error) {
				run.fail(plan.index, error);
			}
		},
		{ stopped: run.stopped },
	);
}

async function read(run: Run<GetOperation>, plan: ItemPlan): Promise<JsonObject[]> {
	const { endpoint, parts = [], result } = run.operation;
	const asked = [plan.query.include ?? []].flat().map(String);
	const wanted = parts.filter(({ field }) => asked.includes(field));
	const request = run.request({ ...targetOf(endpoint, plan), query: withoutParts(plan.query, wanted) });
	const [response, lists] = await together([
		run.api.send(request),
		together(wanted.map(async (part) => [part.field, await readPart(run, part, plan)] as const)),
	]);
	const rows = await withRest(run, result ? [result(response, plan)].flat() : rowsFrom(response));
	return lists.length === 0 ? rows : rows.map((row) => ({ ...row, ...Object.fromEntries(lists) }));
}

async function readPart(run: Run<GetOperation>, { endpoint, query = {}, scopes }: Part, plan: ItemPlan) {
	const { method, path } = parseEndpoint(endpoint);
	const scope = scopes ? { scopes, access: 'read' as const } : needOf(run.operation);
	const { rows, incomplete } = await readList(run.api, {
		request: { method, path: fillPath(path, plan.path), query, scope },
	});
	if (incomplete) run.incompleteLists += 1;
	return rows;
}

/** What is read by calls of its own, the record's own call does not know. */
function withoutParts({ include, ...query }: Query, parts: readonly Part[]): Query {
	if (include === undefined) return query;
	const own = [include].flat().filter((each) => !parts.some(({ field }) => field === each));
	return own.length === 0 ? query : { ...query, include: own.map(String) };
}

function rowsFrom(response: ApiResponse): JsonObject[] {
	const payload: JsonValue | undefined = payloadOf(response);
	if (Array.isArray(payload)) return payload.filter(isObject);
	return [isObject(payload) ? payload : {}];
}
