import type { NodeExecutionHint } from 'n8n-workflow';

import { writes } from '../model/facts';
import { accountOf } from './accountOf';
import type { Run } from './run';

const seconds = (ms: number) => `${Math.round(ms / 100) / 10} s`;
const count = (number: number, word: string) => `${number.toLocaleString('en-US')} ${word}${number === 1 ? '' : 's'}`;

/** So few requests are no work that anybody wonders about. */
const NOT_WORTH_TELLING = 5;

const isBatched = ({ operation, itemCount }: Run) =>
	['batch', 'upsert', 'lookUp'].includes(operation.kind) && itemCount > 1;

const hint = (message: string, type: 'info' | 'warning'): NodeExecutionHint => ({
	message,
	type,
	location: 'outputPane',
});

/** What a longer piece of work took, and what was left undone, for the person who looks at the output. */
export function effortHints(run: Run): NodeExecutionHint[] {
	const { requests, pages, retries, waits, waitedMs } = run.api.effort;
	const outcomes = [...run.outcomes.values()];
	const done = outcomes.filter((outcome) => outcome.is === 'done');
	const hints: NodeExecutionHint[] = [];
	if (waits > 0 || retries > 0 || requests > Math.max(NOT_WORTH_TELLING, run.itemCount) || isBatched(run)) {
		const rows = done.reduce((sum, outcome) => sum + outcome.rows.length, 0);
		const onPages = pages > 1 && !writes(run.operation) ? ` on ${count(pages, 'page')}` : '';
		const parts = [`${count(rows, 'record')}${onPages} with ${count(requests, 'request')}`];
		if (outcomes.length > done.length) parts.push(`${count(outcomes.length - done.length, 'item')} failed`);
		if (waits > 0) {
			parts.push(`${count(waits, 'request')} waited ${seconds(waitedMs)} in all because the store asked for it`);
		}
		if (retries > 0) parts.push(`repeated ${count(retries, 'request')}`);
		hints.push(hint(`${parts.join(', ')}.`, 'info'));
	}
	const partial = done.filter(({ partial: problem }) => problem !== undefined).length;
	if (partial > 0) {
		hints.push(hint(`${count(partial, 'record')} saved only in part: see the field partial_failure.`, 'warning'));
	}
	const failedWrite = [...run.outcomes].some(([index, outcome]) => outcome.is === 'failed' && run.mayWrite(index));
	if (failedWrite) hints.push(hint(accountOf(run), 'warning'));
	if (run.incompleteLists > 0) {
		hints.push(
			hint(
				'The list kept changing while it was read, so rows may be missing. Run the node again to be sure.',
				'warning',
			),
		);
	}
	const leftOut = [...new Set([...run.plans.values()].flatMap((plan) => plan.leftOut))];
	if (leftOut.length > 0)
		hints.push(hint(`Filters without a value were not applied: ${leftOut.join(', ')}.`, 'warning'));
	return hints;
}
