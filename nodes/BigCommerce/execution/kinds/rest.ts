import { fillPath, parseEndpoint } from '../../model/endpoint';
import type { GetOperation, ListOperation } from '../../model/operation';
import type { Rest } from '../../model/parts';
import { readList } from '../../transport/pagination';
import { textOf } from '../../transport/textOf';
import type { JsonObject } from '../../transport/types';
import { together } from '../inOrder';
import type { Run } from '../run';

/** Rows, each with what BigCommerce left out of it. @throws ApiFailure when that cannot be read */
export async function withRest(
	run: Run<GetOperation | ListOperation>,
	rows: readonly JsonObject[],
): Promise<JsonObject[]> {
	const { rest } = run.operation;
	if (!rest) return [...rows];
	return await together(rows.map(async (row) => (rest.isMissing(row) ? await completed(run, rest, row) : row)));
}

async function completed(run: Run, { endpoint, path, complete }: Rest, row: JsonObject): Promise<JsonObject> {
	const values = Object.fromEntries(Object.entries(path).map(([name, field]) => [name, textOf(row[field])]));
	const target = parseEndpoint(endpoint);
	const { rows, incomplete } = await readList(run.api, {
		request: run.request({ method: target.method, path: fillPath(target.path, values) }),
	});
	if (incomplete) run.incompleteLists += 1;
	return complete(row, rows);
}
