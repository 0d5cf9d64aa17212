import { iso8601, rfc2822 } from '../core/format';
import { newAddress, newCustomer } from '../data/customer';
import type { Store } from '../data/store';
import { coupons } from '../declarations/coupons';
import { subscribers } from '../declarations/subscribers';
import { wishlistItems, wishlists } from '../declarations/wishlists';
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
	const { email, first_name, last_name } = first;
	subscribers.add(store, { ...seededOn(START), email, first_name, last_name, source: 'storefront' });
	wishlists.add(store, {
		customer_id: first.id,
		name: 'Birthday',
		items: wishlistItems(store, [{ product_id: 1, variant_id: 1 }]),
	});
}

const seededOn = (time: number) => ({ date_created: iso8601(time), date_modified: iso8601(time) });

export function seedCoupons(store: Store): void {
	const common = { enabled: true, applies_to: { entity: 'categories', ids: [0] }, date_created: rfc2822(START) };
	coupons.add(store, {
		...common,
		name: 'Welcome discount',
		code: 'WELCOME10',
		type: 'percentage_discount',
		amount: 10,
	});
	coupons.add(store, { ...common, name: 'Spring $5 off', code: 'SPRING5', type: 'per_total_discount', amount: 5 });
}
