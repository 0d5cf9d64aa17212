import type { RecordKind } from '../../model/record';
import { SCOPES } from '../../transport/scopes';
import type { RecordListing } from '../listing';
import { numberIn } from '../matching';
import { joined, text, withDetail } from '../rows';
import { ask, compare, lastResort } from '../ways';
import { pageAt } from './addresses';

const COUPON_PANEL = '/manage/marketing/coupons/{id}/edit';

export const COUPON: RecordKind = {
	name: 'coupon',
	displayName: 'Coupon',
	idKind: 'id',
	exampleId: '4',
	keys: [
		{
			mode: 'code',
			displayName: 'By Code',
			placeholder: 'e.g. WELCOME10',
			find: { endpoint: 'GET /v2/coupons', filter: 'code', row: 'code', scope: SCOPES.marketing },
		},
	],
	page: pageAt(COUPON_PANEL, '4', '/manage/marketing/coupons/(?:edit/)?'),
};

export const PROMOTION: RecordKind = {
	name: 'promotion',
	displayName: 'Promotion',
	idKind: 'id',
	exampleId: '12',
	keys: [
		{
			mode: 'name',
			displayName: 'By Name',
			placeholder: 'e.g. Summer Sale',
			find: { endpoint: 'GET /v3/promotions', filter: 'name', row: 'name', scope: SCOPES.marketing },
		},
	],
};

export const GIFT_CERTIFICATE: RecordKind = {
	name: 'giftCertificate',
	displayName: 'Gift Certificate',
	idKind: 'id',
	exampleId: '6',
	keys: [
		{
			mode: 'code',
			displayName: 'By Code',
			placeholder: 'e.g. 31Z-99R-1RA-2GM',
			find: { endpoint: 'GET /v2/gift_certificates', filter: 'code', row: 'code', scope: SCOPES.marketing },
		},
	],
};

export const BANNER: RecordKind = {
	name: 'banner',
	displayName: 'Banner',
	idKind: 'id',
	exampleId: '2',
};

export const MARKETING_LISTINGS: readonly RecordListing[] = [
	{
		record: COUPON,
		endpoint: 'GET /v2/coupons',
		scope: SCOPES.marketing,
		label: ({ name, code }) => withDetail(text(name), text(code)),
		// The filters take whole codes and names only.
		ways: (typed) => [ask({ code: typed }), compare(typed)],
		panel: COUPON_PANEL,
	},
	{
		record: PROMOTION,
		endpoint: 'GET /v3/promotions',
		scope: SCOPES.marketing,
		label: ({ name, status }) => withDetail(text(name), text(status) === 'DISABLED' ? 'disabled' : ''),
		ways: (typed) => {
			const id = numberIn(typed);
			return [...(id === undefined ? [] : [ask({ id })]), ask({ query: typed }), lastResort(compare(typed))];
		},
	},
	{
		record: GIFT_CERTIFICATE,
		endpoint: 'GET /v2/gift_certificates',
		scope: SCOPES.marketing,
		label: ({ code, to_name: to, balance, currency_code: currency }) =>
			joined(' · ', code, to && `to ${text(to)}`, text(balance, currency)),
		compared: (row) => text(row.code, row.to_name, row.to_email, row.from_name, row.from_email),
		ways: (typed) => [ask({ code: typed }), ...(typed.includes('@') ? [ask({ to_email: typed })] : []), compare(typed)],
	},
	{
		record: BANNER,
		endpoint: 'GET /v2/banners',
		scope: SCOPES.marketing,
		label: ({ name }) => text(name),
	},
];
