import type { Resource } from '../types';
import { checkScopes } from './checkScopes';
import { get } from './get';
import { getTime } from './getTime';

export const store: Resource = {
	value: 'store',
	name: 'Store',
	operations: [get, getTime, checkScopes],
};
