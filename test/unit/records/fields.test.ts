import { toProperty } from '../../../nodes/BigCommerce/model/form/property';
import {
	BRAND,
	CATEGORY,
	CUSTOMER_GROUP,
	ORDER_STATUS,
	PRODUCT,
	SCRIPT,
	TAX_CLASS,
} from '../../../nodes/BigCommerce/records/catalogue';
import { pick } from '../../../nodes/BigCommerce/records/fields';

describe('pick', () => {
	it('makes the required field that names one record', () => {
		expect(pick(CUSTOMER_GROUP)).toEqual({
			kind: 'record',
			record: CUSTOMER_GROUP,
			name: 'customer_group_id',
			displayName: 'Customer Group',
			description: 'The customer group to operate on',
			required: true,
		});
		expect(pick(SCRIPT)).toMatchObject({ name: 'script_uuid', description: 'The script to operate on' });
	});

	it('takes the words that an operation has for it', () => {
		const brand = { required: false, zero: 'No brand', description: 'The brand of the product' };
		expect(pick(BRAND, brand)).toEqual({
			kind: 'record',
			record: BRAND,
			name: 'brand_id',
			displayName: 'Brand',
			...brand,
		});
		expect(pick(ORDER_STATUS, { name: 'status_id', zero: 'Incomplete' })).toMatchObject({ name: 'status_id' });
	});

	it('speaks of several records in the plural', () => {
		const many = (record: typeof PRODUCT) => {
			const { name, displayName, description } = pick(record, { many: true });
			return [name, displayName, description];
		};
		expect(many(CATEGORY)).toEqual(['category_ids', 'Categories', 'The categories to operate on']);
		expect(many(TAX_CLASS)).toEqual(['tax_class_ids', 'Tax Classes', 'The tax classes to operate on']);
		expect(many(ORDER_STATUS)[1]).toBe('Order Statuses');
	});

	it('becomes a locator with a list, an ID, the natural keys and the address', () => {
		const { type, modes } = toProperty(pick(PRODUCT));
		expect(type).toBe('resourceLocator');
		expect(modes?.map(({ name, displayName }) => [name, displayName])).toEqual([
			['list', 'From List'],
			['id', 'By ID'],
			['sku', 'By SKU'],
			['url', 'By URL'],
		]);
		expect(modes?.[0]?.typeOptions?.searchListMethod).toBe('searchProduct');
	});
});
