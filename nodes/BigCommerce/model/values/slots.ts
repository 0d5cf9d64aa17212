import type { JsonObject, JsonValue } from '../../transport/types';
import type { Field } from '../field';
import { isEmpty } from './blanks';
import { Refusal, wordsOf } from './fault';
import type { Raw, Reading, ReadValues, Role } from './reading';

/** The reading of one item. */
export interface Run extends ReadValues {
	reading: Reading;
	/** Name of the outermost value that is being read. */
	root: string;
}

/** The values beside a field, and those around them. */
export interface Place {
	raw: Raw;
	around?: Place;
}

/** There was no value after all. */
export const EMPTY = Symbol('empty');
/** Faults are noted, or the value comes later. */
export const SETTLED = Symbol('settled');

export type Outcome = JsonValue | typeof EMPTY | typeof SETTLED;

/** Reads a value that is there. `prefix` stands before the display name in messages; `into` is where values go. */
export type ReadSlot = (raw: unknown, run: Run, prefix: string, place: Place, into: JsonObject) => Outcome;

/** A field, ready to be read. */
export interface Slot {
	field: Field;
	read: ReadSlot;
	isHidden?: (place: Place) => boolean;
	/** Whether a field that is not even named must have a value all the same. */
	isNeeded: boolean;
	/** @returns whether something came of it: a fault, or a value that clears */
	whenEmpty: (run: Run, prefix: string, into: JsonObject, raw: unknown) => boolean;
}

/** What a field's surroundings decide. */
export interface Context {
	role: Role;
	/** Whether somebody added the field, so that Empty Values: Clear may mean it. */
	isAdded: boolean;
	/** Whether it stands in an entry of a list, where empty values are left out. */
	inEntry: boolean;
	/** The fields beside it and around it, innermost first. */
	beside: ReadonlyArray<readonly Field[]>;
}

export type Compile = (fields: readonly Field[], context: Context) => readonly Slot[];

/** Reads all fields. @returns of how many something came: a value, a fault, a reference */
export function readSlots(slots: readonly Slot[], place: Place, into: JsonObject, run: Run, prefix: string): number {
	let settled = 0;
	for (const { field, read, isHidden, isNeeded, whenEmpty } of slots) {
		const { name } = field;
		const isThere = name in place.raw;
		if ((!isThere && !isNeeded) || isHidden?.(place)) continue;
		const raw = isThere ? place.raw[name] : undefined;
		if (prefix === '') run.root = name;
		const outcome = isEmpty(raw) ? EMPTY : read(raw, run, prefix, place, into);
		if (outcome === EMPTY) {
			// A collection has read its fields meanwhile.
			if (prefix === '') run.root = name;
			if (whenEmpty(run, prefix, into, raw)) settled += 1;
			continue;
		}
		settled += 1;
		if (outcome !== SETTLED) into[name] = outcome;
	}
	return settled;
}

/** What an empty value does, by role. */
export function emptiness(field: Field, { role, isAdded }: Context): Slot['whenEmpty'] {
	const { name, displayName } = field;
	const note = (advice?: string) => (run: Run, prefix: string) => {
		refuse(run, field, prefix + displayName, new Refusal('is empty', undefined, advice));
		return true;
	};
	if (field.kind === 'fields') {
		if (!field.required) return () => false;
		return note(field.role === 'update' ? 'There is nothing to change.' : undefined);
	}
	if (field.required || role === 'path') return note(field.advice);
	switch (role) {
		case 'filter':
			return note(NO_FILTER);
		case 'listFilter': {
			const noteEmpty = note(NO_FILTER);
			return (run, prefix) => {
				if (!run.reading.fromTool) return noteEmpty(run, prefix);
				run.leftOut.push(prefix + displayName);
				return false;
			};
		}
		case 'write': {
			if (!isAdded) return () => false;
			const cleared = clearedOf(field);
			const noteNoEntry = note(NO_ENTRY);
			return (run, prefix, into, raw) => {
				// n8n makes this of an expression for the whole field, too: what it gave is lost before we see it.
				if (field.kind === 'list' && hasNoEntry(raw)) return noteNoEntry(run, prefix);
				const { reading } = run;
				if (reading.emptyValues !== 'clear' || reading.fromTool) return false;
				into[name] = cleared();
				return true;
			};
		}
		case 'plain':
			return () => false;
	}
}

const hasNoEntry = (raw: unknown): boolean =>
	typeof raw === 'object' && raw !== null && !Array.isArray(raw) && Object.keys(raw).length === 0;

const NO_ENTRY = 'Add an entry, give a list of the item under List From Item, or remove the field.';
const NO_FILTER = 'A filter without a value narrows nothing: give it one, or remove it.';

function clearedOf(field: Field): () => JsonValue {
	const { cleared } = field;
	// Every item gets a value of its own.
	if (typeof cleared === 'object' && cleared !== null) return () => structuredClone(cleared);
	if (cleared !== undefined) return () => cleared;
	switch (field.kind) {
		case 'text':
		case 'key':
			return () => '';
		case 'choices':
		case 'ids':
		case 'words':
		case 'list':
			return () => [];
		case 'record':
			return () => (field.many ? [] : null);
		default:
			return () => null;
	}
}

/** Notes why a value is not understood. */
export function refuse(run: Run, field: Field, where: string, refusal: Refusal): typeof SETTLED {
	run.faults.push({ field, root: run.root, where, message: wordsOf(field, where, refusal) });
	return SETTLED;
}
