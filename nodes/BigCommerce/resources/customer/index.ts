import type { Resource } from '../types';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getByEmail } from './getByEmail';
import { update } from './update';
import { upsert } from './upsert';
import { validateCredentials } from './validateCredentials';

export const customer: Resource = {
	value: 'customer',
	name: 'Customer',
	operations: [create, get, getByEmail, getAll, update, upsert, remove, validateCredentials],
};
