import type { Resource } from '../../../model/operation';
import { adjust } from './adjust';
import { getAll } from './getAll';
import { set } from './set';
import { updateSettings } from './updateSettings';

export const inventory: Resource = {
	value: 'inventory',
	name: 'Inventory',
	description: 'How many units of an item are in stock, at each location',
	operations: [adjust, getAll, set, updateSettings],
};
