import type { Resource } from '../types';
import { count } from './count';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const shipment: Resource = {
	value: 'shipment',
	name: 'Shipment',
	operations: [create, get, getAll, update, remove, count],
};
