import { flatFields } from '../model/field';
import { keepFields } from '../model/keepFields';
import type { Simplified } from '../model/item';
import type { Operation } from '../model/operation';
import type { JsonObject, JsonValue } from '../transport/types';
import type { OutputChoice } from './itemPlan';

type Shape = (row: JsonObject) => JsonObject;

/**
 * How rows are to look: as they came, simplified (with what Include asked for), or with selected fields
 * only. Simplified rows say the same in the same way, whichever API they come from: numbers and ISO 8601.
 * @returns by choice; `undefined` for rows as they came
 */
export function rowShape({ simplify, query = [] }: Operation): (choice: OutputChoice) => Shape | undefined {
	if (!simplify) return () => undefined;
	const include = flatFields(query).find(({ name }) => name === 'include');
	const fieldOf = new Map(
		include?.kind === 'choices'
			? include.choices.map(({ value, field }) => [String(value), field ?? String(value).split('.')[0]!])
			: [],
	);
	const paths = simplify.map((each) => (typeof each === 'string' ? each : each.path));
	const changed = simplify.filter((each): each is Exclude<Simplified, string> => typeof each !== 'string');
	const simplified =
		(kept: readonly string[]): Shape =>
		(row) => {
			const simple = keepFields(row, kept);
			for (const { path, as } of changed) normalise(simple, path, as);
			return simple;
		};
	const plainly = simplified(paths);
	return ({ simplify: isWanted, selected, included }) => {
		if (selected) return (row) => keepFields(row, selected);
		if (!isWanted) return undefined;
		if (included.length === 0) return plainly;
		return simplified([...new Set([...paths, ...included.map((value) => fieldOf.get(value) ?? value)])]);
	};
}

/** The row is a copy of its own down to the fields that are kept. */
function normalise(row: JsonObject, path: string, as: 'number' | 'date'): void {
	const names = path.split('.');
	const last = names.pop()!;
	let holder: JsonValue | undefined = row;
	for (const name of names) holder = isObject(holder) ? holder[name] : undefined;
	if (!isObject(holder)) return;
	const value = holder[last];
	if (typeof value === 'string') holder[last] = NORMAL[as](value);
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const NORMAL: Record<'number' | 'date', (text: string) => JsonValue> = {
	number: (text) => (text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text)),
	// v2 says "no date" with an empty text, or with the Unix time 0.
	date: (text) => {
		const isUnix = /^\d+$/.test(text);
		if (text === '' || (isUnix && Number(text) === 0)) return null;
		const time = isUnix ? Number(text) * 1000 : Date.parse(text);
		return Number.isNaN(time) ? text : new Date(time).toISOString().replace('.000Z', 'Z');
	},
};
