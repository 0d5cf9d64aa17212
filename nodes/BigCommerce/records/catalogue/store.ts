import type { RecordKind } from '../../model/record';
import { SCOPES } from '../../transport/scopes';
import type { RecordListing } from '../listing';
import { joined, text, withDetail } from '../rows';
import { ask } from '../ways';
import { numberIn } from '../matching';

export const LOCATION: RecordKind = {
	name: 'location',
	displayName: 'Location',
	idKind: 'id',
	exampleId: '1',
	keys: [
		{
			mode: 'code',
			displayName: 'By Code',
			placeholder: 'e.g. BERLIN-1',
			find: {
				endpoint: 'GET /v3/inventory/locations',
				filter: 'location_code:in',
				row: 'code',
				scope: SCOPES.locations,
			},
		},
	],
};

export const PRICE_LIST: RecordKind = {
	name: 'priceList',
	displayName: 'Price List',
	idKind: 'id',
	exampleId: '2',
	keys: [
		{
			mode: 'name',
			displayName: 'By Name',
			placeholder: 'e.g. Wholesale',
			find: { endpoint: 'GET /v3/pricelists', filter: 'name', row: 'name', scope: SCOPES.products },
		},
	],
};

export const CURRENCY: RecordKind = {
	name: 'currency',
	displayName: 'Currency',
	idKind: 'id',
	exampleId: '1',
	keys: [
		{
			mode: 'code',
			displayName: 'By Code',
			placeholder: 'e.g. EUR',
			// The list takes no filter for it.
			find: { endpoint: 'GET /v2/currencies', filter: '', row: 'currency_code', scope: SCOPES.information },
		},
	],
};

/** Its ID may be 0: the default tax class. */
export const TAX_CLASS: RecordKind = {
	name: 'taxClass',
	displayName: 'Tax Class',
	idKind: 'id',
	exampleId: '1',
};

export const WEBHOOK: RecordKind = {
	name: 'webhook',
	displayName: 'Webhook',
	idKind: 'id',
	exampleId: '24012345',
};

export const STORE_LISTINGS: readonly RecordListing[] = [
	{
		record: LOCATION,
		endpoint: 'GET /v3/inventory/locations',
		scope: SCOPES.locations,
		label: ({ label, code }) => withDetail(text(label), text(code)),
	},
	{
		record: PRICE_LIST,
		endpoint: 'GET /v3/pricelists',
		scope: SCOPES.products,
		label: ({ name, active }) => withDetail(text(name), active === false ? 'inactive' : ''),
		ways: (typed) => {
			const id = numberIn(typed);
			return [...(id === undefined ? [] : [ask({ 'id:in': id })]), ask({ 'name:like': typed })];
		},
	},
	{
		record: CURRENCY,
		endpoint: 'GET /v2/currencies',
		scope: SCOPES.information,
		label: ({ name, currency_code: code }) => withDetail(text(name), text(code)),
	},
	{
		record: TAX_CLASS,
		endpoint: 'GET /v2/tax_classes',
		scope: SCOPES.information,
		label: ({ name }) => text(name),
	},
	{
		// An API account sees its own webhooks only.
		record: WEBHOOK,
		endpoint: 'GET /v3/hooks',
		label: ({ scope, destination, is_active: isActive }) =>
			withDetail(joined(' → ', scope, destination), isActive === false ? 'switched off' : ''),
	},
];
