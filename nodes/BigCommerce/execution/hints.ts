import type { NodeExecutionHint } from 'n8n-workflow';

import type { Run } from './run';

const seconds = (ms: number) => `${Math.round(ms / 100) / 10} s`;
const count = (number: number, word: string) => `${number.toLocaleString('en-US')} ${word}${number === 1 ? '' : 's'}`;

/** So few requests are no work that anybody wonders about. */
const NOT_WORTH_TELLING = 5;

const isBatched = ({ operation, inputs }: Run) =>
	(operation.kind === 'batch' || operation.kind === 'upsert') && inputs.length > 1;

/** What a longer piece of work took, and what was left undone, for the person who looks at the output. */
export function effortHints(run: Run, rows: number): NodeExecutionHint[] {
	const { requests, pages, retries, waits, waitedMs } = run.api.effort;
	const hints: NodeExecutionHint[] = [];
	if (waits > 0 || retries > 0 || requests > Math.max(NOT_WORTH_TELLING, run.inputs.length) || isBatched(run)) {
		const onPages = pages > 1 ? ` on ${count(pages, 'page')}` : '';
		const parts = [`${count(rows, 'record')}${onPages} with ${count(requests, 'request')}`];
		if (waits > 0) {
			parts.push(`${count(waits, 'request')} waited ${seconds(waitedMs)} in all for the store's request quota`);
		}
		if (retries > 0) parts.push(`repeated ${count(retries, 'request')}`);
		hints.push({ message: `${parts.join(', ')}.`, type: 'info', location: 'outputPane' });
	}
	if (run.partialCount > 0) {
		hints.push({
			message: `${count(run.partialCount, 'record')} saved only in part: see the field partial_failure.`,
			type: 'warning',
			location: 'outputPane',
		});
	}
	return hints;
}
