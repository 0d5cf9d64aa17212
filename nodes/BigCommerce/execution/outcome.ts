import { ApiFailure } from '../transport/failure';
import type { Problem } from '../transport/problemBody';
import type { JsonObject } from '../transport/types';
import { itemsWere, rangesOf } from './ranges';

/** What became of an item. An item without an outcome was never sent. */
export type Outcome =
	/** @param partial what BigCommerce did not do although it answered with success */
	| { is: 'done'; rows: readonly JsonObject[]; partial?: Problem | undefined }
	| { is: 'failed'; error: unknown; certainty: Certainty };

/**
 * What is known of a failed item: `notDone`: nothing was changed. `unknown`: it may have been. `partly`: some
 * of its calls were carried out.
 */
export type Certainty = 'notDone' | 'unknown' | 'partly';

/** Items by what became of them, in ascending order. */
export interface Tally {
	done: number[];
	refused: number[];
	partly: number[];
	unknown: number[];
	notSent: number[];
}

/** @param counts items that are counted at all */
export function tallyOf(
	count: number,
	outcomes: ReadonlyMap<number, Outcome>,
	counts: (index: number) => boolean = () => true,
): Tally {
	const tally: Tally = { done: [], refused: [], partly: [], unknown: [], notSent: [] };
	for (let index = 0; index < count; index++) {
		if (counts(index)) tally[placeOf(outcomes.get(index))].push(index);
	}
	return tally;
}

function placeOf(outcome: Outcome | undefined): keyof Tally {
	if (!outcome) return 'notSent';
	if (outcome.is === 'done') return 'done';
	if (outcome.certainty !== 'notDone') return outcome.certainty;
	return neverLeft(outcome.error) ? 'notSent' : 'refused';
}

/** Nobody refused it: the node was stopped before it left. */
const neverLeft = (error: unknown): boolean =>
	error instanceof ApiFailure && ['held', 'cancelled', 'tooLong'].includes(error.kind);

/**
 * What a person has to know after a run of writes that ended early, in sentences.
 * @param repeatable whether writing the same again does no harm
 */
export function account({ done, refused, partly, unknown, notSent }: Tally, repeatable: boolean): string {
	const sentences = [
		done.length > 0 ? `${itemsWere(done)} written.` : '',
		refused.length > 0 ? `${itemsWere(refused)} refused.` : '',
		partly.length > 0 ? `${itemsWere(partly)} written in part.` : '',
		notSent.length > 0 ? `${itemsWere(notSent)} not sent.` : '',
		unknown.length > 0 ? answerLost(unknown) : '',
	];
	return [...sentences, whatNow({ done, partly, unknown }, repeatable)].filter(Boolean).join(' ');
}

function answerLost(unknown: number[]): string {
	return unknown.length === 1
		? `The answer of item ${rangesOf(unknown)} was lost: look in the store before you send it again.`
		: `The answers of items ${rangesOf(unknown)} were lost: look in the store before you send them again.`;
}

function whatNow({ done, partly, unknown }: Pick<Tally, 'done' | 'partly' | 'unknown'>, repeatable: boolean): string {
	if (done.length + partly.length + unknown.length === 0) return 'Nothing was written.';
	if (repeatable) return 'Running all items again does no harm.';
	return done.length + partly.length > 0 ? 'Do not run all items again: what was written would be written twice.' : '';
}
