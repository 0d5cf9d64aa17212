import { parent } from '../collections/declaration';
import { each, type Fields } from '../collections/field';
import { changedOn, choice, computed, flag, list, madeOn, text, whole, numeric } from '../collections/kinds';
import { declared } from '../collections/routes';
import { offsetPage, ok, type Pager } from '../core/answers';
import { cursorsWithoutLinks } from '../core/cursor';
import { iso8601 } from '../core/format';
import { by, DATES, TIMES } from './common';

/** How the store is set up. What has no calls here can only be read. */

export const channels = declared('channel', 'channels', '/v3/channels/{channel_id}', {
	records: (store) => store.channels,
	fields: {
		...each('name type platform status external_id icon_url', text()),
		...each('is_listable_from_ui is_visible', flag()),
		is_enabled: computed(({ status }) => status === 'active'),
		...TIMES,
	},
	filters: { ...by('in', 'status type platform'), ...by(DATES, 'date_created date_modified') },
});

export const sites = declared('site', 'sites', '/v3/sites/{site_id}', {
	records: (store) => store.sites,
	fields: {
		...each('url created_at updated_at', text()),
		channel_id: whole(),
		ssl_status: computed(() => 'dedicated'),
		urls: computed(({ url, created_at, updated_at }) => [{ url, type: 'primary', created_at, updated_at }]),
		is_checkout_url_customized: computed(() => false),
	},
	filters: { channel_id: 'in' },
	paging: offsetPage,
});

/** Pages of the storefront that the merchant has put elsewhere. */
export const siteRoutes = declared('route', 'sites', '/v3/sites/{site_id}/routes', {
	parents: { site_id: parent('site', ({ sites: all }, id) => all.get(id)) },
	fields: each('type matching route', text()),
	filters: { type: 'is' },
});

export const categoryTrees = declared('category tree', 'products', '/v3/catalog/trees', {
	records: (store) => store.trees,
	fields: { name: text(255), channels: list(whole()) },
	filters: { id: 'in', channel_id: ['in', ({ channels: used }) => used] },
});

export const countries = declared('country', 'information', '/v2/countries/{id}', {
	records: (store) => store.countries,
	fields: {
		...each('country country_iso2 country_iso3', text()),
		states: computed(({ id }, { url }) => link(url, `/countries/${id}/states`)),
	},
	filters: by('is', 'country country_iso2 country_iso3'),
	calls: { count: true },
});

const link = (storeUrl: string, resource: string): object => ({ url: `${storeUrl}/v2${resource}`, resource });

/** v2 lists that are not paged. */
const wholeV2List: Pager = (_call, records, shape = (record) => record) => ok(records.map(shape));

export const orderStatuses = declared('order status', 'orders', '/v2/order_statuses/{status_id}', {
	fields: { ...each('name system_label custom_label system_description', text()), order: whole() },
	paging: wholeV2List,
});

export const priceLists = declared('price list', 'products', '/v3/pricelists/{price_list_id}', {
	fields: { ...TIMES, name: text().required().unique(), active: flag().default(true) },
	filters: { id: 'in', name: 'is like', ...by(DATES, 'date_created date_modified') },
	paging: cursorsWithoutLinks,
	calls: {
		create: true,
		update: { needs: ['name'] },
		remove: true,
		removeMany: { by: ['id:in', 'name'], without: 'all' },
	},
});

const currencyFields: Fields = {
	is_default: flag().default(false),
	country_iso2: text(2).default(''),
	default_for_country_codes: list(text()).readOnly().default([]),
	currency_code: text(3).required().unique().immutable().sample('GBP'),
	currency_exchange_rate: numeric().required().shown(String).sample('0.849'),
	auto_update: flag().default(false),
	token_location: choice('left', 'right').required(),
	...each('token decimal_token thousands_token name', text().required()),
	decimal_places: whole(0).required(),
	...each('enabled is_transactional', flag().default(false)),
	use_default_name: flag().readOnly().default(false),
	last_updated: changedOn(iso8601),
};

/** One currency is the default; a DELETE of all leaves it. */
export const currencies = declared('currency', 'information', '/v2/currencies/{id}', {
	fields: currencyFields,
	saved: ({ id, is_default }, what, { store }) => {
		const table = currencies.records(store);
		for (const other of table.all()) {
			if (is_default && what !== 'deleted' && other.id !== id) table.put({ ...other, is_default: false });
		}
	},
	calls: {
		create: { status: 200 },
		update: true,
		remove: true,
		removeMany: { by: [], without: 'all', spares: ({ is_default }) => is_default === true },
	},
});

const taxClassFields: Fields = {
	name: text(100, /^[^<>{}`();|]*$/)
		.required()
		.unique(),
	created_at: madeOn(iso8601),
	updated_at: changedOn(iso8601),
};

/** v2 writes their IDs as text. */
export const taxClassesV2 = declared('tax class', 'information', '/v2/tax_classes/{id}', {
	records: (store) => store.table('tax classes'),
	fields: taxClassFields,
	view: ({ id, ...shown }) => ({ id: String(id), ...shown }),
});

/** Refusals come as a list (fact: tax classes v3 specification). */
export const taxClasses = declared('tax class', 'information', '/v3/tax/classes', {
	records: (store) => store.table('tax classes'),
	fields: taxClassFields,
	problems: 'list',
	calls: {
		list: false,
		createMany: { max: 50 },
		updateMany: { max: 50, needs: ['name'] },
		removeMany: { by: ['id:in'], max: 50 },
	},
});
