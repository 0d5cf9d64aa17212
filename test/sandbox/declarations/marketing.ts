import { sortedBy } from '../collections/declaration';
import { each, type Fields } from '../collections/field';
import { choice, date, email, madeOn, money, text, whole } from '../collections/kinds';
import { declared } from '../collections/routes';
import { unixSeconds } from '../core/format';
import { by } from './common';

/** Times as texts; 0 where there is none (fact: marketing v2 specification). */
const unixText = (time: number | undefined): string => (time === undefined ? '0' : String(unixSeconds(time)));
const REMOVE_ALL = { by: [], without: 'all' } as const;

const bannerFields: Fields = {
	...each('name content', text().required()),
	page: choice('home_page', 'category_page', 'brand_page', 'search_page').required(),
	location: choice('top', 'bottom').required(),
	date_type: choice('always', 'custom').required(),
	...each('date_from date_to item_id', text().default('0')),
	visible: text().default('1'),
	date_created: madeOn(unixText),
};

export const banners = declared('banner', 'marketing', '/v2/banners/{id}', {
	fields: bannerFields,
	filters: { id: 'min_ max_' },
	calls: {
		count: true,
		create: { status: 200 },
		update: { needs: ['name', 'content', 'page', 'location', 'date_type'] },
		remove: true,
		removeMany: REMOVE_ALL,
	},
});

const certificateFields: Fields = {
	...each('to_name from_name', text().required()),
	...each('to_email from_email', email().required()),
	amount: money().required(),
	balance: money().defaultFrom(({ amount }) => amount),
	code: text(255).defaultFrom((_input, { random }) => random.uuid().slice(0, 15).toUpperCase()),
	status: choice('active', 'pending', 'disabled', 'expired').default('active'),
	template: text().default('general.html').sample('boy.html'),
	...each('message currency_code', text().default('')),
	customer_id: whole(0).default(0),
	order_id: whole().readOnly().default(0),
	expiry_date: date(unixText).default(undefined),
	purchase_date: date(unixText).defaultFrom((_input, { now }) => now),
};

/** Dates go in as RFC 2822. */
export const giftCertificates = declared('gift certificate', 'marketing', '/v2/gift_certificates/{id}', {
	fields: certificateFields,
	filters: { id: 'min_ max_', ...by('is', 'code order_id to_name to_email from_name from_email') },
	sort: sortedBy('id'),
	calls: {
		create: true,
		update: { needs: ['to_name', 'to_email', 'from_name', 'from_email', 'amount'] },
		remove: true,
		removeMany: REMOVE_ALL,
	},
});
