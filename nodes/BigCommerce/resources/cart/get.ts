import { SCOPES } from '../../transport/scopes';
import { options } from '../shared/fields';
import type { OneOperation } from '../types';
import { cartId, cartSummary, include } from './fields';

export const get: OneOperation = {
	kind: 'one',
	value: 'get',
	name: 'Get',
	action: 'Get cart',
	description: 'Read one cart by its ID; carts that became orders are gone',
	endpoint: 'GET /v3/carts/{cartId}',
	scope: SCOPES.carts,
	path: [cartId],
	query: [options(include)],
	simplify: cartSummary,
};
