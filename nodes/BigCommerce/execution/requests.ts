import type { BatchOperation, Match, OneOperation } from '../resources/types';
import { ApiFailure } from '../transport/failure';
import { readProblem } from '../transport/problemBody';
import type { Problem } from '../transport/problemBody';
import { readList, rowsOf } from '../transport/pagination';
import { payloadOf } from '../transport/storeApi';
import { textOf } from '../transport/textOf';
import type { ApiRequest, ApiResponse, JsonObject, JsonValue, Query } from '../transport/types';
import { fillPath, needOf, parseEndpoint } from './endpoint';
import { inParallel } from './inParallel';
import type { ItemInput } from './itemInput';
import type { Run } from './run';

/** What one item wants sent. */
export interface Entry {
	input: ItemInput;
	path: Record<string, string>;
	query: Query;
	record: JsonObject;
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an answer of success says was not done (status 207, or errors beside the data). */
function partialProblem({ status, body }: ApiResponse): Problem | undefined {
	const errors = isObject(body as JsonValue) ? (body as JsonObject).errors : undefined;
	if (status !== 207 && errors === undefined) return undefined;
	const problem = readProblem(errors === undefined ? undefined : { errors });
	return problem.title !== undefined || problem.fields.length > 0 ? problem : undefined;
}

function idempotent({ idempotent: rule }: OneOperation | BatchOperation, record: JsonObject) {
	const value = typeof rule === 'function' ? rule(record) : rule;
	return value === undefined ? {} : { idempotent: value };
}

function rowsFrom(operation: OneOperation, response: ApiResponse, input: ItemInput): JsonObject[] {
	if (operation.result) return [operation.result(response, input)].flat();
	if (parseEndpoint(operation.endpoint).method === 'DELETE') return [{ deleted: true }];
	const payload = payloadOf(response);
	if (Array.isArray(payload)) return payload as JsonObject[];
	return [isObject(payload) && Object.keys(payload).length > 0 ? payload : { success: true }];
}

/** Sends one request per entry, side by side; requests to the same record keep the items' order. */
export async function sendOnes(run: Run, operation: OneOperation, entries: readonly Entry[]): Promise<void> {
	const { method, path } = parseEndpoint(operation.endpoint);
	const keyOf = (entry: Entry) => {
		if (operation.turn) return operation.turn(entry.input);
		return method !== 'GET' && Object.keys(entry.path).length > 0 ? fillPath(path, entry.path) : undefined;
	};
	await inParallel(
		entries,
		async (entry) => {
			const request: ApiRequest = {
				method,
				path: fillPath(path, entry.path),
				query: entry.query,
				...(operation.body ? { body: entry.record } : {}),
				...idempotent(operation, entry.record),
				scope: needOf(operation),
			};
			try {
				const response = await run.api.send(request);
				run.succeed(entry.input.index, rowsFrom(operation, response, entry.input), partialProblem(response));
			} catch (error) {
				run.fail(entry.input.index, error);
			}
		},
		{ keyOf, stopped: run.stopped },
	);
}

/**
 * Sends records of many items in few requests and hands each result back to its item. A refused batch is
 * halved until the guilty record stands alone. Items that name the same record go one after the other.
 */
export async function sendBatches(run: Run, operation: BatchOperation, entries: readonly Entry[]): Promise<void> {
	for (const wave of waves(entries, aboutOf(operation))) {
		const chunks = [...groupByCall(wave, operation).values()].flatMap((group) => chunksOf(group, operation.most));
		await inParallel(chunks, async (chunk) => await sendBatch(run, operation, chunk), { stopped: run.stopped });
	}
}

function aboutOf({ filter, about, match }: BatchOperation): ((record: JsonObject) => string) | undefined {
	if (filter) return undefined;
	return about ?? (match && ((record) => keyText(record[match.record])));
}

async function sendBatch(run: Run, operation: BatchOperation, entries: readonly Entry[]): Promise<void> {
	const [first] = entries;
	if (!first || run.stopped()) return;
	try {
		const request = batchRequest(operation, first, entries);
		if (request.method === 'GET') {
			settle(run, operation, entries, await readList(run.api, { request, pagination: 'auto' }));
		} else {
			const response = await run.api.send(request);
			settle(run, operation, entries, rowsOf(response), partialProblem(response), payloadOf(response));
		}
	} catch (error) {
		if (entries.length > 1 && error instanceof ApiFailure && isAboutRecords(error)) {
			const middle = Math.ceil(entries.length / 2);
			await sendBatch(run, operation, entries.slice(0, middle));
			await sendBatch(run, operation, entries.slice(middle));
			return;
		}
		for (const { input } of entries) run.fail(input.index, error);
	}
}

function batchRequest(operation: BatchOperation, first: Entry, entries: readonly Entry[]): ApiRequest {
	const { method, path } = parseEndpoint(operation.endpoint);
	const records = entries.map(({ record }) => record);
	const base = { method, path: fillPath(path, first.path), scope: needOf(operation) };
	if (operation.filter) {
		const { name, record } = operation.filter;
		const values = [...new Set(records.map((each) => each[record.name] as string | number))];
		return { ...base, query: { ...first.query, [name]: values } };
	}
	const { wrap, shared = [] } = operation;
	const body = wrap
		? wrap(
				records.map((record) => omit(record, shared)),
				pick(first.record, shared),
			)
		: records;
	return { ...base, query: first.query, body, ...idempotent(operation, records[0] ?? {}) };
}

/** The store read the records and did not like one of them; nothing of the batch was done. */
const isAboutRecords = ({ kind, status }: ApiFailure) =>
	kind === 'refused' && [400, 404, 409, 413, 422].includes(status ?? 0);

function settle(
	run: Run,
	operation: BatchOperation,
	entries: readonly Entry[],
	rows: readonly JsonObject[],
	problem?: Problem,
	payload?: JsonValue,
): void {
	const { method } = parseEndpoint(operation.endpoint);
	const found = operation.match && rowsByKey(rows, operation.match);
	entries.forEach(({ input, record }, position) => {
		const own = found
			? found.get(keyText(record[operation.match!.record]))
			: rows.length === entries.length
				? [rows[position]!]
				: undefined;
		if (own)
			run.succeed(
				input.index,
				own.map((row) => ({ ...row })),
				problem,
			); // items may share a row
		else if (method === 'DELETE') run.succeed(input.index, [{ deleted: true }]);
		else if (!operation.match)
			run.succeed(input.index, [{ success: true, ...record, ...(isObject(payload) && payload) }], problem);
		else run.fail(input.index, missingRow(operation, input, record, problem));
	});
}

function missingRow(operation: BatchOperation, input: ItemInput, record: JsonObject, problem: Problem | undefined) {
	const key = textOf(record[operation.match!.record]);
	if (parseEndpoint(operation.endpoint).method === 'GET') {
		return input.refuse(`BigCommerce has no such record: ${key}`, 'Check the value; the record may have been deleted.');
	}
	const said = problem?.fields.map(({ field, message }) => `${field}: ${message}`) ?? [];
	return input.refuse(
		`BigCommerce did not save the record ${key}`,
		[problem?.title, ...said, 'It accepted the call but returned nothing for this record.'].filter(Boolean).join('\n'),
	);
}

export const keyText = (value: JsonValue | undefined): string => textOf(value).trim().toLowerCase();

/** Several rows of one key: customers of different storefronts may have the same email address. */
export function rowsByKey(rows: readonly JsonObject[], { row }: Pick<Match, 'row'>): Map<string, JsonObject[]> {
	const found = new Map<string, JsonObject[]>();
	for (const each of rows) {
		const key = keyText(each[row]);
		found.set(key, [...(found.get(key) ?? []), each]);
	}
	return found;
}

/** The first wave holds each record's first mention, the second its second, and so on. */
export function waves(entries: readonly Entry[], about: ((record: JsonObject) => string) | undefined): Entry[][] {
	const counts = new Map<string, number>();
	const result: Entry[][] = [];
	for (const entry of entries) {
		const key = about?.(entry.record) ?? '';
		const wave = about ? (counts.get(key) ?? 0) : 0;
		counts.set(key, wave + 1);
		(result[wave] ??= []).push(entry);
	}
	return result;
}

/** Only records for the same path, query and shared fields can share a request. */
function groupByCall(entries: readonly Entry[], { shared = [] }: BatchOperation): Map<string, Entry[]> {
	const groups = new Map<string, Entry[]>();
	for (const entry of entries) {
		const call = JSON.stringify([entry.path, entry.query, pick(entry.record, shared)]);
		const group = groups.get(call);
		if (group) group.push(entry);
		else groups.set(call, [entry]);
	}
	return groups;
}

const pick = (record: JsonObject, names: readonly string[]): JsonObject =>
	Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));

const omit = (record: JsonObject, names: readonly string[]): JsonObject =>
	Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

export function chunksOf<T>(list: readonly T[], most: number): T[][] {
	return Array.from({ length: Math.ceil(list.length / most) }, (_, index) =>
		list.slice(index * most, (index + 1) * most),
	);
}
