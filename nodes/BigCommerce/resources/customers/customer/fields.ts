import type { Field } from '../../../model/field';
import { include as including } from '../../../model/collections';
import { email as emailOf, flag, id, key, list, longText, money, object, text } from '../../../model/fields';
import { CHANNEL, CUSTOMER, CUSTOMER_GROUP } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import { addresses } from './address';
import { formFields } from './formFields';

/** Source of all fields: BigCommerce, customers.v3. */

/** BigCommerce names the customer `id` in records and filters. */
export const customerId = pick(CUSTOMER, { name: 'id' });

export const email = emailOf('email', 'Email', {
	most: 250,
	description: 'Email address of the customer; upper and lower case do not matter',
});

export const neededFields: readonly Field[] = [
	email,
	text('first_name', 'First Name', { most: 100, placeholder: 'e.g. Nathan' }),
	text('last_name', 'Last Name', { most: 100, placeholder: 'e.g. Smith' }),
];

/** Create or Update gives it to new customers only: nobody's password is overwritten by the way. */
export const authentication = object(
	'authentication',
	'Authentication',
	[
		flag(
			'force_password_reset',
			'Force Password Reset',
			'Whether the customer has to choose a new password at the next login',
		),
		text('new_password', 'New Password', {
			isSecret: true,
			placeholder: 'e.g. correct-horse-7',
			description: 'Password that the customer logs in with from now on',
		}),
	],
	{ description: 'How the customer logs in' },
);

/** What else both creating and updating take. */
export const customerFields: readonly Field[] = [
	flag(
		'accepts_product_review_abandoned_cart_emails',
		'Accepts Review and Abandoned Cart Emails',
		'Whether the customer has agreed to emails that ask for reviews or remind of abandoned carts',
	),
	pick(CHANNEL, {
		many: true,
		required: false,
		cleared: null,
		description: 'Channels on which the customer can log in; leave the field out for all of them',
	}),
	text('company', 'Company', { most: 255 }),
	pick(CUSTOMER_GROUP, {
		required: false,
		zero: 'no group',
		cleared: 0,
		description: 'Group of the customer; the ID 0 means no group',
	}),
	formFields('Values of the form fields that the store adds to the sign-up form'),
	longText('notes', 'Notes', { description: 'Notes of the staff; the customer does not see them' }),
	key('phone', 'Phone', { most: 50, placeholder: 'e.g. +1 512 555 0100' }),
	list('store_credit_amounts', 'Store Credit', [money('amount', 'Amount', { min: 0 })], {
		placeholder: 'Add amount',
		description: 'Credit that the customer can spend, in the currency of the store; replaces the old amount',
	}),
	key('tax_exempt_category', 'Tax Exempt Category', {
		most: 255,
		placeholder: 'e.g. G',
		description: 'Code of the tax exemption, as the tax provider of the store names it',
	}),
];

/** What only creating takes: an update has no addresses and attributes, and cannot change the origin. */
export const newCustomerFields: readonly Field[] = [
	addresses,
	list(
		'attributes',
		'Attributes',
		[
			id('attribute_id', 'Attribute ID', {
				required: true,
				description: 'Attribute that exists in the store already',
			}),
			text('attribute_value', 'Value', {
				most: 255,
				description: 'Value as text, also for attributes that are numbers or dates',
			}),
		],
		{
			placeholder: 'Add attribute',
			description: 'Up to ten values of customer attributes',
			blankWithout: ['attribute_value'],
		},
	),
	pick(CHANNEL, {
		name: 'origin_channel_id',
		displayName: 'Origin Channel',
		required: false,
		description: 'Channel on which the customer signed up; cannot be changed later',
	}),
	flag(
		'trigger_account_created_notification',
		'Send Welcome Email',
		'Whether BigCommerce sends the customer its email about the new account',
	),
];

/** What comes with a customer when asked for. */
export const include = including(
	[
		'addresses',
		'attributes',
		{ value: 'formfields', name: 'Form Fields', field: 'form_fields' },
		['segment_ids', 'Segment IDs'],
		['shopper_profile_id', 'Shopper Profile ID'],
		{ value: 'storecredit', name: 'Store Credit', field: 'store_credit_amounts' },
	],
	'What to return with each customer',
);
