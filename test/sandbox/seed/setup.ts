import { iso8601, rfc3339 } from '../core/format';
import { ORDER_STATUSES } from '../data/order';
import type { Store } from '../data/store';
import { customerGroups } from '../declarations/customerGroups';
import { pages } from '../declarations/content';
import { currencies, orderStatuses, priceLists, siteRoutes, taxClasses } from '../declarations/setup';

const EPOCH = Date.UTC(2025, 0, 6, 9);

/** The store's set-up: channels, sites, locations, currencies, tax, pages, countries. */
export function seedSetup(store: Store): void {
	const created = rfc3339(EPOCH);
	seedChannels(store, created);
	seedLocation(store, created);
	seedMoney(store);
	for (const [id, iso2, iso3, name] of COUNTRIES) {
		store.countries.put({ id, country: name, country_iso2: iso2, country_iso3: iso3 });
	}
	for (const [sort_order, name] of ['About us', 'Shipping & Returns', 'Contact us'].entries()) {
		pages.add(store, { name, sort_order, type: 'page' });
	}
	const since = { date_created: created, date_modified: created };
	for (const name of ['Wholesale', 'Staff']) {
		priceLists.add(store, { ...since, name });
		customerGroups.add(store, { name, date_created: '2025-01-06 09:00:00', date_modified: '2025-01-06 09:00:00' });
	}
	for (const [id, name] of ORDER_STATUSES.entries()) {
		const labels = { name, system_label: name, custom_label: name, system_description: '' };
		orderStatuses.add(store, { id, ...labels, order: id });
	}
}

function seedChannels(store: Store, created: string): void {
	const channels = [
		{ name: 'Sandbox Store', type: 'storefront', platform: 'bigcommerce', status: 'active' },
		{ name: 'Outlet Store', type: 'storefront', platform: 'bigcommerce', status: 'active' },
	] as const;
	for (const [index, channel] of channels.entries()) {
		const { id } = store.channels.add({
			...channel,
			external_id: '',
			icon_url: 'https://cdn11.bigcommerce.com/app_icons/bigcommerce.svg',
			is_listable_from_ui: true,
			is_visible: true,
			date_created: created,
			date_modified: created,
		});
		const site = store.sites.add({
			url: index === 0 ? store.storefrontUrl : 'https://outlet.sandbox1.mybigcommerce.com',
			channel_id: id,
			created_at: created,
			updated_at: created,
		});
		siteRoutes.add(store, {
			site_id: site.id,
			type: 'recover_abandoned_cart',
			matching: '*',
			route: '/recover-cart/',
		});
	}
}

function seedLocation(store: Store, created: string): void {
	const day = { open: true, opening: '08:00', closing: '16:00' };
	const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
	store.locations.add({
		code: 'BC-LOCATION-1',
		label: 'Default location',
		description: '',
		managed_by_external_source: false,
		type_id: 'PHYSICAL',
		enabled: true,
		operating_hours: Object.fromEntries(days.map((name) => [name, { ...day }])),
		time_zone: 'Etc/UTC',
		created_at: created,
		updated_at: created,
		address: {
			address1: '12 Congress Avenue',
			address2: '',
			city: 'Austin',
			state: 'TX',
			zip: '78701',
			email: 'warehouse@example.com',
			phone: '800-555-0198',
			geo_coordinates: { latitude: 30.27, longitude: -97.74 },
			country_code: 'US',
		},
		storefront_visibility: true,
		special_hours: [],
	});
}

function seedMoney(store: Store): void {
	const kinds = [
		['US Dollar', 'USD', '$', '1.0000000000', 'US'],
		['Euro', 'EUR', '€', '0.8490000000', 'EU'],
	] as const;
	for (const [index, [name, code, token, rate, country]] of kinds.entries()) {
		currencies.add(store, {
			is_default: index === 0,
			country_iso2: country,
			default_for_country_codes: index === 0 ? ['USA'] : [],
			currency_code: code,
			currency_exchange_rate: rate,
			token_location: 'left',
			token,
			decimal_token: '.',
			thousands_token: ',',
			decimal_places: 2,
			name,
			enabled: true,
			is_transactional: true,
			last_updated: iso8601(EPOCH),
		});
	}
	for (const [id, name] of ['Default Tax Class', 'Non-Taxable Products', 'Shipping', 'Gift Wrapping'].entries()) {
		taxClasses.add(store, { id, name, created_at: iso8601(EPOCH), updated_at: iso8601(EPOCH) });
	}
}

const COUNTRIES = [
	[13, 'AU', 'AUS', 'Australia'],
	[38, 'CA', 'CAN', 'Canada'],
	[73, 'FR', 'FRA', 'France'],
	[80, 'DE', 'DEU', 'Germany'],
	[225, 'GB', 'GBR', 'United Kingdom'],
	[226, 'US', 'USA', 'United States'],
] as const;
