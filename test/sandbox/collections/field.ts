import { z } from 'zod';
import type { Key, Row } from '../core/table';
import type { Store } from '../data/store';
import type { JsonObject } from '../types';

export type Fields = Readonly<Record<string, Field>>;

/** Whether the record that a field or a path names is there; undefined when it is not. */
export type Lookup = (store: Store, key: Key) => unknown;

interface Rules {
	schema: z.ZodTypeAny;
	/** A value that the schema takes; a different one for every number. */
	sample: (n: number) => unknown;
	isRequired?: boolean;
	isUnique?: boolean;
	/** Who writes and sees it, where it is not the client that does both at any time. */
	access?: 'read-only' | 'write-only' | 'hidden' | 'immutable';
	/** What the field holds when a record is made without it. */
	initial?: (input: JsonObject, store: Store) => unknown;
	/** The same for a field within an object, where it depends on nothing. */
	constant?: unknown;
	/** What the field holds after every change. */
	changed?: (store: Store) => unknown;
	/** How the stored value is written in answers. */
	shown?: (value: unknown) => unknown;
	/** For a field that is not stored. */
	computed?: (record: Row, store: Store) => unknown;
	reference?: { name: string; find: Lookup };
}

/** One field of a declared collection: what it takes, how it is stored and shown. */
export class Field {
	constructor(readonly rules: Rules) {}

	/** A record cannot be made without it; a text must not be empty. */
	required(): Field {
		const { schema } = this.rules;
		return this.with({ isRequired: true, schema: schema instanceof z.ZodString ? schema.min(1) : schema });
	}

	/** No two records of the collection, or below one parent, may have the same value. */
	unique(): Field {
		return this.with({ isUnique: true });
	}

	readOnly(): Field {
		return this.with({ access: 'read-only' });
	}

	/** Taken and stored, but never shown: passwords. */
	writeOnly(): Field {
		return this.with({ access: 'write-only' });
	}

	/** Kept with its default, but neither taken nor shown. */
	hidden(): Field {
		return this.with({ access: 'hidden' });
	}

	/** Set when the record is made, and never changed. */
	immutable(): Field {
		return this.with({ access: 'immutable' });
	}

	nullable(): Field {
		return this.with({ schema: this.rules.schema.nullable() });
	}

	/** What a new record holds when nothing was sent: a value, or what makes it from the input. */
	default(value: unknown): Field {
		return this.with({ initial: () => value, constant: value });
	}

	defaultFrom(make: (input: JsonObject, store: Store) => unknown): Field {
		return this.with({ initial: make });
	}

	shown(write: (value: never) => unknown): Field {
		return this.with({ shown: write as (value: unknown) => unknown });
	}

	/** Names a record that must be there, e.g. `'customer', (store, id) => store.customers.get(id)`. */
	refersTo(name: string, find: Lookup): Field {
		return this.with({ reference: { name, find }, sample: () => 1 });
	}

	/** The value that tests send where the usual sample would be refused. */
	sample(value: unknown): Field {
		return this.with({ sample: () => value });
	}

	private with(changes: Partial<Rules>): Field {
		return new Field({ ...this.rules, ...changes });
	}
}

/**
 * What may be sent for these fields.
 *
 * @param needed names that an update must have; without it: what a new record must have
 */
export function schemaOf(fields: Fields, needed?: readonly string[]): z.ZodObject<z.ZodRawShape> {
	const shape: z.ZodRawShape = {};
	for (const [name, { rules }] of Object.entries(fields)) {
		if (isOfStore(rules.access) || (needed && rules.access === 'immutable')) continue;
		const isNeeded = needed ? needed.includes(name) : rules.isRequired;
		shape[name] = isNeeded ? rules.schema : rules.schema.optional();
	}
	return z.object(shape);
}

/** Whether only the store writes a field. */
export const isOfStore = (access: Rules['access']): boolean => access === 'read-only' || access === 'hidden';

/** The same field under several names, separated by blanks. */
export const each = (names: string, field: Field): Fields =>
	Object.fromEntries(names.split(' ').map((name) => [name, field]));
