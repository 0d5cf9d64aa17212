import { include, options } from '../../../model/collections';
import type { GetOperation } from '../../../model/operation';
import { ORDER } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import { SCOPES } from '../../../transport/scopes';
import { orderSimplified } from './fields';
import { consignmentLines, INLINE, PARTS, withConsignments } from './include';

const inAlphabet = (one: readonly [string, string], other: readonly [string, string]) => one[1].localeCompare(other[1]);

const parts = PARTS.map(({ field, name }) => [field, name] as const);

export const get: GetOperation = {
	kind: 'get',
	value: 'get',
	name: 'Get',
	action: 'Get order',
	description: 'Get one order, on request with products, shipments and more',
	endpoint: 'GET /v2/orders/{order_id}',
	scope: SCOPES.orders,
	path: [pick(ORDER)],
	query: [
		options(
			include(
				[...INLINE, ...parts].sort(inAlphabet),
				'What to return with the order, complete however long it is; most parts take a request of their own',
			),
		),
	],
	shapeQuery: withConsignments,
	parts: PARTS,
	rest: consignmentLines,
	simplify: orderSimplified,
};
