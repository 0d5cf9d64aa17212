import type { Resource } from '../types';
import { archive } from './archive';
import { count } from './count';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';
import { updateStatus } from './updateStatus';

export const order: Resource = {
	value: 'order',
	name: 'Order',
	operations: [create, get, getAll, update, updateStatus, archive, count],
};
