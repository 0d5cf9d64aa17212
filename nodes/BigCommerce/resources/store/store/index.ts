import type { Resource } from '../../../model/operation';
import { checkScopes } from './checkScopes';
import { get } from './get';
import { getTime } from './getTime';

export const store: Resource = {
	value: 'store',
	name: 'Store',
	description: 'The store itself: its profile, its clock, and what the connection may do',
	operations: [get, getTime, checkScopes],
};
