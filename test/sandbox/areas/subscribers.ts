import { z } from 'zod';
import { noContent } from '../core/answers';
import { crudRoutes } from '../core/crud';
import { v3Error } from '../core/errors';
import { filterV3, type FilterFields } from '../core/filter';
import { rfc3339 } from '../core/format';
import { sent } from '../core/input';
import type { Call, Route } from '../core/route';
import type { Subscriber } from '../data/customer';
import { recordEvent } from '../domain/events';

const filters: FilterFields<Subscriber> = {
	id: (s) => s.id,
	email: (s) => s.email,
	first_name: (s) => s.first_name,
	last_name: (s) => s.last_name,
	source: (s) => s.source,
	order_id: (s) => s.order_id,
	date_created: (s) => s.date_created,
	date_modified: (s) => s.date_modified,
};

const Fields = z
	.object({
		email: z.string().email(),
		first_name: z.string().max(255),
		last_name: z.string().max(255),
		source: z.string().max(255),
		order_id: z.number().int().nullable(),
		channel_id: z.number().int(),
		consents: z.array(z.enum(['marketing_newsletter', 'abandoned_cart'])),
	})
	.partial();

function checkEmail({ store }: Call, email: string | undefined, self?: number): void {
	if (email !== undefined && store.subscribers.by('email', email.toLowerCase()).some(({ id }) => id !== self)) {
		throw v3Error(409, `A subscriber with the email ${email} already exists.`, { email: 'duplicate' });
	}
}

export const subscriberRoutes: Route[] = [
	...crudRoutes({
		path: '/v3/customers/subscribers',
		idParam: 'subscriber_id',
		scope: 'customers',
		records: (store) => store.subscribers,
		filters,
		create: {
			schema: Fields.required({ email: true }),
			make: (input, call) => {
				checkEmail(call, input.email);
				const now = rfc3339(call.store.now);
				return {
					first_name: '',
					last_name: '',
					source: 'custom',
					order_id: null,
					channel_id: 1,
					consents: ['marketing_newsletter'],
					...sent(input),
					email: input.email,
					date_created: now,
					date_modified: now,
				};
			},
		},
		update: {
			schema: Fields,
			change: (subscriber, input, call) => {
				checkEmail(call, input.email, subscriber.id);
				return { ...subscriber, ...sent(input), date_modified: rfc3339(call.store.now) };
			},
		},
		canDelete: true,
		changed: ({ store }, subscriber, what) => recordEvent(store, 'subscriber', what, subscriber.id),
	}),
	{
		method: 'DELETE',
		path: '/v3/customers/subscribers',
		scope: 'customers',
		handle: ({ store, query }) => {
			// Without a filter all of them go (fact: subscribers specification).
			for (const { id } of [...filterV3(store.subscribers.all(), query, filters)]) {
				store.subscribers.delete(id);
				recordEvent(store, 'subscriber', 'deleted', id);
			}
			return noContent;
		},
	},
];
