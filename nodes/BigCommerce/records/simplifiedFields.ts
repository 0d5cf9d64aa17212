/** What Simplify keeps of an order, wherever one is put out. */
export const ORDER_SUMMARY = [
	'id',
	'status',
	'payment_status',
	'customer_id',
	'billing_address.email',
	'total_inc_tax',
	'currency_code',
	'channel_id',
	'date_created',
	'date_modified',
] as const;

/** What Simplify keeps of a customer. */
export const CUSTOMER_SUMMARY = [
	'id',
	'email',
	'first_name',
	'last_name',
	'company',
	'phone',
	'customer_group_id',
	'accepts_product_review_abandoned_cart_emails',
	'date_created',
	'date_modified',
] as const;

/** What Simplify keeps of a product. */
export const PRODUCT_SUMMARY = [
	'id',
	'name',
	'sku',
	'price',
	'inventory_level',
	'is_visible',
	'availability',
	'categories',
	'brand_id',
	'date_modified',
] as const;
