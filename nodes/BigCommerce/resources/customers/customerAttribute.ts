import { crud } from '../../model/crud';
import { choice, date, key, text } from '../../model/fields';
import { CUSTOMER_ATTRIBUTE } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';

const TYPES = [
	['date', 'Date'],
	['number', 'Number'],
	['string', 'Text'],
] as const;

/** Source: BigCommerce, customers.v3. A store has 50 at most; there is no call for a single one, and no filter for IDs. */
export const customerAttribute = crud({
	value: 'customerAttribute',
	name: 'Customer Attribute',
	description: 'Attributes that customers of the store can have values for',
	collection: '/v3/customers/attributes',
	key: pick(CUSTOMER_ATTRIBUTE, { name: 'id' }),
	readBy: '',
	batches: { match: ['name'] },
	scope: SCOPES.customers,
	has: ['create', 'get', 'getAll', 'update', 'delete', 'upsert'],
	required: [
		key('name', 'Name', { most: 255, placeholder: 'e.g. Birthday' }),
		choice('type', 'Type', TYPES, { description: 'What its values are; cannot be changed later' }),
	],
	fixed: ['type'],
	filters: [
		date('date_created:min', 'Created After'),
		date('date_created:max', 'Created Before'),
		date('date_modified:min', 'Modified After'),
		date('date_modified:max', 'Modified Before'),
		text('name', 'Name', { description: 'The exact name' }),
		text('name:like', 'Name Contains', { placeholder: 'e.g. birth' }),
		choice('type', 'Type', TYPES),
	],
	naturalKey: { fields: ['name'], filter: 'name' },
	simplify: ['id', 'name', 'type', 'date_created', 'date_modified'],
	says: {
		create: 'Add an attribute that customers can then have a value for',
		update: 'Change the name of an attribute',
		delete: 'Delete an attribute, and its values with all customers',
	},
});
