import { apiRequest } from './apiRequest';
import { cart } from './cart';
import { coupon } from './coupon';
import { customer } from './customer';
import { inventory } from './inventory';
import { order } from './order';
import { orderProduct } from './orderProduct';
import { product } from './product';
import { shipment } from './shipment';
import { store } from './store';
import type { Operation, Resource } from './types';
import { webhook } from './webhook';

/** The one registry: dropdowns, fields, dispatch, scopes, documentation and the contract test come from it. */
export const RESOURCES: readonly Resource[] = [
	apiRequest,
	cart,
	coupon,
	customer,
	inventory,
	order,
	orderProduct,
	product,
	shipment,
	store,
	webhook,
];

export function findOperation(resource: string, operation: string): Operation | undefined {
	return RESOURCES.find(({ value }) => value === resource)?.operations.find(({ value }) => value === operation);
}
