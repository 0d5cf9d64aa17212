import { parseEndpoint } from '../../model/endpoint';
import type { ReadEndpoint } from '../../model/endpoint';
import type { LookUpOperation } from '../../model/operation';
import { inSentence } from '../../model/words';
import { chunksByLength, readList } from '../../transport/pagination';
import { textOf } from '../../transport/textOf';
import type { JsonObject, Query } from '../../transport/types';
import { inOrder } from '../inOrder';
import type { ItemPlan } from '../itemPlan';
import { isObject, keyQuery, keyText, mostKeys, rowsByKey } from '../requests';
import type { Run } from '../run';

/** Finds a record for each item by its key, many keys with one request. */
export async function runLookUp(run: Run<LookUpOperation>): Promise<void> {
	const { row, below } = run.operation;
	await inOrder(
		groupsOf(run.open(), mostKeys(run.operation)),
		async (plans) => {
			try {
				const query = plans[0]?.query ?? {};
				const found = rowsByKey(await readBy(run, run.operation, keysOf(plans), query), [row]);
				const missing = plans.filter(({ key }) => !found.has(keyText(key)));
				const failed = below ? await findBelow(run, below, missing, found) : new Map<string, unknown>();
				for (const plan of plans) {
					const key = keyText(plan.key);
					if (failed.has(key)) run.fail(plan.index, failed.get(key));
					else settle(run, plan, found.get(key) ?? []);
				}
			} catch (error) {
				for (const { index } of plans) run.fail(index, error);
			}
		},
		{ stopped: run.stopped },
	);
}

/** Items that ask for the same with their keys can share a request. @param most keys in one filter */
function groupsOf(plans: readonly ItemPlan[], most: number): ItemPlan[][] {
	const groups = new Map<string, ItemPlan[]>();
	for (const plan of plans) {
		const call = JSON.stringify(plan.query);
		const group = groups.get(call);
		if (group) group.push(plan);
		else groups.set(call, [plan]);
	}
	return [...groups.values()].flatMap((group) => chunksByLength(group, most, ({ key }) => textOf(key)));
}

/** Each once, however it is written. */
const keysOf = (plans: readonly ItemPlan[]): string[] => [
	...new Map(plans.map(({ key }) => [keyText(key), textOf(key)])).values(),
];

interface Source {
	endpoint: ReadEndpoint;
	filter: string;
	exact?: string | undefined;
}

async function readBy(run: Run, source: Source, keys: readonly string[], query: Query): Promise<JsonObject[]> {
	const request = run.request({ ...parseEndpoint(source.endpoint), query: { ...query, ...keyQuery(source, keys) } });
	const { rows, incomplete } = await readList(run.api, { request });
	if (incomplete) run.incompleteLists += 1;
	return rows.filter(isObject);
}

/**
 * Finds keys among the records below, and adds their parents with the one that was found.
 * @returns what went wrong, by key
 */
async function findBelow(
	run: Run<LookUpOperation>,
	below: NonNullable<LookUpOperation['below']>,
	plans: readonly ItemPlan[],
	found: Map<string, JsonObject[]>,
): Promise<Map<string, unknown>> {
	const { row, parent, as } = below;
	const failed = new Map<string, unknown>();
	const children = new Map<string, JsonObject>();
	await inOrder(
		chunksByLength(keysOf(plans), mostKeys(below)),
		async (keys) => {
			try {
				const rows = rowsByKey(await readBy(run, below, keys, {}), [row]);
				for (const key of keys.map(keyText)) if (rows.has(key)) children.set(key, rows.get(key)![0]!);
			} catch (error) {
				for (const key of keys) failed.set(keyText(key), error);
			}
		},
		{ stopped: run.stopped },
	);
	const parents = [...new Set([...children.values()].map((child) => textOf(child[parent])))];
	if (parents.length === 0) return failed;
	const ids = { endpoint: run.operation.endpoint, filter: 'id:in' };
	const byId = rowsByKey(await readBy(run, ids, parents, plans[0]?.query ?? {}), ['id']);
	for (const [key, child] of children) {
		const own = byId.get(keyText(child[parent])) ?? [];
		if (own.length > 0)
			found.set(
				key,
				own.map((each) => ({ ...each, [as]: child })),
			);
	}
	return failed;
}

function settle(run: Run<LookUpOperation>, plan: ItemPlan, rows: readonly JsonObject[]): void {
	const { key, several } = run.operation;
	const asked = textOf(plan.key);
	if (rows.length === 0) {
		const what =
			key.kind === 'record'
				? `${inSentence(key.record.displayName)} ${asked}`
				: `record with the ${key.displayName} "${asked}"`;
		run.fail(plan.index, plan.missing(`BigCommerce has no ${what}`));
	} else if (rows.length > 1 && !several) {
		const ids = rows.map(({ id }) => textOf(id)).join(', ');
		run.fail(plan.index, plan.refuse(`${rows.length} records have the ${key.displayName} "${asked}"`, `IDs: ${ids}.`));
	} else {
		run.succeed(
			plan.index,
			rows.map((row) => ({ ...row })),
		); // items may share a row
	}
}
