import type { INodeParameters } from 'n8n-workflow';

import { fieldsOf } from '../../../nodes/BigCommerce/model/facts';
import type { Field } from '../../../nodes/BigCommerce/model/field';
import { isCollection } from '../../../nodes/BigCommerce/model/field';
import type { Operation, Resource } from '../../../nodes/BigCommerce/model/operation';
import { RESOURCES } from '../../../nodes/BigCommerce/resources';
import { textOf } from '../../../nodes/BigCommerce/transport/textOf';
import type { RunResult } from '../../support/engine';
import { runNode } from '../../support/engine';
import { nodeOf } from '../../support/runOperation';
import type { StubStore } from '../../support/stubStore';

/** Every operation of both nodes: a promise is held by all of them, without a test of their own. */
export interface Registered {
	resource: Resource;
	operation: Operation;
	/** `product.update` */
	at: string;
}

export const REGISTERED: readonly Registered[] = RESOURCES.flatMap((resource) =>
	resource.operations.map((operation) => ({ resource, operation, at: `${resource.value}.${operation.value}` })),
);

export interface Attempt {
	parameters: INodeParameters;
	items?: object[];
	asTool?: boolean;
	onError?: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
}

/** Runs an operation against a stub store. */
export async function attempt(
	{ resource, operation }: Registered,
	store: StubStore,
	{ parameters, items = [{}], ...how }: Attempt,
): Promise<RunResult> {
	return await runNode({
		nodeType: nodeOf(resource.value),
		parameters: { resource: resource.value, operation: operation.value, ...parameters },
		items: items.map((json) => ({ json: json as never })),
		credential: store.credential,
		...how,
	});
}

/** The filters of an operation, each with the collection that it is in, if it is in one. */
export function filtersOf(operation: Operation): Array<{ filter: Field; collection: Field | undefined }> {
	return fieldsOf(operation).flatMap((field) =>
		isCollection(field) && field.role === 'filters'
			? field.fields.map((filter) => ({ filter, collection: field }))
			: [],
	);
}

/** What a person reads of a failure. */
export const textOfFault = ({ error, items }: RunResult): string =>
	[error?.message, error?.description, ...items.flatMap(({ json }) => [textOf(json.error), textOf(json.description)])]
		.filter(Boolean)
		.join(' ');
