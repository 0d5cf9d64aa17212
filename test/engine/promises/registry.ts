import type { INodeParameters, INodeType } from 'n8n-workflow';

import { authenticationProperty } from '../../../nodes/BigCommerce/model/authentication';
import { fieldsOf } from '../../../nodes/BigCommerce/model/facts';
import type { Field } from '../../../nodes/BigCommerce/model/field';
import { isCollection } from '../../../nodes/BigCommerce/model/field';
import { propertiesOf } from '../../../nodes/BigCommerce/model/form/properties';
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
	abortAfterMs?: number;
	/** Runs the node with the form of the operation alone, for tests of many runs: n8n looks at every property. */
	isAlone?: boolean;
}

/** Runs an operation against a stub store. */
export async function attempt(
	{ resource, operation }: Registered,
	store: StubStore,
	{ parameters, items = [{}], isAlone = false, ...how }: Attempt,
): Promise<RunResult> {
	return await runNode({
		nodeType: isAlone ? aloneWith(resource, operation) : nodeOf(resource.value),
		parameters: { resource: resource.value, operation: operation.value, ...parameters },
		items: items.map((json) => ({ json: json as never })),
		credential: store.credential,
		...how,
	});
}

const alone = new Map<Operation, INodeType>();

/** The public node, with the properties of one operation. */
function aloneWith(resource: Resource, operation: Operation): INodeType {
	const known = alone.get(operation);
	if (known) return known;
	const whole = nodeOf(resource.value);
	const own = propertiesOf([{ ...resource, operations: [operation] }], resource.value);
	const node = Object.create(whole, {
		description: { value: { ...whole.description, properties: [authenticationProperty, ...own] } },
	}) as INodeType;
	alone.set(operation, node);
	return node;
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
