import { crud } from '../../model/crud';
import { choice, integer, money } from '../../model/fields';
import { BULK_PRICING_RULE, PRODUCT } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';

/** Source: BigCommerce, products_catalog.v3. */
export const bulkPricingRule = crud({
	value: 'bulkPricingRule',
	name: 'Bulk Pricing Rule',
	description: 'Prices of a product for larger quantities',
	collection: '/v3/catalog/products/{product_id}/bulk-pricing-rules',
	parents: [pick(PRODUCT)],
	key: pick(BULK_PRICING_RULE, { description: 'The rule to operate on; it belongs to the product above' }),
	scope: SCOPES.products,
	keep: ['quantity_min', 'quantity_max', 'type', 'amount'],
	required: [
		integer('quantity_min', 'From Quantity', { min: 0, description: 'At least 2 for Fixed Price' }),
		integer('quantity_max', 'To Quantity', { min: 0, description: '0 for no upper end' }),
		choice('type', 'Type', [
			{ name: 'Fixed Price', value: 'fixed', description: 'Amount is the price of one unit' },
			{ name: 'Percent Off', value: 'percent', description: 'Amount is the part taken off: 0.1 is 10 %' },
			{ name: 'Price Off', value: 'price', description: 'Amount is taken off the price of one unit' },
		]),
		money('amount', 'Amount', { min: 0, description: 'For Percent Off a fraction: 0.1 is 10 %' }),
	],
	simplify: ['id', 'quantity_min', 'quantity_max', 'type', 'amount'],
	says: {
		create: 'Add a price for a range of quantities of a product',
		getAll: 'List the bulk pricing rules of a product',
	},
});
