export const orderProductSummary = [
	'id',
	'product_id',
	'name',
	'sku',
	'quantity',
	'quantity_shipped',
	'quantity_refunded',
	'price_inc_tax',
	'total_inc_tax',
	'order_address_id',
] as const;
