import { crud } from '../../model/crud';
import { choice, choices, date, email, text } from '../../model/fields';
import { CHANNEL, ORDER, SUBSCRIBER } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';

const source = choice('source', 'Source', ['custom', 'order', 'storefront'], {
	isOpen: true,
	description: 'Where the subscription comes from',
});

/** Source: BigCommerce, subscribers.v3. */
export const subscriber = crud({
	value: 'subscriber',
	name: 'Subscriber',
	description: 'People who get the newsletter of the store',
	collection: '/v3/customers/subscribers',
	key: pick(SUBSCRIBER),
	scope: SCOPES.customers,
	has: ['create', 'get', 'getAll', 'update', 'delete', 'upsert'],
	required: [email('email', 'Email', { description: 'Address that no other subscriber has' })],
	optional: [
		pick(CHANNEL, { required: false, description: 'Channel on which the subscription was made' }),
		choices('consents', 'Consents', ['abandoned_cart', 'marketing_newsletter'], {
			description: 'Emails that the subscriber has agreed to; replaces what there was before',
		}),
		text('first_name', 'First Name', { most: 255, placeholder: 'e.g. Nathan' }),
		text('last_name', 'Last Name', { most: 255, placeholder: 'e.g. Smith' }),
		pick(ORDER, { required: false, description: 'Order with which the subscription was made' }),
		source,
	],
	filters: [
		date('date_created:min', 'Created After'),
		date('date_created:max', 'Created Before'),
		email('email', 'Email', { description: 'The whole address' }),
		text('first_name', 'First Name', { description: 'The exact first name' }),
		text('last_name', 'Last Name', { description: 'The exact last name' }),
		date('date_modified:min', 'Modified After'),
		date('date_modified:max', 'Modified Before'),
		pick(ORDER, { required: false, description: 'Subscribers that came with this order' }),
		source,
		pick(SUBSCRIBER, { name: 'id:in', many: true, required: false, description: 'Only these subscribers' }),
	],
	naturalKey: { fields: ['email'], filter: 'email' },
	simplify: [
		'id',
		'email',
		'first_name',
		'last_name',
		'source',
		'order_id',
		'channel_id',
		'consents',
		'date_created',
		'date_modified',
	],
	says: { create: 'Add a person to the newsletter' },
});
