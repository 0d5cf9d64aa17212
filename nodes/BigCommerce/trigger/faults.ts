import type { INode } from 'n8n-workflow';
import { NodeError, NodeOperationError } from 'n8n-workflow';

import { ApiFailure, toNodeApiError } from '../transport/failure';

/** Something that a person has to put right, in the node's form or around it. */
export class SetupFault extends Error {
	/** @param description what to do */
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
	}
}

/** What went wrong, in one line for the log. */
export function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const more = error instanceof ApiFailure && error.description ? ` (${error.description.replaceAll('\n', '; ')})` : '';
	return `${error.message}${more}`;
}

/**
 * Any error, as n8n shows it at the node.
 * @param options which item it belongs to, if to one
 */
export function inNodeWords(node: INode, error: unknown, options: { itemIndex?: number } = {}): Error {
	if (error instanceof NodeError) return error;
	if (error instanceof ApiFailure) return toNodeApiError(node, error, options);
	const description = error instanceof SetupFault ? { description: error.description } : {};
	return new NodeOperationError(node, error instanceof Error ? error : String(error), { ...options, ...description });
}
