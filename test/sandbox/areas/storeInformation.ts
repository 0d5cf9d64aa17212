import { ok } from '../core/answers';
import { unixSeconds } from '../core/format';
import type { Route } from '../core/route';
import type { Store } from '../data/store';
import type { JsonObject } from '../types';

const storeInformation = (store: Store): JsonObject => ({
	id: store.hash,
	account_uuid: '0d4c7e5b-6a53-4c66-9d5b-3d3a1f6c8e21',
	domain: new URL(store.storefrontUrl).hostname,
	secure_url: store.storefrontUrl,
	control_panel_base_url: `https://store-${store.hash}.mybigcommerce.com`,
	status: 'live',
	name: 'Sandbox Store',
	first_name: 'Sandy',
	last_name: 'Box',
	address: '12 Congress Avenue, Austin',
	country: 'United States',
	country_code: 'US',
	infrastructure_region: 'us-central1',
	phone: '800-555-0198',
	admin_email: 'admin@example.com',
	order_email: 'orders@example.com',
	favicon_url: '',
	timezone: {
		name: 'America/Chicago',
		raw_offset: -21_600,
		dst_offset: -18_000,
		dst_correction: true,
		date_format: { display: 'M jS Y', export: 'M jS Y', extended_display: 'M jS Y @ g:i A' },
	},
	language: 'en',
	currency: 'USD',
	currency_symbol: '$',
	decimal_separator: '.',
	thousands_separator: ',',
	decimal_places: 2,
	currency_symbol_location: 'left',
	weight_units: 'Ounces',
	dimension_units: 'Inches',
	dimension_decimal_places: 2,
	dimension_decimal_token: '.',
	dimension_thousands_token: ',',
	plan_name: 'Sandbox',
	plan_level: 'Sandbox',
	plan_is_trial: false,
	industry: 'Home',
	logo: [],
	is_price_entered_with_tax: false,
	store_id: store.storeId,
	default_channel_id: 1,
	default_site_id: 1000,
	active_comparison_modules: [],
	features: {
		stencil_enabled: true,
		sitewidehttps_enabled: true,
		facebook_catalog_id: '',
		checkout_type: 'optimized',
		wishlists_enabled: true,
		graphql_storefront_api_enabled: true,
		shopper_consent_tracking_enabled: false,
		multi_storefront_enabled: true,
		storefront_limits: { active: 3, total_including_inactive: 15 },
	},
});

/** What the store tells of itself. */
export const storeInformationRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v2/store',
		scope: 'information',
		handle: ({ store }) => ok(storeInformation(store)),
	},
	{
		method: 'GET',
		path: '/v2/time',
		scope: 'information',
		handle: ({ store }) => ok({ time: unixSeconds(store.now) }),
	},
];
