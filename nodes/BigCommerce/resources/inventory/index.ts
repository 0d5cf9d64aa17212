import type { Resource } from '../types';
import { adjust } from './adjust';
import { getAll } from './getAll';
import { set } from './set';
import { updateSettings } from './updateSettings';

export const inventory: Resource = {
	value: 'inventory',
	name: 'Inventory',
	operations: [adjust, getAll, set, updateSettings],
};
