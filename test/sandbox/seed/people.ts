import { rfc3339 } from '../core/format';
import { newAddress, newCustomer } from '../data/customer';
import type { Store } from '../data/store';
import { COMPANIES, FIRST_NAMES, LAST_NAMES, PLACES, type Place } from './words';

const START = Date.UTC(2025, 2, 1);
const HOUR = 3_600_000;

export function seedCustomers(store: Store, customers: number): void {
	for (let number = 1; number <= customers; number++) {
		const first = FIRST_NAMES[number % FIRST_NAMES.length] as string;
		const last = LAST_NAMES[Math.floor(number / FIRST_NAMES.length) % LAST_NAMES.length] as string;
		const place = PLACES[number % PLACES.length] as Place;
		const id = store.customers.nextId();
		store.customers.put({
			...newCustomer(id, START + number * HOUR, {
				email: `${first}.${last}.${number}@example.com`.toLowerCase(),
				first_name: first,
				last_name: last,
			}),
			company: COMPANIES[number % COMPANIES.length] as string,
			phone: `512555${String(number % 10000).padStart(4, '0')}`,
		});
		store.addresses.put({
			...newAddress(store.addresses.nextId(), id),
			first_name: first,
			last_name: last,
			address1: place.street,
			city: place.city,
			state_or_province: place.state,
			postal_code: place.zip,
			country: place.country,
			country_code: place.iso2,
		});
	}
	const first = store.customers.get(1);
	if (!first) return;
	store.subscribers.add({
		email: first.email,
		first_name: first.first_name,
		last_name: first.last_name,
		source: 'storefront',
		order_id: null,
		channel_id: 1,
		consents: ['marketing_newsletter'],
		date_created: rfc3339(START),
		date_modified: rfc3339(START),
	});
}

export function seedCoupons(store: Store): void {
	for (const [index, code] of ['WELCOME10', 'SPRING5'].entries()) {
		store.coupons.add({
			name: index === 0 ? 'Welcome discount' : 'Spring $5 off',
			code,
			type: index === 0 ? 'percentage_discount' : 'per_total_discount',
			amount: index === 0 ? 10 : 5,
			min_purchase: 0,
			expires: undefined,
			enabled: true,
			applies_to: { entity: 'categories', ids: [0] },
			num_uses: 0,
			max_uses: 0,
			max_uses_per_customer: 0,
			restricted_to: {},
			shipping_methods: [],
			date_created: START,
		});
	}
}
