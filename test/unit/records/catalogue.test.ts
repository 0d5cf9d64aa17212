import * as fc from 'fast-check';

import { searchMethodOf } from '../../../nodes/BigCommerce/model/form/property';
import * as catalogue from '../../../nodes/BigCommerce/records/catalogue';
import { LISTINGS } from '../../../nodes/BigCommerce/records/catalogue';
import { pick } from '../../../nodes/BigCommerce/records/fields';
import type { Row } from '../../../nodes/BigCommerce/records/rows';
import { listSearch } from '../../../nodes/BigCommerce/records/search';

const cases = LISTINGS.map((listing) => [listing.record.displayName, listing] as const);

it('has every record once, and a search for each', () => {
	const { LISTINGS: _listings, ...records } = catalogue;
	expect(new Set(LISTINGS.map(({ record }) => record))).toEqual(new Set(Object.values(records)));
	expect(new Set(LISTINGS.map(({ record }) => record.name)).size).toBe(LISTINGS.length);
	expect(Object.keys(listSearch).sort()).toEqual(LISTINGS.map(({ record }) => searchMethodOf(record.name)).sort());
});

describe.each(cases)('%s', (_, { record, endpoint, label, compared, parent }) => {
	it('is described so that the form can be made of it', () => {
		expect(record.displayName).toMatch(/^[A-Z][a-z]+( [A-Z][a-z]+)*$/);
		const modes = ['list', 'id', 'url', ...(record.keys ?? []).map(({ mode }) => mode)];
		expect(new Set(modes).size).toBe(modes.length);
		for (const { displayName, placeholder } of record.keys ?? []) {
			expect(displayName).toMatch(/^By (SKU|[A-Z][a-z]+)$/);
			expect(placeholder).toMatch(/^e\.g\. \S/);
		}
		if (record.idKind === 'id') expect(record.exampleId).toMatch(/^\d+$/);
		if (record.idKind === 'uuid') expect(record.exampleId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
	});

	it('takes just the record above it from the form', () => {
		const inPath = [...endpoint.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
		expect(inPath).toEqual(parent && parent.filter === undefined ? [parent.field] : []);
		if (parent) expect(pick(parent.record).name).toBe(parent.field);
	});

	it('is named in one line whatever its fields hold', () => {
		const keys = `name title label sku code scope tag url path email first_name last_name company items quantity id
			billing_address option_values custom_label balance to_name customer_id channel_id destination`.split(/\s+/);
		const stringUnit = fc.constantFrom('a', 'É', '7', ' ', '\n', '/', '@');
		const rows = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue({ stringUnit })) as fc.Arbitrary<Row>;
		fc.assert(
			fc.property(rows, (row) => {
				for (const shown of [label(row), (compared ?? label)(row)]) {
					expect(typeof shown).toBe('string');
					expect(shown).not.toMatch(/undefined|\[object|NaN|\n/);
				}
			}),
			{ examples: [[{}], [{ name: null, items: [null], option_values: [{}] }], [{ billing_address: 'none' }]] },
		);
	});
});

const linked = LISTINGS.filter(({ panel }) => panel !== undefined);

it.each(linked.map((listing) => [listing.record.displayName, listing] as const))(
	'%s: the link to the control panel is an address that may be pasted',
	(_, { record, panel = '' }) => {
		const address = `https://store-abc123.mybigcommerce.com${panel.replace('{id}', record.exampleId)}`;
		expect(address).toBe(record.page?.example);
	},
);
