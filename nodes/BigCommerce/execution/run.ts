import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Operation } from '../resources/types';
import { ApiFailure, toNodeApiError } from '../transport/failure';
import type { Problem } from '../transport/problemBody';
import type { StoreApi } from '../transport/storeApi';
import type { JsonObject } from '../transport/types';
import { explainFields } from './fieldLabels';
import { ItemInput } from './itemInput';
import { outputShape } from './outputShape';

type NodeFault = NodeApiError | NodeOperationError;

type Outcome = { rows: JsonObject[]; partial?: Problem } | { fault: NodeFault };

/** One execution of the node: collects what became of each item and turns it into paired output. */
export class Run<O extends Operation = Operation> {
	readonly inputs: readonly ItemInput[];
	private readonly outcomes = new Map<number, Outcome>();
	private failed = false;

	constructor(
		readonly context: IExecuteFunctions,
		readonly api: StoreApi,
		readonly operation: O,
	) {
		this.inputs = context.getInputData().map((_, index) => new ItemInput(context, api, operation, index));
	}

	/** Once an item has failed and the node is to stop on errors, nothing more needs to start. */
	readonly stopped = (): boolean => this.failed && !this.context.continueOnFail();

	/** Whether the item still has no outcome. */
	isOpen(index: number): boolean {
		return !this.outcomes.has(index);
	}

	/**
	 * Prepares every item before the first request leaves, so that a typing error in one of them
	 * stops the node with nothing half done.
	 */
	plan<T>(prepare: (input: ItemInput) => T): T[] {
		const prepared = this.inputs.flatMap((input) => {
			try {
				return [prepare(input)];
			} catch (error) {
				this.fail(input.index, error);
				return [];
			}
		});
		if (this.stopped()) throw this.firstFault();
		return prepared;
	}

	/** @param partial what BigCommerce did not do although it answered with success (status 207) */
	succeed(index: number, rows: JsonObject[], partial?: Problem): void {
		this.outcomes.set(index, partial ? { rows, partial } : { rows });
	}

	fail(index: number, error: unknown): void {
		this.outcomes.set(index, { fault: this.asNodeFault(index, error) });
		this.failed = true;
	}

	/**
	 * The output, in the order of the items.
	 * @throws NodeApiError or NodeOperationError of the first failed item, unless the node continues on errors
	 */
	output(): INodeExecutionData[] {
		if (this.stopped()) throw this.firstFault();
		return this.inputs.flatMap((input): INodeExecutionData[] => {
			const { index } = input;
			const outcome = this.outcomes.get(index);
			if (!outcome) return [];
			if ('fault' in outcome) return [this.errorRow(outcome.fault, index)];
			const shape = outputShape(input);
			const note = outcome.partial && partialNote(outcome.partial);
			return outcome.rows.map((row) => ({
				// Not copied without need: a hundred thousand rows would take twice the memory.
				json: note ? { ...shape(row), ...note } : shape(row),
				pairedItem: { item: index },
			}));
		});
	}

	/** Items whose record was written, although BigCommerce reported that something about it was not. */
	get partialCount(): number {
		return [...this.outcomes.values()].filter((outcome) => 'partial' in outcome).length;
	}

	/**
	 * A failed item as a row. n8n strips a row with an error object down to its message, and knows a row of
	 * the error output by having just the fields `message` and `error`.
	 */
	private errorRow(fault: NodeFault, index: number): INodeExecutionData {
		const { message } = fault;
		const status = fault instanceof NodeApiError && fault.httpCode ? { status: Number(fault.httpCode) } : {};
		const more = { description: fault.description ?? '', ...status };
		const toErrorOutput = this.context.getNode().onError === 'continueErrorOutput';
		return {
			json: toErrorOutput ? { message, error: more } : { error: message, ...more },
			pairedItem: { item: index },
		};
	}

	private firstFault(): NodeFault {
		const index = Math.min(...[...this.outcomes].flatMap(([key, outcome]) => ('fault' in outcome ? [key] : [])));
		const outcome = this.outcomes.get(index);
		if (!outcome || !('fault' in outcome)) throw new NodeOperationError(this.context.getNode(), 'No item failed');
		const done = [...this.outcomes.values()].filter((other) => 'rows' in other).length;
		if (this.inputs.length > 1) {
			outcome.fault.description = [
				outcome.fault.description,
				`${done} of ${this.inputs.length} items were done before the node stopped.`,
			]
				.filter(Boolean)
				.join('\n');
		}
		return outcome.fault;
	}

	private asNodeFault(index: number, error: unknown): NodeFault {
		if (error instanceof ApiFailure) {
			return toNodeApiError(this.context.getNode(), error, {
				itemIndex: index,
				description: explainFields(this.operation, error),
			});
		}
		if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
		return new NodeOperationError(this.context.getNode(), error instanceof Error ? error : String(error), {
			itemIndex: index,
		});
	}
}

function partialNote(problem: Problem): JsonObject {
	const messages = problem.fields.map(({ field, message }) => `${field}: ${message}`);
	return { partial_failure: messages.length > 0 ? messages : [problem.title ?? 'Not everything was saved'] };
}
