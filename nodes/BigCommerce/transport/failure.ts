import type { INode, JsonObject as N8nJsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { Problem } from './problemBody';
import type { Method } from './types';

/** How a call came to nothing. */
export type FailureKind =
	/** The store answered with a refusal. */
	| 'refused'
	/** No answer; the request may or may not have been carried out. */
	| 'unanswered'
	/** The request never left or never arrived. */
	| 'notSent'
	/** The user stopped the execution. */
	| 'cancelled'
	/** Waiting for the quota would have taken longer than allowed. */
	| 'tooLong';

/**
 * A call that failed, in words for the user. The one error of the transport; it becomes exactly one
 * NodeApiError at the node's edge, because wrapping a NodeApiError in another loses message and item.
 */
export class ApiFailure extends Error {
	constructor(
		readonly kind: FailureKind,
		/** What happened. */
		message: string,
		/** How to get on. */
		readonly description: string,
		readonly details: {
			method: Method;
			path: string;
			status?: number;
			problem?: Problem;
			/** Whether another try might get through. */
			passing?: boolean;
		},
	) {
		super(message);
	}

	/** The same failure with another line of description. */
	adding(line: string): ApiFailure {
		const description = [this.description, line].filter(Boolean).join('\n');
		return new ApiFailure(this.kind, this.message, description, this.details);
	}

	get status(): number | undefined {
		return this.details.status;
	}
}

/**
 * @param itemIndex the input item that the failure belongs to
 * @param description replaces the failure's own, when the caller can say more
 */
export function toNodeApiError(
	node: INode,
	failure: ApiFailure,
	{ itemIndex, description }: { itemIndex?: number; description?: string } = {},
): NodeApiError {
	const { method, path, status, problem } = failure.details;
	const response: N8nJsonObject = { method, path };
	if (status !== undefined) response.status = status;
	if (problem?.title !== undefined) response.title = problem.title;
	if (problem?.fields.length) {
		response.errors = Object.fromEntries(problem.fields.map(({ field, message }) => [field, message]));
	}
	return new NodeApiError(node, response, {
		message: failure.message,
		description: description ?? failure.description,
		...(status === undefined ? {} : { httpCode: String(status) }),
		...(itemIndex === undefined ? {} : { itemIndex }),
	});
}
