import type { Resource } from '../../../model/operation';
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
	description: 'What shoppers are about to buy: items, customer and links to the checkout',
	operations: [create, get, updateCustomer, remove, addItems, updateItem, deleteItem, createRedirectUrls],
};
