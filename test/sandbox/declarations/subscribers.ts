import { each } from '../collections/field';
import { choice, email, list, text, whole } from '../collections/kinds';
import { declared } from '../collections/routes';
import { by, CATALOG_TIMES, DATES } from './common';

const FILTERS = ['email', 'first_name', 'last_name', 'source', 'order_id', 'date_created', 'date_modified'];

/** Newsletter subscribers. Without a filter a DELETE takes all of them (fact: subscribers specification). */
export const subscribers = declared('subscriber', 'customers', '/v3/customers/subscribers/{subscriber_id}', {
	fields: {
		email: email().required().unique(),
		...each('first_name last_name', text(255).default('')),
		source: text(255).default('custom'),
		order_id: whole(1).nullable().default(null),
		channel_id: whole(1).default(1),
		consents: list(choice('marketing_newsletter', 'abandoned_cart')).default(['marketing_newsletter']),
		...CATALOG_TIMES,
	},
	filters: { id: 'is in', ...by('is', FILTERS.slice(0, 5).join(' ')), ...by(DATES, 'date_created date_modified') },
	events: 'subscriber',
	calls: { create: true, update: true, remove: true, removeMany: { by: FILTERS, without: 'all' } },
});
