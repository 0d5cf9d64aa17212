import type { Resource } from '../types';
import { addItems } from './addItems';
import { create } from './create';
import { createRedirectUrls } from './createRedirectUrls';
import { remove } from './delete';
import { deleteItem } from './deleteItem';
import { get } from './get';
import { updateCustomer } from './updateCustomer';
import { updateItem } from './updateItem';

export const cart: Resource = {
	value: 'cart',
	name: 'Cart',
	operations: [create, get, updateCustomer, remove, addItems, updateItem, deleteItem, createRedirectUrls],
};
