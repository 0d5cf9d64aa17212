import { parseEndpoint } from '../../model/endpoint';
import type { BatchOperation } from '../../model/operation';
import { readList, rowsOf } from '../../transport/pagination';
import { problemInWords, readPartial } from '../../transport/partial';
import { payloadOf } from '../../transport/storeApi';
import { textOf } from '../../transport/textOf';
import type { ApiResponse, JsonObject, JsonValue } from '../../transport/types';
import { ApiFailure } from '../../transport/failure';
import type { Problem } from '../../transport/problemBody';
import type { Entry } from '../entry';
import { labelsOf } from '../labels';
import { isObject, keyOf, rowsByKey } from '../requests';
import type { Run } from '../run';

/** Hands the answer of a batch back to its items. What the answer does not say of a record is not claimed. */
export async function settle(
	run: Run,
	operation: BatchOperation,
	entries: readonly Entry[],
	response: ApiResponse,
): Promise<void> {
	const {
		byIndex,
		general,
		failed: inAll,
	} = readPartial(
		response,
		entries.length,
		entries.map(({ record }) => record),
	);
	// Those that are named are counted among them.
	const failed = inAll === undefined || inAll <= byIndex.size ? undefined : inAll - byIndex.size;
	for (const [position, problem] of byIndex) {
		const entry = entries[position];
		if (entry) refuse(run, entry, operation, response, problem);
	}
	const rest = entries.filter((_, position) => !byIndex.has(position));
	const rows = rowsOf(response).filter(isObject);
	if (operation.effect === 'delete') {
		deleted(run, operation, rest, { general, failed, response });
		return;
	}
	if (operation.readAgain) return await readAgain(run, operation.readAgain, rest, general);
	if (!operation.match) return unnamed(run, rest, rows, payloadOf(response), general);
	pair(run, operation, rest, rows, { general, failed, response });
}

interface Said {
	general: Problem | undefined;
	/** How many further records the answer says it did not save, without naming them. */
	failed: number | undefined;
	response: ApiResponse;
}

/** By their keys, and by position what is left when the store has changed keys and the numbers agree. */
function pair(
	run: Run,
	{ match = [], endpoint }: BatchOperation,
	entries: readonly Entry[],
	rows: JsonObject[],
	said: Said,
) {
	const found = rowsByKey(rows, match);
	const left: Entry[] = [];
	for (const entry of entries) {
		const own = found.get(keyOf(entry.record, match));
		if (!own) left.push(entry);
		else
			run.succeed(
				entry.plan.index,
				own.map((row) => ({ ...row })),
				said.general,
			);
	}
	const keys = new Set(entries.map(({ record }) => keyOf(record, match)));
	const strangers = rows.filter((row) => !keys.has(keyOf(row, match)));
	if (left.length === strangers.length) {
		left.forEach(({ plan }, position) => run.succeed(plan.index, [strangers[position]!], said.general));
		return;
	}
	for (const entry of left) {
		const name = match.map((field) => textOf(entry.record[field])).join(', ');
		// As many as are missing were not saved, the answer says: then these are the ones.
		const isKnown = said.failed !== undefined && said.failed === left.length;
		run.fail(entry.plan.index, noRow(name, endpoint, said, isKnown), isKnown ? 'notDone' : 'unknown');
	}
}

function noRow(name: string, endpoint: BatchOperation['endpoint'], { general, response }: Said, isKnown: boolean) {
	const why = general?.title ?? general?.fields.map(({ field, message }) => `${field}: ${message}`).join(', ');
	const message = isKnown
		? `BigCommerce did not save the record ${name}`
		: `BigCommerce accepted the call but returned nothing for the record ${name}`;
	const { method, path } = parseEndpoint(typeof endpoint === 'string' ? endpoint : Object.values(endpoint.of)[0]!);
	return new ApiFailure(
		'refused',
		why ? `${message}: ${why}` : message,
		isKnown ? '' : 'Look in the store whether it was saved before you send it again.',
		{ method, path, status: response.status, ...(general ? { problem: general } : {}) },
	);
}

function refuse(
	run: Run,
	{ plan, record }: Entry,
	operation: BatchOperation,
	{ status }: ApiResponse,
	problem: Problem,
): void {
	const { endpoint } = operation;
	const { method, path } = parseEndpoint(typeof endpoint === 'string' ? endpoint : Object.values(endpoint.of)[0]!);
	const words = problemInWords(problem, record, labelsOf(operation));
	run.fail(
		plan.index,
		new ApiFailure('refused', `BigCommerce did not accept this record: ${words}`, '', {
			method,
			path,
			status,
			problem,
		}),
		'notDone',
	);
}

function deleted(run: Run, operation: BatchOperation, entries: readonly Entry[], said: Said): void {
	for (const { plan, record } of entries) {
		if (said.failed) {
			const name = Object.values(record).map(textOf).join(', ');
			run.fail(plan.index, noRow(name, operation.endpoint, said, said.failed === entries.length), 'unknown');
		} else run.succeed(plan.index, [{ deleted: true }], said.general);
	}
}

/** The answer does not name records: each item gets its row by position, or its own record back. */
function unnamed(
	run: Run,
	entries: readonly Entry[],
	rows: readonly JsonObject[],
	payload: JsonValue | undefined,
	general: Problem | undefined,
): void {
	entries.forEach(({ plan, record }, position) => {
		const row = rows.length === entries.length ? rows[position]! : undefined;
		run.succeed(plan.index, [row ?? { success: true, ...record, ...(isObject(payload) ? payload : {}) }], general);
	});
}

async function readAgain(
	run: Run,
	{ endpoint, filter, field, row }: NonNullable<BatchOperation['readAgain']>,
	entries: readonly Entry[],
	general: Problem | undefined,
): Promise<void> {
	const keys = [...new Set(entries.map(({ record }) => textOf(record[field])))];
	const read = await readList(run.api, {
		request: run.request({ ...parseEndpoint(endpoint), query: { [filter]: keys } }),
	}).catch((error: unknown) => error);
	const rows = read instanceof Error || !isList(read) ? [] : read.rows;
	const found = rowsByKey(rows.filter(isObject), [row]);
	for (const { plan, record } of entries) {
		// The write is done, whatever became of the reading.
		run.succeed(plan.index, found.get(keyOf(record, [field])) ?? [{ success: true, ...record }], general);
	}
}

const isList = (read: unknown): read is { rows: JsonObject[] } =>
	typeof read === 'object' && read !== null && 'rows' in read;
