import { overwritingFields } from '../model/facts';
import type { Field } from '../model/field';
import type { BatchOperation, CallOperation, ReadBack } from '../model/operation';
import { chunksByLength, readList } from '../transport/pagination';
import { payloadOf } from '../transport/storeApi';
import { textOf } from '../transport/textOf';
import type { JsonObject, JsonValue } from '../transport/types';
import type { Entry } from './entry';
import type { ItemPlan } from './itemPlan';
import { isObject, keyOf, keyText, rowsByKey, targetOf } from './requests';
import type { Run } from './run';

const MOST_KEYS = 250;

/**
 * Lists in an update replace what the record has. Where the item wants to add to them or take from them, the
 * record is read first. An item whose record cannot be read, or has no list, has failed afterwards and is left out.
 */
export async function completeLists(
	run: Run,
	operation: CallOperation | BatchOperation,
	entries: readonly Entry[],
): Promise<Entry[]> {
	const { readBack } = operation;
	const fields = overwritingFields(operation);
	const changes = ({ plan, record }: Entry) => plan.lists !== 'replace' && fields.some(({ name }) => name in record);
	const wanted = readBack ? entries.filter(changes) : [];
	if (!readBack || wanted.length === 0) return [...entries];
	const records = await readRecords(run, readBack, wanted);
	return entries.flatMap((entry) => {
		if (!changes(entry)) return [entry];
		const record = records.get(entry.plan.index);
		if (!record) return [];
		const unlisted = fields.find(({ name }) => name in entry.record && !Array.isArray(record[name]));
		if (!unlisted) return [{ ...entry, record: changed(entry, record, fields) }];
		run.fail(entry.plan.index, entry.plan.refuse(...noList(unlisted)));
		return [];
	});
}

/** Nothing is known of what the record has, or it has all there are: with one added, it would be that one alone. */
const noList = ({ displayName }: Field): [message: string, advice: string] => [
	`The record has no list of ${displayName} to add to or remove from`,
	'For BigCommerce that can mean all of them. Choose Replace in the option Lists, and name those that you want.',
];

function changed({ plan, record }: Entry, before: JsonObject, fields: readonly Field[]): JsonObject {
	const lists = fields
		.filter(({ name }) => name in record)
		.map((field) => [field.name, changedList(field, before[field.name], record[field.name], plan.lists)] as const);
	return { ...record, ...Object.fromEntries(lists) };
}

/** @param given what the item says: entries to add, or to remove */
function changedList(
	field: Field,
	before: JsonValue | undefined,
	given: JsonValue | undefined,
	how: ItemPlan['lists'],
): JsonValue[] {
	const old = Array.isArray(before) ? before : [];
	const named = Array.isArray(given) ? given : [];
	const keyed = (value: JsonValue) =>
		field.kind === 'list' && isObject(value) ? keyOf(value, field.entryKey ?? []) : keyText(value);
	// Entries without a key of their own are new, however many.
	const isNew = (value: JsonValue) =>
		field.kind === 'list' && isObject(value) && (field.entryKey ?? []).every((name) => keyText(value[name]) === '');
	const byKey = new Map(named.filter((value) => !isNew(value)).map((value) => [keyed(value), value]));
	const merge = (field.kind === 'list' && field.merge) || ((value, other = {}) => ({ ...value, ...other }));
	const kept = old
		.filter((value) => how === 'add' || !byKey.has(keyed(value)))
		.map((value): JsonValue => {
			const other = byKey.get(keyed(value));
			return isObject(value) ? merge(value, isObject(other) ? other : undefined) : value;
		});
	if (how === 'remove') return kept;
	const known = new Set(old.map(keyed));
	return [...kept, ...[...byKey].flatMap(([key, value]) => (known.has(key) ? [] : [value])), ...named.filter(isNew)];
}

/** The records by item. */
async function readRecords(run: Run, readBack: ReadBack, entries: readonly Entry[]): Promise<Map<number, JsonObject>> {
	const records = new Map<number, JsonObject>();
	const { endpoint, filter, query = {} } = readBack;
	const target = ({ plan, path }: Entry) =>
		targetOf(endpoint, Object.assign(Object.create(plan) as ItemPlan, { path }));
	if (filter === undefined) {
		for (const entry of entries) {
			const { plan } = entry;
			try {
				const request = run.request({ ...target(entry), query });
				const payload = payloadOf(await run.api.send(request));
				if (isObject(payload)) records.set(plan.index, payload);
				else run.fail(plan.index, plan.missing('BigCommerce has no such record'));
			} catch (error) {
				run.fail(plan.index, error);
			}
		}
		return records;
	}
	// In a batch the record holds it, else the end of the path.
	const idOf = ({ record, path: values }: Entry) => textOf(record.id ?? Object.values(values).at(-1));
	for (const chunk of chunksByLength(entries, MOST_KEYS, idOf)) {
		try {
			const request = run.request({
				...target(chunk[0]!),
				query: { ...query, [filter]: [...new Set(chunk.map(idOf))] },
			});
			const rows = rowsByKey((await readList(run.api, { request })).rows.filter(isObject), ['id']);
			for (const entry of chunk) {
				const [row] = rows.get(keyText(idOf(entry))) ?? [];
				if (row) records.set(entry.plan.index, row);
				else run.fail(entry.plan.index, entry.plan.missing(`BigCommerce has no record with the ID ${idOf(entry)}`));
			}
		} catch (error) {
			for (const { plan } of chunk) run.fail(plan.index, error);
		}
	}
	return records;
}
