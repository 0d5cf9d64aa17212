import { z } from 'zod';
import { fieldErrors, refuseReadOnly } from '../core/input';
import type { Call } from '../core/route';
import type { Row } from '../core/table';
import type { JsonObject } from '../types';
import type { Collection } from './collection';
import type { Problems } from './declaration';
import { Refused } from './refused';

/** What is to be stored: the checked input, and the record that it changes. */
export interface Draft {
	input: JsonObject;
	existing: Row | undefined;
}

/** Checks what was sent against a declaration. Holds what the rows before have taken, for one call. */
export class Inputs {
	private readonly taken = new Set<string>();
	private readonly scope: JsonObject;
	private made = 0;

	constructor(
		private readonly collection: Collection,
		private readonly call: Call,
	) {
		this.scope = collection.scopeOf(call);
	}

	/** @throws Refused, or ApiError of a hook. @returns undefined for a row that is left out */
	toCreate(body: unknown): Draft | undefined {
		const draft = this.draft(body, undefined, undefined);
		const { limit, name } = this.collection.declaration;
		if (draft && limit !== undefined && this.collection.within(this.call).length + ++this.made > limit) {
			throw new Refused(422, `There can be no more than ${limit} of ${name}.`, { limit: String(limit) });
		}
		return draft;
	}

	/** @param needed fields that must be there */
	toUpdate(body: unknown, existing: Row, needed: readonly string[] = []): Draft | undefined {
		return this.draft(body, existing, needed);
	}

	/** The ID in a row of a batch. @throws Refused */
	idOf(body: unknown): string | number | undefined {
		const { id, declaration } = this.collection;
		const schema = declaration.textId ? z.string() : z.number().int();
		const result = z.object({ [id]: schema.optional() }).safeParse(body);
		if (!result.success) throw new Refused('invalid', undefined, fieldErrors(result.error));
		return result.data[id];
	}

	/** The record that some fields of a row name together. */
	named(body: unknown, by: readonly string[]): Row | undefined {
		const result = z.record(z.unknown()).safeParse(body);
		if (!result.success) return undefined;
		const values = { ...this.scope, ...result.data };
		const [first = '', ...rest] = by;
		return this.collection
			.where(this.call.store, first, values[first])
			.find((record) => rest.every((field) => record[field] === values[field]));
	}

	private draft(body: unknown, existing: Row | undefined, needed: readonly string[] | undefined): Draft | undefined {
		const { collection, call } = this;
		const { before } = collection.declaration;
		if (collection.isV2) refuseReadOnly(body, [collection.id, ...readOnlyNames(collection)]);
		const result = collection.schema(needed).safeParse(body ?? {});
		if (!result.success) {
			throw new Refused('invalid', 'JSON data is missing or invalid', fieldErrors(result.error));
		}
		const input = before ? before(result.data, { call, existing }) : result.data;
		if (!input) return undefined;
		this.check(input, existing);
		this.checkUnique(input, existing);
		return { input, existing };
	}

	private check(input: JsonObject, existing: Row | undefined): void {
		const { check, fields } = this.collection.declaration;
		const problems: Record<string, string> = {};
		for (const [name, { rules }] of Object.entries(fields)) {
			const value = input[name];
			if (!rules.reference || (typeof value !== 'number' && typeof value !== 'string') || value === 0) continue;
			if (rules.reference.find(this.call.store, value) === undefined) {
				problems[name] = `The ${rules.reference.name} ${value} does not exist`;
			}
		}
		Object.assign(problems, check?.(input, { call: this.call, existing }));
		if (Object.keys(problems).length > 0) throw new Refused('invalid', undefined, problems);
	}

	private checkUnique(input: JsonObject, existing: Row | undefined): void {
		const { unique, fields } = this.collection.declaration;
		const single = Object.keys(fields).filter((name) => fields[name]?.rules.isUnique);
		const groups = [...single.map((name) => ({ fields: [name], status: 409 })), ...(unique ? [unique] : [])];
		const candidate = { ...this.scope, ...existing, ...input };
		for (const group of groups) {
			const own = group.fields.map((name) => [name, candidate[name] ?? fields[name]?.rules.constant] as const);
			if (own.some(([, value]) => value === undefined || value === '')) continue;
			const values = [...own, ...Object.entries(this.scope)];
			const mark = JSON.stringify(values).toLowerCase();
			if (this.taken.has(mark) || this.isTaken(values, existing)) throw this.conflict(group);
			this.taken.add(mark);
		}
	}

	/** Whether another record has all of these values; those of different parents do not meet. */
	private isTaken(values: readonly (readonly [string, unknown])[], existing: Row | undefined): boolean {
		const [[field, value] = ['', undefined], ...rest] = values;
		const same = (a: unknown, b: unknown): boolean => String(a).toLowerCase() === String(b).toLowerCase();
		return this.collection
			.where(this.call.store, field, value)
			.some((record) => record.id !== existing?.id && rest.every(([name, wanted]) => same(record[name], wanted)));
	}

	private conflict({ fields, status = 409 }: { fields: readonly string[]; status?: number }): Refused {
		const { name } = this.collection.declaration;
		const [field = ''] = fields;
		const title = this.collection.isV2
			? `The field '${field}' is already in use by another ${name}.`
			: `A ${name} with this ${fields.join(' and ')} already exists.`;
		const problems: Problems = { [field]: `The ${name} ${field} is a duplicate` };
		return new Refused(status, title, problems);
	}
}

const readOnlyNames = ({ declaration }: Collection): string[] =>
	Object.entries(declaration.fields).flatMap(([name, { rules }]) => (rules.access === 'read-only' ? [name] : []));
