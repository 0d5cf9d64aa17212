import type { Resource } from '../types';
import { count } from './count';
import { create } from './create';
import { remove } from './delete';
import { deleteMany } from './deleteMany';
import { get } from './get';
import { getAll } from './getAll';
import { getBySku } from './getBySku';
import { summary } from './summary';
import { update } from './update';
import { updateMany } from './updateMany';
import { upsert } from './upsert';

export const product: Resource = {
	value: 'product',
	name: 'Product',
	operations: [create, get, getBySku, getAll, update, updateMany, upsert, remove, deleteMany, count, summary],
};
