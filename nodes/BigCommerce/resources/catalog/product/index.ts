import type { Resource } from '../../../model/operation';
import { count } from './count';
import { create } from './create';
import { remove } from './delete';
import { deleteMany } from './deleteMany';
import { get } from './get';
import { getAll } from './getAll';
import { getBySku } from './getBySku';
import { summary } from './summary';
import { update } from './update';
import { upsert } from './upsert';

export const product: Resource = {
	value: 'product',
	name: 'Product',
	description: 'What the store sells, with its prices, stock and categories',
	operations: [create, get, getBySku, getAll, update, upsert, remove, deleteMany, count, summary],
};
