import type { RunResult } from '../../support/engine';
import type { Fate, Fates } from './faultyStore';

const RANGES = String.raw`(\d[\d–, ]*(?:and \d[\d–]*)?)`;

const SENTENCES: ReadonlyArray<[RegExp, Fate]> = [
	[new RegExp(`Items? ${RANGES} (?:was|were) written\\.`), 'done'],
	[new RegExp(`Items? ${RANGES} (?:was|were) written in part\\.`), 'partly'],
	[new RegExp(`Items? ${RANGES} (?:was|were) refused\\.`), 'refused'],
	[new RegExp(`Items? ${RANGES} (?:was|were) not sent\\.`), 'notSent'],
	[new RegExp(`The answers? of items? ${RANGES} (?:was|were) lost:`), 'unknown'],
];

/** What a text says of the items: "Items 0–58 and 60 were written. Item 59 was refused." */
export function toldIn(text: string): Fates {
	const told: Fates = {};
	for (const [sentence, fate] of SENTENCES) {
		for (const range of (sentence.exec(text)?.[1] ?? '').split(/, | and /).filter(Boolean)) {
			const [first = NaN, last = first] = range.split('–').map(Number);
			for (let item = first; item <= last; item++) told[item] = fate;
		}
	}
	return told;
}

const BY_OUTCOME: Readonly<Record<string, Fate>> = {
	'not written': 'refused',
	unknown: 'unknown',
	'written in part': 'partly',
};

/** What rows of Continue On Fail say of the items; those that were not sent are not written, either. */
export function toldByRows({ items }: Pick<RunResult, 'items'>): Record<number, Fate | undefined> {
	return Object.fromEntries(
		items.map(({ json, pairedItem }) => [
			(pairedItem as { item: number }).item,
			json.error === undefined ? ('done' as const) : BY_OUTCOME[json.outcome as string],
		]),
	);
}
