import type { Field, FieldsField } from '../field';
import { choiceDecoder, choicesDecoder } from './choices';
import { date } from './dates';
import { Refusal } from './fault';
import { flag } from './flags';
import { idDecoder, textsDecoder } from './ids';
import { JSONS } from './jsons';
import { listReader } from './lists';
import { numberDecoder } from './numbers';
import { collectionReader, objectReader } from './objects';
import type { Decode, PlainField, Reader, ReadValues, Role } from './reading';
import { recordReader } from './records';
import { hiding } from './showFor';
import type { Context, ReadSlot, Run, Slot } from './slots';
import { emptiness, EMPTY, readSlots, refuse } from './slots';
import { textDecoder } from './texts';

export type { FieldFault } from './fault';
export type { Reader, Reading, ReadValues, Reference, Role } from './reading';

/**
 * Prepares to read the values of these fields. Do it once per operation; the reader runs for every item.
 *
 * The values are those that n8n holds, expressions resolved, for the fields that the form shows: a name that
 * is not there was not set. Collections among the fields stand for the fields in them.
 * @param among all fields of the form, whose values stand beside: an expression in one of them may hide a field
 * for this item that n8n shows for all. Without them whoever passes the values has left out what is hidden.
 * @returns a reader that names everything that is wrong and throws for no value
 */
export function makeReader(fields: readonly Field[], role: Role, among: readonly Field[] = []): Reader {
	if (fields.length === 0) return () => NOTHING;
	const beside = among.length > 0 ? [among] : [];
	const slots = compile(fields, { role, isAdded: false, inEntry: false, beside });
	return (raw, reading) => {
		const run: Run = { reading, root: '', values: {}, faults: [], leftOut: [], references: [] };
		readSlots(slots, { raw, around: { raw } }, run.values, run, '');
		const { values, faults, leftOut, references } = run;
		return { values, faults, leftOut, references };
	};
}

/** Nobody writes into it: there is no field. */
const NOTHING: ReadValues = { values: {}, faults: [], leftOut: [], references: [] };

function compile(fields: readonly Field[], around: Context): readonly Slot[] {
	const context: Context = { ...around, beside: [fields, ...around.beside] };
	return fields.map((field): Slot => {
		const isHidden = around.beside.length > 0 ? hiding(field, context) : undefined;
		return {
			field,
			read: readerOf(field, context),
			...(isHidden ? { isHidden } : {}),
			// Whoever passes the outermost values leaves out what is hidden.
			isNeeded: isRequired(field, context) && (around.beside.length > 0 || field.showFor === undefined),
			whenEmpty: emptiness(field, context),
		};
	});
}

const isRequired = ({ required = false, kind }: Field, { role }: Context): boolean =>
	required || (role === 'path' && kind !== 'fields');

function readerOf(field: Field, context: Context): ReadSlot {
	switch (field.kind) {
		case 'record':
			return recordReader(field);
		case 'object':
			return objectReader(field, { ...context, isAdded: true }, compile);
		case 'list':
			return listReader(field, context, compile);
		case 'fields':
			return collectionReader(field, compile(field.fields, inCollection(field, context)));
		default:
			return plainReader(field, decoderOf(field, context.role === 'path'));
	}
}

/** What fields in a collection are for: its own role says it. */
function inCollection({ role }: FieldsField, context: Context): Context {
	switch (role) {
		case 'filters':
			return { ...context, role: context.role === 'listFilter' ? 'listFilter' : 'filter', isAdded: true };
		case 'sort':
		case 'options':
			return { ...context, role: 'plain', isAdded: true };
		case 'additional':
		case 'update':
			return { ...context, role: context.inEntry ? 'plain' : 'write', isAdded: true };
	}
}

function plainReader(field: PlainField, decode: Decode): ReadSlot {
	const { displayName } = field;
	return (raw, run, prefix) => {
		const value = decode(raw, run.reading);
		if (value === undefined) return EMPTY;
		return value instanceof Refusal ? refuse(run, field, prefix + displayName, value) : value;
	};
}

function decoderOf(field: PlainField, isPath: boolean): Decode {
	switch (field.kind) {
		case 'text':
		case 'key':
			return textDecoder(field, isPath);
		case 'binary':
			return textDecoder({ ...field, kind: 'key' }, isPath);
		case 'number':
		case 'integer':
		case 'money':
		case 'amount':
			return numberDecoder(field);
		case 'flag':
			return flag;
		case 'choice':
			return choiceDecoder(field, isPath);
		case 'choices':
			return choicesDecoder(field);
		case 'date':
			return date;
		case 'id':
		case 'uuid':
			return idDecoder(field);
		case 'ids':
		case 'words':
			return textsDecoder(field);
		case 'json':
		case 'value':
		case 'optionValue':
		case 'jsonText':
			return JSONS[field.kind];
	}
}
