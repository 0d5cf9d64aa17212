import { ok, pageRequest, v2Page, v3Page } from '../core/answers';
import { crudRoutes } from '../core/crud';
import { v3CursorPage } from '../core/cursor';
import { unixSeconds } from '../core/format';
import { notFound } from '../core/errors';
import { pathId } from '../core/input';
import type { Route } from '../core/route';
import type { Bare } from '../data/parts';
import type { Store } from '../data/store';
import type { JsonObject } from '../types';
import type { Site } from '../data/setup';

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

const siteView = (site: Site): JsonObject => {
	const { url, created_at, updated_at } = site;
	return {
		...site,
		ssl_status: 'dedicated',
		urls: [{ url, type: 'primary', created_at, updated_at }],
		is_checkout_url_customized: false,
	};
};

/** Pages of the storefront that the merchant has put elsewhere. */
const SITE_ROUTES: readonly JsonObject[] = [
	{ id: 1, type: 'recover_abandoned_cart', matching: '*', route: '/recover-cart/' },
];

const countryView = (store: Store, country: Bare): JsonObject => ({
	...country,
	states: { url: `${store.url}/v2/countries/${country.id}/states`, resource: `/countries/${country.id}/states` },
});

/** v2 tax classes have their ids as text. */
const taxClassView = (taxClass: Bare): JsonObject => ({ ...taxClass, id: String(taxClass.id) });

const find = (records: { get(id: number): Bare | undefined }, id: number): Bare => {
	const record = records.get(id);
	if (!record) throw notFound('v2');
	return record;
};

/** How the store is set up: information, channels, sites, currencies, taxes, countries, pages. */
export const setupRoutes: Route[] = [
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
	...crudRoutes({
		path: '/v3/channels',
		idParam: 'channel_id',
		scope: 'channels',
		records: (store) => store.channels,
		shape: (channel) => ({ ...channel, is_enabled: channel.status === 'active' }),
		filters: {
			status: (c) => c.status,
			type: (c) => c.type,
			platform: (c) => c.platform,
			date_created: (c) => c.date_created,
			date_modified: (c) => c.date_modified,
		},
	}),
	...crudRoutes({
		path: '/v3/sites',
		idParam: 'site_id',
		scope: 'sites',
		records: (store) => store.sites,
		shape: siteView,
		filters: { channel_id: (site) => site.channel_id },
		// Sites alone page by offset in their meta (fact: sites v3 specification).
		list: (call, sites, shape) => {
			const { page, limit } = pageRequest(call);
			const offset = (page - 1) * limit;
			const data = sites.slice(offset, offset + limit).map(shape);
			return ok({ data, meta: { pagination: { offset, limit, total_items: sites.length } } });
		},
	}),
	{
		method: 'GET',
		path: '/v3/sites/{site_id}/routes',
		scope: 'sites',
		handle: (call) => {
			const site = call.store.sites.get(pathId(call, 'site_id'));
			if (!site) throw notFound('v3');
			return v3Page(call, SITE_ROUTES);
		},
	},
	...crudRoutes({
		path: '/v3/pricelists',
		idParam: 'price_list_id',
		scope: 'products',
		records: (store) => store.priceLists,
		filters: {
			id: (l) => l.id,
			name: (l) => l.name,
			date_created: (l) => l.date_created,
			date_modified: (l) => l.date_modified,
		},
		list: v3CursorPage,
	}),
	...crudRoutes({
		path: '/v3/content/pages',
		idParam: 'pageId',
		scope: 'content',
		records: (store) => store.pages,
		filters: { id: (page) => page.id, name: (page) => page.name, channel_id: (page) => page.channel_id },
	}),
	...crudRoutes({
		path: '/v2/currencies',
		idParam: 'id',
		scope: 'information',
		records: (store) => store.currencies,
	}),
	...crudRoutes({
		path: '/v2/countries',
		idParam: 'id',
		scope: 'information',
		records: (store) => store.countries,
		shape: (country, { store }) => countryView(store, country),
		filters: { country: (c) => c.country, country_iso2: (c) => c.country_iso2, country_iso3: (c) => c.country_iso3 },
	}),
	{
		method: 'GET',
		path: '/v2/countries/count',
		scope: 'information',
		handle: ({ store }) => ok({ count: store.countries.size }),
	},
	{
		method: 'GET',
		path: '/v2/tax_classes',
		scope: 'information',
		handle: (call) => v2Page(call, call.store.taxClasses.all(), taxClassView),
	},
	{
		method: 'GET',
		path: '/v2/tax_classes/{id}',
		scope: 'information',
		handle: (call) => ok(taxClassView(find(call.store.taxClasses, pathId(call, 'id')))),
	},
];
