import type { CloseFunction, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

/**
 * As long as n8n waits for what runs when it shuts down, by default, and as long again. After it the trigger was closed for
 * another reason: in a set-up with several main processes another one leads now, and this one still receives.
 */
const CLOSING_MS = 60_000;

interface State {
	/** Unix time in milliseconds; absent while the trigger is open. */
	closedAt?: number;
}

const states = new Map<string, State>();

/**
 * n8n that shuts down closes its triggers, then waits until nothing runs; but it goes on receiving, and what it
 * takes in then it may cut short. So from there on deliveries are turned away, and BigCommerce sends them again.
 *
 * @param now gives Unix time in milliseconds
 * @returns what n8n is to call when it closes the trigger
 */
export function opened(context: ITriggerFunctions, now: () => number): CloseFunction {
	const state: State = {};
	states.set(keyOf(context), state);
	return async () => {
		state.closedAt = now();
		return await Promise.resolve();
	};
}

/** Whether n8n has closed the node's trigger and may be about to end. @param now Unix time in milliseconds */
export function isClosing(context: IWebhookFunctions, now: number): boolean {
	const { closedAt } = states.get(keyOf(context)) ?? {};
	return closedAt !== undefined && now < closedAt + CLOSING_MS;
}

const keyOf = (context: ITriggerFunctions | IWebhookFunctions): string =>
	`${context.getWorkflow().id} ${context.getNode().id}`;
