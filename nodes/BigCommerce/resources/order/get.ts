import { fillPath, parseEndpoint } from '../../execution/endpoint';
import { together } from '../../execution/inParallel';
import type { ItemInput } from '../../execution/itemInput';
import { readList } from '../../transport/pagination';
import { SCOPES } from '../../transport/scopes';
import { payloadOf } from '../../transport/storeApi';
import type { JsonObject } from '../../transport/types';
import { choices } from '../shared/fields';
import { orderLocator } from '../shared/locators';
import type { CustomOperation } from '../types';
import { orderSummary } from './fields';
import { INLINE, PARTS, withConsignments } from './include';

const include = choices(
	'include',
	'Include',
	Object.entries({ ...PARTS, ...INLINE })
		.map(([field, { name }]): [string, string] => [field, name])
		.sort(([, one], [, other]) => one.localeCompare(other)),
	{ description: 'What to return with the order, complete however long it is; most parts take a request of their own' },
);

export const get: CustomOperation = {
	kind: 'custom',
	value: 'get',
	name: 'Get',
	action: 'Get order',
	description: 'Read one order, with its products, addresses, shipments and more in one go',
	endpoints: ['GET /v2/orders/{order_id}', ...Object.values(PARTS).map(({ endpoint }) => endpoint)],
	scope: SCOPES.orders,
	path: [orderLocator],
	options: [include],
	run: async (input) => {
		const included = input.included();
		const parts = included.filter((field) => field in PARTS);
		const [order, lists] = await together([
			readOrder(
				input,
				included.flatMap((field) => INLINE[field]?.include ?? []),
			),
			together(parts.map(async (field) => [field, await readPart(input, field)] as const)),
		]);
		return { ...order, ...Object.fromEntries(lists) };
	},
	simplify: orderSummary,
};

async function readOrder(input: ItemInput, inline: string[]): Promise<JsonObject> {
	const path = `/v2/orders/${input.path().order_id}`;
	const query = inline.length > 0 ? withConsignments({ include: inline }) : {};
	return payloadOf(await input.send({ method: 'GET', path, query })) as JsonObject;
}

async function readPart(input: ItemInput, field: string): Promise<JsonObject[]> {
	const { endpoint, pagination, query = {}, scopes = [SCOPES.orders] } = PARTS[field]!;
	const { method, path } = parseEndpoint(endpoint);
	const request = { method, path: fillPath(path, input.path()), query, scope: { scopes, access: 'read' as const } };
	return await readList(input.api, { request, pagination });
}
