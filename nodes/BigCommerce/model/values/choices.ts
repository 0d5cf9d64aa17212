import type { Choice, ChoiceField, ChoicesField } from '../field';
import { trimmed } from './blanks';
import { Refusal } from './fault';
import { eachPart, partsOf, SEPARATORS } from './parts';
import type { Decode } from './reading';
import { key, pathKey } from './texts';

/** Most names in a message. */
const MOST_NAMED = 12;

const AMBIGUOUS = Symbol('ambiguous');

type Find = (raw: unknown) => string | number | typeof AMBIGUOUS | undefined;

/** Finds a choice by its value, then by its name without regard to case, blanks, hyphens and underscores. */
function finder(choices: readonly Choice[]): Find {
	const byValue = new Map(choices.map(({ value }) => [String(value), value]));
	const byName = new Map<string, string | number | typeof AMBIGUOUS>();
	for (const { name, value } of choices) {
		for (const word of new Set([loose(name), loose(String(value))])) {
			byName.set(word, (byName.get(word) ?? value) === value ? value : AMBIGUOUS);
		}
	}
	return (raw) => {
		if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') return undefined;
		const text = trimmed(String(raw));
		// A number is written in one way: -1 is no 1.
		return byValue.get(text) ?? (HAS_LETTER.test(text) ? byName.get(loose(text)) : undefined);
	};
}

const HAS_LETTER = /\p{L}/u;

const loose = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, '');

function namesOf(choices: readonly Choice[]): string {
	const named = choices.slice(0, MOST_NAMED).map(({ name }) => name);
	return `${named.join(', ')}${choices.length > MOST_NAMED ? ', …' : ''}`;
}

/** @param isPath whether it becomes a part of a path */
export function choiceDecoder(
	{ choices, isOpen = false }: ChoiceField,
	isPath: boolean,
): (raw: unknown) => string | number | Refusal {
	const find = finder(choices);
	const must = `must be one of ${namesOf(choices)}`;
	return (raw) => {
		const value = find(raw);
		if (value === AMBIGUOUS) return ambiguous(raw);
		if (value !== undefined) return value;
		if (!isOpen) return new Refusal(must, raw);
		return isPath ? pathKey(raw) : key(raw);
	};
}

const ambiguous = (raw: unknown): Refusal => new Refusal('must be a name that only one choice has', raw);

/** Each choice once, in the order given. */
export function choicesDecoder({ choices }: ChoicesField): Decode {
	const find = finder(choices);
	const strange = new Refusal('');
	const must = `must hold some of ${namesOf(choices)} only`;
	const understand = (part: unknown) => {
		const value = find(part);
		return value === undefined || value === AMBIGUOUS ? strange : value;
	};
	return (raw) => {
		// A name may hold a comma itself.
		const whole = find(raw);
		if (whole !== undefined && whole !== AMBIGUOUS) return [whole];
		const parts = partsOf(raw, SEPARATORS);
		const values = parts instanceof Refusal ? parts : eachPart(parts, understand, must);
		return Array.isArray(values) ? [...new Set(values)] : values;
	};
}
