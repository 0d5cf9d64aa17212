import type { Field } from '../field';
import { shown } from './shown';

/** One value that cannot be sent. */
export interface FieldFault {
	field: Field;
	/** Name of the outermost value that it is in, collections aside: `addresses`. */
	root: string;
	/** The way to the field, in display names: `Addresses 2 > City`. */
	where: string;
	/** A sentence, or two, that begins with `where`. */
	message: string;
}

const UNNAMED = Symbol('unnamed');

/** Why a value is not understood. */
export class Refusal {
	/**
	 * @param must what follows the field's name: `must be a number`; without the value, which may be secret
	 * @param raw the value, to be named
	 * @param advice a further sentence
	 */
	constructor(
		readonly must: string,
		readonly raw: unknown = UNNAMED,
		readonly advice?: string,
	) {}
}

/** Puts a refusal into words. Values of secret fields, and of what holds such fields, are not shown. */
export function wordsOf(field: Field, where: string, { must, raw, advice }: Refusal): string {
	const value = raw === UNNAMED || holdsSecret(field) ? '' : `, not ${shown(raw)}`;
	return `${where} ${must}${value}.${advice === undefined ? '' : ` ${advice}`}`;
}

function holdsSecret(field: Field): boolean {
	switch (field.kind) {
		case 'text':
		case 'key':
			return field.isSecret ?? false;
		case 'object':
		case 'fields':
			return field.fields.some(holdsSecret);
		case 'list':
			return field.entries.some(({ fields }) => fields.some(holdsSecret));
		default:
			return false;
	}
}
