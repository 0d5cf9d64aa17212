import type { z } from 'zod';
import { notFound, problem, type ProblemStyle } from '../core/errors';
import { selectFields } from '../core/fields';
import type { Call, Method } from '../core/route';
import type { Key, Row } from '../core/table';
import type { Store } from '../data/store';
import { recordEvent } from '../domain/events';
import type { JsonObject } from '../types';
import type { Declaration, Records, What } from './declaration';
import { schemaOf, type Field } from './field';

const ofSameValue = (a: unknown, b: unknown): boolean =>
	typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;

/** The records of a declared collection: which a call reaches, how they are made, changed and shown. */
export class Collection {
	readonly id: string;
	readonly isV2: boolean;
	readonly style: ProblemStyle;
	private readonly fields: readonly (readonly [string, Field])[];
	private readonly schemas = new Map<string, z.ZodObject<z.ZodRawShape>>();

	constructor(readonly declaration: Declaration) {
		this.id = declaration.id ?? 'id';
		this.isV2 = declaration.path.startsWith('/v2');
		this.style = declaration.problems ?? (this.isV2 ? 'v2' : 'v3');
		this.fields = Object.entries(declaration.fields);
	}

	/** What may be sent. @param needed fields that must be there; default: those declared as required */
	schema(needed?: readonly string[]): z.ZodObject<z.ZodRawShape> {
		const key = needed?.join() ?? 'all that is required';
		let schema = this.schemas.get(key);
		if (!schema) this.schemas.set(key, (schema = schemaOf(this.declaration.fields, needed)));
		return schema;
	}

	records(store: Store): Records<Row> {
		const { records, path } = this.declaration;
		return records ? records(store) : store.table(path);
	}

	/** Records with this value of a field. */
	where(store: Store, field: string, value: unknown): readonly Row[] {
		return this.records(store).by(field as never, value as never);
	}

	/** Values that the call's path, and the collection itself, give to each of its records. @throws 404 */
	scopeOf(call: Call): JsonObject {
		const { parents = {}, fixed = {} } = this.declaration;
		const scope: JsonObject = {};
		for (const [parameter, { name, find, field = parameter }] of Object.entries(parents)) {
			const key = keyIn(call, parameter);
			if (find(call.store, key) === undefined) throw notFound(this.style, `The ${name}`);
			if (field !== false) scope[field] = key;
		}
		return { ...scope, ...fixed };
	}

	/** The records that the call's path leads to and its account may see. */
	within(call: Call): readonly Row[] {
		const { visible } = this.declaration;
		const [first, ...rest] = Object.entries(this.scopeOf(call));
		const found = first ? this.where(call.store, ...first) : this.records(call.store).all();
		if (rest.length === 0 && !visible) return found;
		return found.filter(
			(record) =>
				rest.every(([field, value]) => ofSameValue(record[field], value)) && (!visible || visible(record, call)),
		);
	}

	/** The record with this ID, if the call's path leads to it. */
	find(call: Call, id: Key): Row | undefined {
		const record = this.records(call.store).get(id);
		if (!record) return undefined;
		const inScope = Object.entries(this.scopeOf(call)).every(([field, value]) => ofSameValue(record[field], value));
		return inScope && (this.declaration.visible?.(record, call) ?? true) ? record : undefined;
	}

	/** The record of the path. @throws 404 */
	one(call: Call): Row {
		this.scopeOf(call);
		const record = this.find(call, this.keyOf(call));
		if (!record) throw notFound(this.style, this.isV2 ? undefined : `The ${this.declaration.name}`);
		return record;
	}

	/** The ID that the path names. */
	keyOf(call: Call): Key {
		const { one = '', textId } = this.declaration;
		return textId ? (call.params[one] ?? '') : keyIn(call, one);
	}

	/**
	 * Makes a record out of this input and the defaults, and stores it. Nothing is checked and no
	 * webhook is sent: for seeds, and for what other parts of the store make.
	 */
	add(store: Store, input: JsonObject): Row {
		const records = this.records(store);
		const filled: JsonObject = { ...input };
		for (const [name, { rules }] of this.fields) {
			if (!(name in input) && rules.initial) filled[name] = rules.initial(input, store);
		}
		const id = (input.id as Key | undefined) ?? this.declaration.textId?.(store, input) ?? records.nextId();
		return records.put({ ...filled, id });
	}

	/** Stores changes of a record, with the marks that every change leaves. */
	change(store: Store, record: Row, changes: JsonObject): Row {
		const marks: JsonObject = {};
		for (const [name, { rules }] of this.fields) if (rules.changed) marks[name] = rules.changed(store);
		return this.records(store).put({ ...record, ...changes, ...marks, id: record.id });
	}

	/** Values that fields go back to when an update leaves them out. */
	defaults(store: Store, names: readonly string[]): JsonObject {
		return Object.fromEntries(names.map((name) => [name, this.declaration.fields[name]?.rules.initial?.({}, store)]));
	}

	/** Deletes them all, or none. @throws 422 when one of them cannot be deleted */
	remove(call: Call, records: readonly Row[]): void {
		for (const record of records) {
			const reason = this.declaration.keeps?.(record, call);
			if (reason !== undefined) throw problem(this.style, this.isV2 ? 400 : 422, reason, {});
		}
		for (const record of records) this.removeOne(call, record);
	}

	private removeOne(call: Call, record: Row): void {
		this.records(call.store).delete(record.id);
		this.announce(call, record, 'deleted');
	}

	/** Webhooks of a write, and what else it moves. */
	announce(call: Call, record: Row, what: What): void {
		const { events, saved } = this.declaration;
		if (events) recordEvent(call.store, events, what, record.id);
		saved?.(record, what, call);
	}

	/** How records are written in the answer to this call. */
	viewer(call: Call): (record: Row) => JsonObject {
		const { includes = {}, selectable, view } = this.declaration;
		const included = call.query.list('include').filter((name) => Object.hasOwn(includes, name));
		const select = selectable ? selectFields(call.query, this.id) : (record: JsonObject) => record;
		return (record) => {
			const shown: JsonObject = { [this.id]: record.id };
			for (const [name, { rules }] of this.fields) {
				if (rules.access === 'write-only' || rules.access === 'hidden') continue;
				if (rules.computed) shown[name] = rules.computed(record, call.store);
				else if (name in record) shown[name] = rules.shown ? rules.shown(record[name]) : record[name];
			}
			for (const name of included) Object.assign(shown, includes[name]?.(record, call));
			return select(view ? view(shown, record, call) : shown);
		};
	}

	concurrencyOf(method: Method, isMany: boolean): number | undefined {
		const { concurrency } = this.declaration;
		return typeof concurrency === 'object' ? concurrency[`${method}${isMany ? '' : ' one'}`] : concurrency;
	}
}

/** A path parameter as a key: a number where it is one. */
function keyIn(call: Call, parameter: string): Key {
	const text = call.params[parameter] ?? '';
	return /^\d+$/.test(text) ? Number(text) : text;
}
