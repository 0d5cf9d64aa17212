import type { JsonObject, JsonValue } from '../../transport/types';
import type { EntryKind, Field, ListField } from '../field';
import { FROM_ITEM } from '../field';
import { isEmpty, isHollow, trimmed } from './blanks';
import { Refusal } from './fault';
import { parseJson } from './jsonText';
import { isRaw, opener, withInner } from './objects';
import { isList } from './parts';
import type { Raw } from './reading';
import { isUnset } from './records';
import type { Compile, Context, Place, ReadSlot, Run } from './slots';
import { EMPTY, readSlots, refuse, SETTLED } from './slots';

/** Reads one entry; `undefined` for one that is left out. */
type ReadEntry = (raw: unknown, run: Run, where: string, place: Place) => JsonObject | undefined;

interface Entries {
	names: ReadonlySet<string>;
	/** Names of the fields without which there is no such entry. */
	needed: readonly string[];
	/** How messages call the first entry, without its number. */
	title: string;
	read: ReadEntry;
}

/** Entries of the form, and after them those of a list of the item; or a list for the whole field. */
export function listReader(field: ListField, context: Context, compile: Compile): ReadSlot {
	const inside: Context = { ...context, role: 'plain', isAdded: false, inEntry: true };
	const kinds = new Map<string, Entries>(
		field.entries.map((kind) => [
			kind.name,
			{
				names: new Set(withInner(kind.fields).map(({ name }) => name)),
				needed: kind.fields.filter(({ required }) => required).map(({ name }) => name),
				title: field.entries.length > 1 ? `${field.displayName} > ${kind.displayName}` : field.displayName,
				read: entryReader(field, kind, inside, compile),
			},
		]),
	);
	const [first] = kinds.values();
	if (first === undefined) throw new Error(`${field.name} has no entries`);

	/** The first kind of entry that has all the names, and has what it needs if there is one. */
	const kindOf = (raw: unknown): Entries => {
		if (kinds.size === 1 || !isRaw(raw)) return first;
		const names = Object.keys(raw);
		const fitting = [...kinds.values()].filter((kind) => names.every((name) => kind.names.has(name)));
		return fitting.find(({ needed }) => needed.every((name) => !isEmpty(raw[name]))) ?? fitting[0] ?? first;
	};

	return (raw, run, prefix, place) => {
		const where = prefix + field.displayName;
		const before = run.faults.length;
		const value: JsonValue[] = [];
		const take = (entries: unknown, title: string, kind?: Entries) => {
			for (const [index, entry] of asList(entries).entries()) {
				const read = (kind ?? kindOf(entry)).read(entry, run, `${title} ${index + 1}`, place);
				if (read !== undefined) value.push(read);
			}
		};
		const takeList = (list: unknown, title: string) => {
			const parsed = listFrom(list);
			if (parsed instanceof Refusal) refuse(run, field, where, parsed);
			else take(parsed, title);
		};

		if (!isRaw(raw)) takeList(raw, where);
		else {
			const strange = Object.keys(raw).find((name) => !kinds.has(name) && name !== FROM_ITEM.group);
			if (strange !== undefined) return refuse(run, field, where, new Refusal('must be a list', raw));
			for (const [name, kind] of kinds) if (!isEmpty(raw[name])) take(raw[name], prefix + kind.title, kind);
			const hasEntries = value.length > 0;
			for (const entry of asList(raw[FROM_ITEM.group] ?? [])) {
				const list = isRaw(entry) ? entry[FROM_ITEM.field] : entry;
				if (!isEmpty(list)) takeList(list, hasEntries ? `${where} from the item` : where);
			}
		}
		return value.length > 0 ? value : run.faults.length > before ? SETTLED : EMPTY;
	};
}

const asList = (raw: unknown): readonly unknown[] => (isList(raw) ? raw : [raw]);

/** A list, or JSON text of one. */
function listFrom(raw: unknown): readonly unknown[] | Refusal {
	const value = typeof raw === 'string' && trimmed(raw).startsWith('[') ? parseJson(raw) : raw;
	if (isList(value) || value instanceof Refusal) return value;
	return new Refusal('must be a list', raw);
}

function entryReader(field: ListField, kind: EntryKind, context: Context, compile: Compile): ReadEntry {
	const fields = withInner(kind.fields);
	const slots = compile(fields, context);
	const open = opener(field, fields);
	const says = field.blankWithout === undefined ? () => true : isNamed(field.blankWithout);
	return (raw, run, where, place) => {
		if (isEmpty(raw)) return undefined;
		const opened = open(raw, run, where);
		if (opened === undefined || isBlankEntry(fields, opened, says)) return undefined;
		const value: JsonObject = {};
		return readSlots(slots, { raw: opened, around: place }, value, run, `${where} > `) > 0 ? value : undefined;
	};
}

const isNamed = (names: readonly string[]) => {
	const set = new Set(names);
	return ({ name }: Field): boolean => set.has(name);
};

/** Whether none of the fields that matter has a value of its own; what the form shows at first is none. */
function isBlankEntry(fields: readonly Field[], raw: Raw, says: (field: Field) => boolean): boolean {
	return fields.every((field) => {
		const value = raw[field.name];
		if (field.kind === 'fields') return !isRaw(value) || isBlankEntry(field.fields, value, says);
		return !says(field) || isUnset(field, value) || isHollow(value) || ('preset' in field && field.preset === value);
	});
}
