import type { Field } from '../field';
import { choiceDecoder } from './choices';
import { flag } from './flags';
import type { Context, Place, Slot } from './slots';

type Allowed = ReadonlyArray<string | number | boolean>;

/** Whether a value beside or around the field keeps it hidden; `undefined` for fields that are always shown. */
export function hiding({ showFor }: Field, { beside }: Context): Slot['isHidden'] {
	if (showFor === undefined) return undefined;
	const conditions = Object.entries(showFor).map(([name, allowed]) => condition(name, allowed, beside));
	return (place) => !conditions.every((holds) => holds(place));
}

function condition(name: string, allowed: Allowed, beside: Context['beside']): (place: Place) => boolean {
	const distance = beside.findIndex((fields) => fields.some((field) => field.name === name));
	const field = beside[distance]?.find((candidate) => candidate.name === name);
	// What it depends on stands elsewhere: whoever passes the values knows.
	if (field === undefined) return () => true;
	const decode = decoderFor(field);
	const preset = 'preset' in field ? field.preset : field.kind === 'flag' ? false : undefined;
	return (place) => {
		let from: Place | undefined = place;
		for (let step = 0; step < distance; step += 1) from = from?.around;
		const raw = from?.raw[name] ?? preset;
		return isAmong(allowed, raw) || (raw !== undefined && isAmong(allowed, decode?.(raw)));
	};
}

const isAmong = (allowed: Allowed, value: unknown): boolean => allowed.some((each) => each === value);

/** A choice may be given by its name, a toggle as a word. */
function decoderFor(field: Field): ((raw: unknown) => unknown) | undefined {
	if (field.kind === 'flag') return flag;
	return field.kind === 'choice' ? choiceDecoder(field, false) : undefined;
}
