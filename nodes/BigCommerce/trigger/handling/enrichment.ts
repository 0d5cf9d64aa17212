import { readWhole } from '../../changes/pages';
import { ApiFailure } from '../../transport/failure';
import { rowsOf } from '../../transport/pagination';
import type { StoreApi } from '../../transport/storeApi';
import { payloadOf } from '../../transport/storeApi';
import type { JsonObject, JsonValue, Query, ReadRequest } from '../../transport/types';
import type { Lookup } from '../catalogue/lookups';
import { recoveryUrl } from './recoveryUrl';

/** How much is fetched for an event. */
export type OutputMode = 'event' | 'record' | 'recordWithRelated';

/** What was found of the record behind an event; nothing when there is no such record any more. */
export interface FoundRecord {
	record: JsonObject;
	/** Only for Record with Related. */
	related?: JsonObject;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Fetches the record behind an event.
 * @returns `undefined` when the event does not name one; `null` when the store has it no more
 * @throws ApiFailure
 */
export async function fetchRecord(
	api: StoreApi,
	lookup: Lookup,
	data: Fields,
	withRelated: boolean,
): Promise<FoundRecord | null | undefined> {
	const request = requestOf(lookup, data, withRelated);
	if (!request) return undefined;
	const answer = await unlessMissing(find(api, lookup, request, data));
	if (!isRecord(answer)) return null;
	const found = Object.fromEntries(Object.entries(answer).filter(([name]) => !lookup.secrets?.includes(name)));
	if (!withRelated) return { record: found };
	const record = { ...found };
	const related: JsonObject = {};
	for (const name of lookup.include ?? []) {
		related[name] = record[name] ?? [];
		delete record[name];
	}
	const fields = { ...data, record };
	await Promise.all(
		Object.entries(lookup.related ?? {}).map(async ([name, other]) => {
			const otherRequest = requestOf(other, fields, false);
			if (otherRequest) related[name] = (await unlessMissing(find(api, other, otherRequest, fields))) ?? null;
		}),
	);
	const token = valueAt(fields, 'token');
	if (lookup.recoverable && token !== undefined) {
		related.recovery_url = (await recoveryUrl(api, token, valueAt(fields, 'record.channel_id') ?? '1')) ?? null;
	}
	return { record, related: Object.fromEntries(Object.entries(related).sort()) };
}

/**
 * The call of a look-up.
 * @returns `undefined` when the event lacks a field that it needs
 */
export function requestOf(lookup: Lookup, fields: Fields, withRelated: boolean): ReadRequest | undefined {
	const { path, query = {}, include, scope } = lookup;
	const filled = fill(path, fields);
	const filters = Object.entries(query).map(([name, value]) => [name, fill(value, fields)] as const);
	if (filled === undefined || filters.some(([, value]) => value === undefined)) return undefined;
	return {
		method: 'GET',
		path: filled,
		query: {
			...(Object.fromEntries(filters) as Query),
			...(include && withRelated ? { include: [...include] } : {}),
		},
		scope: { scopes: scope ? [scope] : [], access: 'read' },
	};
}

async function find(
	api: StoreApi,
	lookup: Lookup,
	request: ReadRequest,
	fields: Fields,
): Promise<JsonValue | undefined> {
	const { take = 'record' } = lookup;
	if (take === 'record') return payloadOf(await api.send(request));
	if (take === 'first') return rowsOf(await api.send(request))[0];
	const rows = await readWhole(api, request);
	if (take === 'all') return rows;
	const wanted = valueAt(fields, take.equals);
	return rows.find((row) => wanted !== undefined && valueAt(row, take.field) === wanted);
}

/** A record that is not found was deleted since, which is no failure. */
async function unlessMissing(work: Promise<JsonValue | undefined>): Promise<JsonValue | undefined> {
	return await work.catch((error: unknown) => {
		if (error instanceof ApiFailure && error.status === 404) return undefined;
		throw error;
	});
}

/** Puts fields in place of their names. */
function fill(template: string, fields: Fields): string | undefined {
	let complete = true;
	const filled = template.replace(/\{([^}]+)\}/g, (_, names: string) => {
		const value = names
			.split('|')
			.map((name) => valueAt(fields, name))
			.find((each) => each !== undefined);
		complete &&= value !== undefined;
		return value ?? '';
	});
	return complete ? filled : undefined;
}

/** IDs, UUIDs and currency codes; anything else has no place in a path. A customer ID of 0 is a guest. */
const IDENTIFIER = /^(?!0$)[\w-]{1,64}$/;

/** @param path dotted, for example `inventory.variant_id` */
export function valueAt(fields: Fields, path: string): string | undefined {
	const value = path
		.split('.')
		.reduce<unknown>((parent, name) => (isObject(parent) ? (parent as Fields)[name] : undefined), fields);
	const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
	return IDENTIFIER.test(text) ? text : undefined;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isRecord = (value: JsonValue | undefined): value is JsonObject => isObject(value) && !Array.isArray(value);
