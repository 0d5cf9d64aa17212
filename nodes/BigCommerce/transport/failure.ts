import type { INode, JsonObject as N8nJsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { Problem } from './problemBody';
import { sentences } from './sentences';
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
	/** Waiting for the store would have taken longer than allowed. */
	| 'tooLong'
	/** Kept back by `StoreApi.hold`. */
	| 'held';

/** What is known of a call that failed: it changed nothing, or nobody knows whether it did. */
export type CallOutcome = 'notDone' | 'unknown';

export interface Words {
	/** What happened, with field, value and reason: an agent passes on nothing else. */
	message: string;
	/** How to get on, in sentences. May be empty; never repeats the message. */
	description: string;
}

/** The form's label of a field, by BigCommerce's name of it: `billing_address.country`, without record numbers. */
export type LabelOf = (field: string) => string | undefined;

export interface FailureDetails {
	method: Method;
	path: string;
	/** Default `notDone`. */
	outcome?: CallOutcome;
	status?: number;
	problem?: Problem;
	/** Whether another try might get through. */
	passing?: boolean;
	/** The words, where labels change them. */
	wordsWith?: (labelOf: LabelOf) => Words;
}

/**
 * A call that failed, in words for the user. The one error of the transport; it becomes exactly one
 * NodeApiError at the node's edge, because wrapping a NodeApiError in another loses message and item.
 */
export class ApiFailure extends Error {
	constructor(
		readonly kind: FailureKind,
		message: string,
		readonly description: string,
		readonly details: FailureDetails,
	) {
		super(message);
	}

	get status(): number | undefined {
		return this.details.status;
	}

	get outcome(): CallOutcome {
		return this.details.outcome ?? 'notDone';
	}

	/** The same failure with another sentence of description. */
	adding(sentence: string): ApiFailure {
		return this.with({}, ({ message, description }) => ({ message, description: sentences(description, sentence) }));
	}

	/** The same failure of a call of which an earlier try may have been carried out. */
	afterDoubtfulTry(): ApiFailure {
		if (this.outcome === 'unknown') return this;
		return this.with({ outcome: 'unknown' }, ({ message, description }) => ({
			message: `${message.replace(/[.\s]+$/, '')}. An earlier try of this call got no clear answer, so the change may have been made`,
			description: sentences('Check in the store whether the change was made before you send it again.', description),
		}));
	}

	private with(details: Partial<FailureDetails>, change: (words: Words) => Words): ApiFailure {
		const { wordsWith } = this.details;
		const { message, description } = change(this);
		return new ApiFailure(this.kind, message, description, {
			...this.details,
			...details,
			...(wordsWith ? { wordsWith: (labelOf: LabelOf) => change(wordsWith(labelOf)) } : {}),
		});
	}
}

/**
 * The failure in words, fields by the labels of a form.
 * @param labelOf gives `undefined` for fields that the form does not have: they keep BigCommerce's names
 */
export function describeFailure(failure: ApiFailure, labelOf?: LabelOf): Words {
	const { message, description, details } = failure;
	return (labelOf && details.wordsWith?.(labelOf)) ?? { message, description };
}

/**
 * @param itemIndex the input item that the failure belongs to
 * @param message,description replace the failure's own, when the caller can say more
 */
export function toNodeApiError(
	node: INode,
	failure: ApiFailure,
	{ itemIndex, message, description }: { itemIndex?: number; message?: string; description?: string } = {},
): NodeApiError {
	const { method, path, status, problem } = failure.details;
	const response: N8nJsonObject = { method, path };
	if (status !== undefined) response.status = status;
	if (problem?.title !== undefined) response.title = problem.title;
	if (problem?.fields.length) {
		response.errors = Object.fromEntries(problem.fields.map(({ field, message: reason }) => [field, reason]));
	}
	return new NodeApiError(node, response, {
		message: message ?? failure.message,
		description: description ?? failure.description,
		...(status === undefined ? {} : { httpCode: String(status) }),
		...(itemIndex === undefined ? {} : { itemIndex }),
	});
}
