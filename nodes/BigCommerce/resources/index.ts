import type { Resource } from '../model/operation';
import { apiRequest } from './anything/apiRequest';
import { cart } from './carts/cart';
import { product } from './catalog/product';
import { blogPost } from './content/blogPost';
import { blogTag } from './content/blogTag';
import { customer } from './customers/customer';
import { inventory } from './inventory/inventory';
import { coupon } from './marketing/coupon';
import { order } from './orders/order';
import { orderProduct } from './orders/orderProduct';
import { shipment } from './orders/shipment';
import { store } from './store/store';
import { webhook } from './store/webhook';

/**
 * The registry: dropdowns, fields, dispatch, scopes, documentation and the contract test come from it. What a
 * shop does every day is in the node BigCommerce, what sets it up in BigCommerce Store Setup.
 */
export const SHOP_RESOURCES: readonly Resource[] = [
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

export const SETUP_RESOURCES: readonly Resource[] = [blogPost, blogTag];

export const RESOURCES: readonly Resource[] = [...SHOP_RESOURCES, ...SETUP_RESOURCES];
