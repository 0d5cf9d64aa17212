import type { JsonObject } from '../../transport/types';
import type { Field, FieldsField, ObjectField } from '../field';
import { flatFields, isCollection } from '../field';
import { Refusal } from './fault';
import { parseJson } from './jsonText';
import type { Raw } from './reading';
import { isUnset } from './records';
import { oneLine } from './shown';
import type { Compile, Context, ReadSlot, Run, Slot } from './slots';
import { EMPTY, readSlots, refuse, SETTLED } from './slots';

/** Most names in a message: those that are wrong, and those that there are. */
const MOST_STRANGE = 3;
const MOST_KNOWN = 12;

/** One object, of which the fields with a value travel. */
export function objectReader(field: ObjectField, context: Context, compile: Compile): ReadSlot {
	const fields = withInner(field.fields);
	const slots = compile(fields, context);
	const open = opener(field, fields);
	const mustHaveSome = field.fields.some(({ required }) => required);
	return (raw, run, prefix, place) => {
		const before = run.faults.length;
		const where = prefix + field.displayName;
		const opened = open(raw, run, where);
		if (opened === undefined) return SETTLED;
		// Blank cells alone are no object that lacks something.
		const isBlank = mustHaveSome && fields.every((each) => isUnset(each, opened[each.name]));
		const value: JsonObject = {};
		const settled = isBlank ? 0 : readSlots(slots, { raw: opened, around: place }, value, run, `${where} > `);
		return settled > 0 ? value : run.faults.length > before ? SETTLED : EMPTY;
	};
}

/** A collection: its values go where it stands itself. */
export function collectionReader(field: FieldsField, slots: readonly Slot[]): ReadSlot {
	const open = opener(field, field.fields);
	return (raw, run, prefix, place, into) => {
		const before = run.faults.length;
		const opened = open(raw, run, prefix + field.displayName);
		if (opened === undefined) return SETTLED;
		const settled = readSlots(slots, { raw: opened, around: place }, into, run, prefix);
		return settled > 0 || run.faults.length > before ? SETTLED : EMPTY;
	};
}

/**
 * The fields of an object or an entry. Those in its collections may be given without the collection too, as
 * BigCommerce has them.
 */
export const withInner = (fields: readonly Field[]): readonly Field[] => {
	const inner = flatFields(fields.filter(isCollection));
	return inner.length === 0 ? fields : [...fields, ...inner.map((field) => ({ ...field, required: false }))];
};

/** @returns the values of an object by their names, `undefined` when it is none; notes names that no field has */
type Open = (raw: unknown, run: Run, where: string) => Raw | undefined;

export function opener(field: Field, fields: readonly Field[]): Open {
	const names = new Set(fields.map(({ name }) => name));
	const known = [...new Set(flatFields(fields).map(({ name }) => name))];
	const advice = `It has: ${known.slice(0, MOST_KNOWN).join(', ')}${known.length > MOST_KNOWN ? ', …' : ''}.`;
	return (raw, run, where) => {
		const value = typeof raw === 'string' && /^\s*\{/.test(raw) ? parseJson(raw) : raw;
		if (value instanceof Refusal || !isRaw(value)) {
			refuse(run, field, where, value instanceof Refusal ? value : new Refusal('must be an object', raw));
			return undefined;
		}
		const strange = Object.keys(value).filter((name) => !names.has(name));
		if (strange.length > 0) {
			const quoted = strange.slice(0, MOST_STRANGE).map((name) => `"${oneLine(name)}"`);
			refuse(run, field, where, new Refusal(`has no field ${quoted.join(', ')}`, undefined, advice));
		}
		return value;
	};
}

export const isRaw = (raw: unknown): raw is Raw =>
	typeof raw === 'object' && raw !== null && !Array.isArray(raw) && !('toISOString' in raw);
