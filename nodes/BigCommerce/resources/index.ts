import type { Resource } from '../model/operation';
import { apiRequest } from './anything/apiRequest';
import { cart } from './carts/cart';
import { brand } from './catalog/brand';
import { bulkPricingRule } from './catalog/bulkPricingRule';
import { customField } from './catalog/customField';
import { product } from './catalog/product';
import { productReview } from './catalog/productReview';
import { productVideo } from './catalog/productVideo';
import { blogPost } from './content/blogPost';
import { blogTag } from './content/blogTag';
import { page } from './content/page';
import { customer } from './customers/customer';
import { customerAddress } from './customers/customerAddress';
import { customerAttribute } from './customers/customerAttribute';
import { customerGroup } from './customers/customerGroup';
import { subscriber } from './customers/subscriber';
import { wishlist } from './customers/wishlist';
import { inventory } from './inventory/inventory';
import { banner } from './marketing/banner';
import { coupon } from './marketing/coupon';
import { giftCertificate } from './marketing/giftCertificate';
import { metafield } from './metafields/metafield';
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
	banner,
	brand,
	bulkPricingRule,
	cart,
	coupon,
	customField,
	customer,
	customerAddress,
	customerAttribute,
	customerGroup,
	giftCertificate,
	inventory,
	metafield,
	order,
	orderProduct,
	product,
	productReview,
	productVideo,
	shipment,
	store,
	subscriber,
	webhook,
	wishlist,
];

export const SETUP_RESOURCES: readonly Resource[] = [blogPost, blogTag, page];

export const RESOURCES: readonly Resource[] = [...SHOP_RESOURCES, ...SETUP_RESOURCES];
