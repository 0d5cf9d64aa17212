import { fillPath, isByField, parseEndpoint } from '../../model/endpoint';
import { bodyFields } from '../../model/facts';
import type { UpsertOperation } from '../../model/operation';
import { chunksByLength, readList } from '../../transport/pagination';
import { textOf } from '../../transport/textOf';
import type { JsonObject } from '../../transport/types';
import type { Entry } from '../entry';
import { entryOf } from '../entry';
import { refusalOf } from '../inputFault';
import { inOrder } from '../inOrder';
import type { ItemPlan } from '../itemPlan';
import { isObject, keyOf, keyQuery, labelOf, mostKeys, omit, rowsByKey } from '../requests';
import type { Run } from '../run';
import { sendBatches, waves } from './batch';
import { sendCalls } from './call';
import { sendMerges } from './merge';

/**
 * Create or Update: looks all keys up in few requests, then creates the missing records and updates the
 * others. Items with the same key go one after the other, so the second finds what the first created.
 */
export async function runUpsert(run: Run<UpsertOperation>): Promise<void> {
	const { key, create, update } = run.operation;
	const about = ({ path, record }: Entry) => `${JSON.stringify(path)}${keyOf(record, key)}`;
	for (const wave of waves(run.open().map(entryOf), about)) {
		const found = await find(run, wave);
		const fresh: Entry[] = [];
		const known: Entry[] = [];
		for (const entry of wave.filter(({ plan }) => run.isOpen(plan.index) && found.has(plan.index))) {
			const rows = found.get(entry.plan.index)!;
			if (rows.length > 1) run.fail(entry.plan.index, ambiguous(run.operation, entry, rows));
			else if (rows[0]) known.push(forUpdate(run.operation, entry, rows[0]));
			else if (isComplete(run, entry)) fresh.push(entry);
		}
		if (run.stopped()) return;
		await Promise.all([deliver(run, create, fresh), deliver(run, update, known)]);
	}
}

function ambiguous(operation: UpsertOperation, { plan, record }: Entry, rows: readonly JsonObject[]): Error {
	const named = operation.key.map((name) => `${labelOf(bodyFields(operation), name)} "${textOf(record[name])}"`);
	const ids = rows.map((row) => textOf(row[operation.find.id ?? 'id'])).join(', ');
	return plan.refuse(
		`${rows.length} records have the ${named.join(' and ')}`,
		`Update the right one by its ID: ${ids}.`,
	);
}

/** What only a new record needs is asked for once it is known to be new. */
function isComplete(run: Run<UpsertOperation>, { plan, record }: Entry): boolean {
	const { neededForNew, key } = run.operation;
	const missing = neededForNew.filter((name) => record[name] === undefined || record[name] === '');
	const faults = [
		...missing.map((name) => `${labelOf(bodyFields(run.operation), name)} is empty.`),
		...plan.faultsIfNew,
	];
	if (faults.length === 0) return true;
	const name = key.map((field) => textOf(record[field])).join(', ');
	const { message } = refusalOf(faults);
	run.fail(plan.index, plan.refuse(`"${name}" does not exist yet, and cannot be created: ${message}`));
	return false;
}

async function deliver(
	run: Run,
	operation: UpsertOperation['create'] | UpsertOperation['update'],
	entries: Entry[],
): Promise<void> {
	if (operation.kind === 'call') await sendCalls(run, operation, entries);
	else if (operation.kind === 'batch') await sendBatches(run, operation, entries);
	else await sendMerges(run, operation, entries);
}

/** The changes, with the existing record's ID and without what only a new record gets. */
function forUpdate(
	{ find: { id = 'id' }, idField = 'id', update, newOnly = [] }: UpsertOperation,
	entry: Entry,
	row: JsonObject,
): Entry {
	const changes = omit(entry.record, newOnly);
	const inPath = (update.path ?? []).some(({ name }) => name === idField);
	return inPath
		? { ...entry, path: { ...entry.path, [idField]: textOf(row[id]) }, record: changes }
		: { ...entry, record: { ...changes, [idField]: row[id]! } };
}

/** Existing records by item. A look-up that fails fails its items, and only them. */
async function find(run: Run<UpsertOperation>, entries: readonly Entry[]): Promise<Map<number, JsonObject[]>> {
	const { key, find: lookUp } = run.operation;
	const found = new Map<number, JsonObject[]>();
	const rowKeys = lookUp.rows ?? key;
	await inOrder(
		groupsOf(entries, run.operation),
		async (group) => {
			try {
				const rows = rowsByKey(await readExisting(run, group), rowKeys);
				for (const { plan, record } of group) found.set(plan.index, rows.get(keyOf(record, key)) ?? []);
			} catch (error) {
				for (const { plan } of group) run.fail(plan.index, error);
			}
		},
		{ stopped: run.stopped },
	);
	return found;
}

/** Keys below the same parent travel together, as many as the filter takes; without a filter the list is read once. */
function groupsOf(entries: readonly Entry[], { key, find: { filter, endpoint } }: UpsertOperation): Entry[][] {
	const byPath = new Map<string, Entry[]>();
	for (const entry of entries) {
		const path = targetText(endpoint, entry.plan);
		const group = byPath.get(path);
		if (group) group.push(entry);
		else byPath.set(path, [entry]);
	}
	if (filter === undefined) return [...byPath.values()];
	return [...byPath.values()].flatMap((group) =>
		chunksByLength(group, mostKeys({ filter }), ({ record }) => textOf(record[key[0]!])),
	);
}

function targetText(endpoint: UpsertOperation['find']['endpoint'], plan: ItemPlan): string {
	const chosen = isByField(endpoint) ? endpoint.of[textOf(plan.options[endpoint.byField])]! : endpoint;
	return fillPath(parseEndpoint(chosen).path, plan.path);
}

async function readExisting(run: Run<UpsertOperation>, group: readonly Entry[]): Promise<JsonObject[]> {
	const { key, find: lookUp, fixedQuery } = run.operation;
	const [first] = group as [Entry];
	const keys = [...new Set(group.map(({ record }) => textOf(record[key[0]!])))];
	const { filter = '', exact } = lookUp;
	const path = targetText(lookUp.endpoint, first.plan);
	const { rows, incomplete } = await readList(run.api, {
		request: run.request({ method: 'GET', path, query: { ...fixedQuery, ...keyQuery({ filter, exact }, keys) } }),
	});
	if (incomplete) run.incompleteLists += 1;
	return rows.filter(isObject);
}
