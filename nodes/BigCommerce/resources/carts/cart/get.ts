import type { GetOperation } from '../../../model/operation';
import { answeringCart, cartId } from './fields';

export const get: GetOperation = {
	kind: 'get',
	value: 'get',
	name: 'Get',
	action: 'Get cart',
	description: 'Get one cart by its ID; carts that became orders are gone',
	endpoint: 'GET /v3/carts/{cartId}',
	path: [cartId],
	...answeringCart,
};
