import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { needOf, writes } from '../model/facts';
import type { Operation } from '../model/operation';
import { ApiFailure } from '../transport/failure';
import type { Problem } from '../transport/problemBody';
import type { StoreApi } from '../transport/storeApi';
import type { JsonObject, ReadRequest, WriteRequest } from '../transport/types';
import { InputFault } from './inputFault';
import type { ItemPlan } from './itemPlan';
import type { Certainty, Outcome } from './outcome';
import { Parameters } from './parameters';
import { Planner } from './planner';
import { rowShape } from './rowShape';

/** Planning must not keep webhooks, Stop and the editor waiting: after so many milliseconds others may go on. */
const PLANNING_SLICE_MS = 25;

/** One execution of the node: plans its items, and collects what becomes of each. */
export class Run<O extends Operation = Operation> {
	readonly outcomes = new Map<number, Outcome>();
	readonly plans = new Map<number, ItemPlan>();
	readonly itemCount: number;
	/** Lists that moved while they were read, so that rows may be missing. */
	incompleteLists = 0;
	private failed = false;
	private readonly shapeOf: ReturnType<typeof rowShape>;

	constructor(
		readonly context: IExecuteFunctions,
		readonly api: StoreApi,
		readonly operation: O,
	) {
		this.itemCount = context.getInputData().length;
		this.shapeOf = rowShape(operation);
	}

	/** Once an item has failed and the node is to stop on errors, nothing more may leave. */
	readonly stopped = (): boolean => this.failed && !this.context.continueOnFail();

	/** Whether the item still has no outcome. */
	isOpen = (index: number): boolean => !this.outcomes.has(index);

	/** Whether the item changes something in the store, or would have. */
	mayWrite(index: number): boolean {
		const plan = this.plans.get(index);
		const onlyReads = this.operation.kind === 'sequence' ? this.operation.onlyReads : undefined;
		return writes(this.operation) && !(plan && onlyReads?.(plan));
	}

	/** Plans that may go on, in the order of the items. */
	open(): ItemPlan[] {
		return [...this.plans.values()].filter(({ index }) => this.isOpen(index));
	}

	/** Prepares every item before the first request leaves, so that a fault in one of them leaves nothing half done. */
	async plan(): Promise<void> {
		const node = this.context.getNode();
		const surroundings = { timezone: this.context.getTimezone(), fromTool: node.type.endsWith('Tool') };
		const planner = new Planner(this.operation, surroundings, this.api.connection);
		const parameters = new Parameters(this.context);
		let since = performance.now();
		for (let index = 0; index < this.itemCount; index++) {
			try {
				this.plans.set(index, planner.plan(parameters, index));
			} catch (error) {
				this.fail(index, error);
			}
			if (performance.now() - since < PLANNING_SLICE_MS) continue;
			await sleep(0);
			since = performance.now();
		}
	}

	/** Names the operation's scope in a request. */
	request<R extends Omit<ReadRequest, 'scope'> | Omit<WriteRequest, 'scope'>>(request: R) {
		return { ...request, scope: needOf(this.operation) };
	}

	/**
	 * @param rows as the store gave them; the output has them as the item wants them
	 * @param partial what BigCommerce did not do although it answered with success (status 207)
	 */
	succeed(index: number, rows: readonly JsonObject[], partial?: Problem): void {
		const { shown } = this.operation;
		const plan = this.plans.get(index);
		// At once: what thousands of answers say beyond it need not stay in memory.
		const shape = plan && this.shapeOf(plan.output);
		const seen = shown ? rows.map(shown) : rows;
		this.outcomes.set(index, { is: 'done', rows: shape ? seen.map(shape) : seen, partial });
	}

	/** @param certainty default: what the failure itself knows */
	fail(index: number, error: unknown, certainty: Certainty = certaintyOf(error)): void {
		// Nothing went wrong with an item that was kept back after another had failed.
		if (error instanceof ApiFailure && error.kind === 'held' && certainty === 'notDone') return;
		const isMissing = error instanceof ApiFailure && error.status === 404 && certainty === 'notDone';
		if (isMissing && this.plans.get(index)?.returnsNothingWhenMissing) {
			this.outcomes.set(index, { is: 'done', rows: [] });
			return;
		}
		this.outcomes.set(index, { is: 'failed', error, certainty });
		this.failed = true;
		if (this.stopped()) this.api.hold();
	}
}

function certaintyOf(error: unknown): Certainty {
	if (error instanceof ApiFailure) return error.outcome;
	// Nothing is known of what nobody foresaw.
	return error instanceof InputFault ? 'notDone' : 'unknown';
}
