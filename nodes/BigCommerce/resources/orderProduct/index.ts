import type { Resource } from '../types';
import { get } from './get';
import { getAll } from './getAll';

export const orderProduct: Resource = {
	value: 'orderProduct',
	name: 'Order Product',
	operations: [get, getAll],
};
