import type { INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { ApiFailure, describeFailure, toNodeApiError } from '../transport/failure';
import type { Problem } from '../transport/problemBody';
import type { JsonObject } from '../transport/types';
import { accountOf } from './accountOf';
import { InputFault } from './inputFault';
import type { ItemPlan } from './itemPlan';
import { labelsOf } from './labels';
import type { Certainty } from './outcome';
import type { Run } from './run';

type NodeFault = NodeApiError | NodeOperationError;

/**
 * The output, in the order of the items, each row paired with its item.
 * @throws NodeApiError or NodeOperationError of the first failed item, unless the node continues on errors
 */
export function outputOf(run: Run): INodeExecutionData[] {
	if (run.stopped()) throw firstFault(run);
	const items: INodeExecutionData[] = [];
	const toErrorOutput = run.context.getNode().onError === 'continueErrorOutput';
	for (let index = 0; index < run.itemCount; index++) {
		const outcome = run.outcomes.get(index);
		if (!outcome) continue;
		if (outcome.is === 'failed') {
			const { error, certainty } = outcome;
			items.push(errorRow(run, index, { error, certainty, toErrorOutput }));
			continue;
		}
		const notes = notesOn(run.plans.get(index), outcome.partial);
		for (const row of outcome.rows) {
			items.push({ json: notes ? { ...row, ...notes } : row, pairedItem: { item: index } });
		}
	}
	return items;
}

function notesOn(plan: ItemPlan | undefined, partial: Problem | undefined): JsonObject | undefined {
	const leftOut = plan?.leftOut ?? [];
	if (!partial && leftOut.length === 0) return undefined;
	return {
		...(partial ? { partial_failure: partialMessages(partial) } : {}),
		...(leftOut.length > 0 ? { filters_not_applied: [...leftOut] } : {}),
	};
}

function partialMessages({ fields, title, more }: Problem): string[] {
	const messages = fields.map(({ field, message }) => `${field}: ${message}`);
	return messages.length > 0 ? messages : [title ?? 'Not everything was saved', ...more];
}

/**
 * A failed item as a row. n8n strips a row with an error object down to its message, and knows a row of the
 * error output by having just the fields `message` and `error`.
 */
function errorRow(
	run: Run,
	index: number,
	{ error, certainty, toErrorOutput }: { error: unknown; certainty: Certainty; toErrorOutput: boolean },
): INodeExecutionData {
	const { message, description, status } = saidOf(run, index, error);
	const more = {
		description,
		...(status === undefined ? {} : { status }),
		...(run.mayWrite(index) ? { outcome: WORDS[certainty] } : {}),
	};
	return {
		json: toErrorOutput ? { message, error: more } : { error: message, ...more },
		pairedItem: { item: index },
	};
}

/** What a failure says. n8n's errors take so long to make that a hundred thousand of them would stand in the way. */
function saidOf(run: Run, index: number, error: unknown): { message: string; description: string; status?: number } {
	if (error instanceof ApiFailure) {
		const { status } = error;
		return { ...describeFailure(error, labelsOf(run.operation)), ...(status === undefined ? {} : { status }) };
	}
	if (error instanceof InputFault) return { message: error.message, description: adviceOf(error) };
	const fault = asNodeFault(run, index, error);
	const status = fault instanceof NodeApiError && fault.httpCode ? { status: Number(fault.httpCode) } : {};
	return { message: fault.message, description: fault.description ?? '', ...status };
}

const adviceOf = ({ advice }: InputFault): string => advice || 'Nothing was sent for this item. Correct the value.';

const WORDS: Record<Certainty, string> = { notDone: 'not written', unknown: 'unknown', partly: 'written in part' };

/** The failure that stopped the node; it says what became of all items. */
function firstFault(run: Run): NodeFault {
	const failed = Array.from({ length: run.itemCount }, (_, index) => index).flatMap((index) => {
		const outcome = run.outcomes.get(index);
		return outcome?.is === 'failed' ? [{ index, ...outcome }] : [];
	});
	// What was kept back for another's sake is not why the node stopped.
	const first = failed.find(({ error }) => !isHeld(error)) ?? failed[0];
	if (!first) return new NodeOperationError(run.context.getNode(), 'The node was stopped');
	const fault = asNodeFault(run, first.index, first.error);
	const told = run.mayWrite(first.index) ? accountOf(run) : '';
	fault.description = [fault.description, run.itemCount > 1 || first.certainty !== 'notDone' ? told : '']
		.filter(Boolean)
		.join(' ');
	return fault;
}

const isHeld = (error: unknown): boolean => error instanceof ApiFailure && error.kind === 'held';

function asNodeFault(run: Run, itemIndex: number, error: unknown): NodeFault {
	const node = run.context.getNode();
	if (error instanceof ApiFailure) {
		return toNodeApiError(node, error, { itemIndex, ...describeFailure(error, labelsOf(run.operation)) });
	}
	if (error instanceof InputFault) {
		return new NodeOperationError(node, error.message, {
			itemIndex,
			description: adviceOf(error),
		});
	}
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	return new NodeOperationError(node, error instanceof Error ? error : String(error), { itemIndex });
}
