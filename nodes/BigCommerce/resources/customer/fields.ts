import { choices, flag, id, ids, list, longText, money, number, object, text } from '../shared/fields';
import { customerLocator } from '../shared/locators';
import type { Field } from '../types';
import { addresses } from './address';
import { formFields } from './formFields';

/** BigCommerce names the customer `id` in records and filters. */
export const customerId: Field = { ...customerLocator, name: 'id' };

export const email = text('email', 'Email', {
	placeholder: 'e.g. nathan@example.com',
	description: 'Email address of the customer; upper and lower case do not matter',
});
export const firstName = text('first_name', 'First Name', { placeholder: 'e.g. Nathan' });
export const lastName = text('last_name', 'Last Name', { placeholder: 'e.g. Smith' });

/** Every optional field that both creating and updating take. Source: BigCommerce, customers.v3. */
export const customerFields: readonly Field[] = [
	flag(
		'accepts_product_review_abandoned_cart_emails',
		'Accepts Review and Abandoned Cart Emails',
		'Whether the customer has agreed to emails that ask for reviews or remind of abandoned carts',
	),
	object('authentication', 'Authentication', [
		flag(
			'force_password_reset',
			'Force Password Reset',
			'Whether the customer has to choose a new password at the next login',
		),
		text('new_password', 'New Password', {
			typeOptions: { password: true },
			placeholder: 'e.g. correct-horse-7',
			description: 'Password that the customer logs in with from now on',
		}),
	]),
	ids('channel_ids', 'Channel IDs', {
		placeholder: 'e.g. 1, 3',
		description: 'Channels on which the customer can log in; leave the field out for all of them',
	}),
	text('company', 'Company'),
	number('customer_group_id', 'Customer Group ID', { description: 'Group of the customer; 0 for none' }),
	formFields('Values of the form fields that the store adds to the sign-up form'),
	longText('notes', 'Notes', { description: 'Notes of the staff; the customer does not see them' }),
	text('phone', 'Phone', { placeholder: 'e.g. +1 512 555 0100' }),
	list(
		'store_credit_amounts',
		'Store Credit',
		[money('amount', 'Amount', { description: 'In the currency of the store' })],
		{
			typeOptions: { multipleValues: true },
			placeholder: 'Add amount',
			description: 'Credit that the customer can spend in the store; replaces the old amount',
		},
	),
	text('tax_exempt_category', 'Tax Exempt Category', {
		placeholder: 'e.g. G',
		description: 'Code of the tax exemption, as the tax provider of the store names it',
	}),
];

/** What only creating takes: an update has no addresses and attributes, and cannot change the origin. */
export const createOnlyFields: readonly Field[] = [
	addresses,
	list(
		'attributes',
		'Attributes',
		[
			id('attribute_id', 'Attribute ID', { description: 'Attribute that exists in the store already' }),
			text('attribute_value', 'Value', { description: 'Value as text, also for attributes that are numbers or dates' }),
		],
		{ placeholder: 'Add attribute', description: 'Up to ten values of customer attributes' },
	),
	id('origin_channel_id', 'Origin Channel ID', {
		placeholder: 'e.g. 1',
		description: 'Channel on which the customer signed up; cannot be changed later',
	}),
	flag(
		'trigger_account_created_notification',
		'Send Welcome Email',
		'Whether BigCommerce sends the customer its email about the new account',
	),
];

/** What comes with a customer when asked for. */
export const include = choices(
	'include',
	'Include',
	[
		'addresses',
		'attributes',
		['formfields', 'Form Fields'],
		['segment_ids', 'Segment IDs'],
		['shopper_profile_id', 'Shopper Profile ID'],
		['storecredit', 'Store Credit'],
	],
	{ description: 'Related records to return with each customer' },
);

export const customerSummary = [
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
