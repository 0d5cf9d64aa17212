import type { BatchOperation, OneOperation, UpsertOperation } from '../resources/types';
import { readList } from '../transport/pagination';
import { textOf } from '../transport/textOf';
import type { JsonObject } from '../transport/types';
import { needOf, parseEndpoint } from './endpoint';
import { inParallel } from './inParallel';
import type { ItemInput } from './itemInput';
import type { Entry } from './requests';
import { chunksOf, keyText, rowsByKey, sendBatches, sendOnes, waves } from './requests';
import type { Run } from './run';

/**
 * Create or Update: looks all keys up in few requests, then creates the missing records and updates the
 * others. Items with the same key go one after the other, so the second finds what the first created.
 */
export async function runUpsert(run: Run<UpsertOperation>): Promise<void> {
	const { key, create, update, createOnly = [] } = run.operation;
	const entries = run.plan((input): Entry => {
		const record = input.body();
		if (record[key] === undefined || record[key] === '' || record[key] === null) {
			throw input.refuse(`${key} is empty`, 'It decides whether the record exists already.');
		}
		return { input, path: {}, query: {}, record };
	});
	for (const wave of waves(entries, (record) => keyText(record[key]))) {
		const found = await find(run, wave);
		const fresh: Entry[] = [];
		const known: Entry[] = [];
		for (const entry of wave.filter(({ input }) => run.isOpen(input.index))) {
			const { input, record } = entry;
			const rows = found.get(keyText(record[key])) ?? [];
			if (rows.length > 1) run.fail(input.index, ambiguous(input, key, rows));
			else if (rows[0]) known.push(forUpdate(entry, rows[0], createOnly));
			else fresh.push(entry);
		}
		await Promise.all([deliver(run, create, fresh), deliver(run, update, known)]);
	}
}

function ambiguous(input: ItemInput, key: string, rows: readonly JsonObject[]): Error {
	return input.refuse(
		`${rows.length} records have the ${key} ${textOf(rows[0]?.[key])}`,
		`Update the right one by its ID: ${rows.map(({ id }) => textOf(id)).join(', ')}.`,
	);
}

async function deliver(run: Run, operation: OneOperation | BatchOperation, entries: Entry[]): Promise<void> {
	if (operation.kind === 'one') await sendOnes(run, operation, entries);
	else await sendBatches(run, operation, entries);
}

/** The changes, with the existing record's ID and without what an update does not take. */
function forUpdate(entry: Entry, row: JsonObject, createOnly: readonly string[]): Entry {
	const changes = Object.entries(entry.record).filter(([name]) => !createOnly.includes(name));
	return { ...entry, record: { ...Object.fromEntries(changes), id: row.id! } };
}

/** Existing records by key. A look-up that fails fails its items, and only them. */
async function find(run: Run<UpsertOperation>, entries: readonly Entry[]): Promise<Map<string, JsonObject[]>> {
	const { key, find: lookUp } = run.operation;
	const { method, path } = parseEndpoint(lookUp.endpoint);
	const found = new Map<string, JsonObject[]>();
	await inParallel(
		chunksOf(entries, lookUp.most),
		async (chunk) => {
			const keys = chunk.map(({ record }) => record[key] as string | number);
			try {
				const request = { method, path, query: { [lookUp.filter]: keys }, scope: needOf(run.operation) };
				const rows = await readList(run.api, { request, pagination: 'auto' });
				for (const [text, own] of rowsByKey(rows, lookUp)) found.set(text, own);
			} catch (error) {
				for (const { input } of chunk) run.fail(input.index, error);
			}
		},
		{ stopped: run.stopped },
	);
	return found;
}
