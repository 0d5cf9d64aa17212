import type { RecordListing } from '../listing';
import { CATALOG_LISTINGS } from './catalog';
import { CHANNEL_LISTINGS } from './channels';
import { CONTENT_LISTINGS } from './content';
import { CUSTOMER_LISTINGS } from './customers';
import { MARKETING_LISTINGS } from './marketing';
import { ORDER_LISTINGS } from './orders';
import { PRODUCT_PART_LISTINGS } from './productParts';
import { STORE_LISTINGS } from './store';

/** Every record that a person picks. */
export const LISTINGS: readonly RecordListing[] = [
	...CATALOG_LISTINGS,
	...PRODUCT_PART_LISTINGS,
	...STORE_LISTINGS,
	...ORDER_LISTINGS,
	...CUSTOMER_LISTINGS,
	...MARKETING_LISTINGS,
	...CONTENT_LISTINGS,
	...CHANNEL_LISTINGS,
];

export { BRAND, CATEGORY, CATEGORY_TREE, PRODUCT, VARIANT } from './catalog';
export { CHANNEL, SITE } from './channels';
export { BLOG_POST, BLOG_TAG, PAGE, SCRIPT, WIDGET } from './content';
export { CUSTOMER, CUSTOMER_ADDRESS, CUSTOMER_ATTRIBUTE, CUSTOMER_GROUP, SUBSCRIBER, WISHLIST } from './customers';
export { BANNER, COUPON, GIFT_CERTIFICATE, PROMOTION } from './marketing';
export { ORDER, ORDER_PRODUCT, ORDER_SHIPPING_ADDRESS, ORDER_STATUS, SHIPMENT } from './orders';
export { BULK_PRICING_RULE, CUSTOM_FIELD, PRODUCT_REVIEW, PRODUCT_VIDEO } from './productParts';
export { CURRENCY, LOCATION, PRICE_LIST, TAX_CLASS, WEBHOOK } from './store';
