import { fieldsOf } from '../../../nodes/BigCommerce/model/facts';
import type { EntryKind, Field } from '../../../nodes/BigCommerce/model/field';
import { isCollection } from '../../../nodes/BigCommerce/model/field';
import { pluralOf } from '../../../nodes/BigCommerce/model/words';
import { SETUP_RESOURCES, SHOP_RESOURCES } from '../../../nodes/BigCommerce/resources';
import { offenders, operations } from '../../support/shownProperties';

/** One thing has one name and one place, over the whole registry. */
interface Placed {
	field: Field;
	at: string;
	/** Of the collection that it is in; `top` beside none, `inside` in an object or an entry. */
	place: string;
}

function placed(fields: readonly Field[], at: string, place = 'top'): Placed[] {
	return fields.flatMap((field): Placed[] => {
		if (isCollection(field)) return placed(field.fields, at, place === 'inside' ? place : field.role);
		const inner =
			field.kind === 'list'
				? field.entries.flatMap(({ fields: each }) => each)
				: field.kind === 'object'
					? field.fields
					: [];
		return [{ field, at: `${at} ${field.name}`, place }, ...placed(inner, `${at} ${field.name}`, 'inside')];
	});
}

const all = operations.flatMap(({ at, operation }) => placed(fieldsOf(operation), at));

/** Names that BigCommerce uses for several things: the label says which. */
const SEVERAL_MEANINGS: Readonly<Record<string, string>> = {
	id: 'of whatever record the resource or the entry is about',
	'id:in': 'of whatever record the resource is about',
	min_id: 'of whatever record the resource is about',
	max_id: 'of whatever record the resource is about',
	product_id: 'the path of an order line calls the line so',
	variant_id: 'picked from the variants of a product, or plain where no product is known',
	body: 'of an API request, or the text of a blog post',
	items: 'of a wishlist, or what a shipment holds',
};

const labelsByName = new Map<string, Set<string>>();
for (const { field } of all) {
	labelsByName.set(field.name, (labelsByName.get(field.name) ?? new Set()).add(field.displayName));
}

describe('A field', () => {
	it('is looked at wherever it stands', () => {
		expect(all.length).toBeGreaterThan(500);
		expect(new Set(all.map(({ place }) => place))).toEqual(
			new Set(['top', 'inside', 'additional', 'update', 'filters', 'sort', 'options']),
		);
	});

	it('has one label wherever BigCommerce gives it one name', () => {
		const several = [...labelsByName].filter(([name, labels]) => labels.size > 1 && !(name in SEVERAL_MEANINGS));
		expect(several.map(([name, labels]) => `${name}: ${[...labels].join(', ')}`)).toEqual([]);
	});

	it('is no exception without need', () => {
		expect(Object.keys(SEVERAL_MEANINGS).filter((name) => (labelsByName.get(name)?.size ?? 0) < 2)).toEqual([]);
	});
});

/** What BigCommerce calls by several names, and the one label of it. */
const ONE_THING: Readonly<Record<string, readonly string[]>> = {
	'Address Line 1': ['address1', 'street_1', 'address_line_1'],
	'Address Line 2': ['address2', 'street_2', 'address_line_2'],
	City: ['city'],
	'State or Province': ['state', 'state_or_province'],
	'Postal Code': ['zip', 'postal_code'],
	Country: ['country'],
	'Country Code': ['country_code', 'country_iso2', 'country_alpha2'],
	Phone: ['phone'],
	Email: ['email'],
	'Created After': ['date_created:min', 'min_date_created'],
	'Created Before': ['date_created:max', 'max_date_created'],
	'Modified After': ['date_modified:min', 'min_date_modified'],
	'Modified Before': ['date_modified:max', 'max_date_modified'],
	'Currency Code': ['currency', 'default_currency_code', 'currency_code'],
	'Name for the Merchant': ['name_merchant', 'display_name_merchant'],
	'Name for the Customer': ['display_name_customer', 'pickup_method_display_name'],
	'Price Excluding Tax': ['price_ex_tax'],
	'Price Including Tax': ['price_inc_tax'],
};

describe('A thing', () => {
	const labelOf = new Map(Object.entries(ONE_THING).flatMap(([label, names]) => names.map((name) => [name, label])));

	it('has one label whatever BigCommerce calls it', () => {
		expect(
			offenders(all, ({ field: { name, displayName } }) => {
				const label = labelOf.get(name);
				return label !== undefined && label !== displayName && `"${displayName}", elsewhere "${label}"`;
			}),
		).toEqual([]);
	});

	it('is called so by nothing else', () => {
		const others = all.filter(({ field: { name, displayName } }) => !labelOf.has(name) && displayName in ONE_THING);
		expect(others.map(({ at, field }) => `${at}: ${field.displayName}`)).toEqual([]);
	});
});

describe('Money and dates', () => {
	it('are with and without tax in the same words', () => {
		expect(
			offenders(all, ({ field: { name, displayName } }) => {
				const [, side] = /_(ex|inc)_tax$/.exec(name) ?? [];
				if (side === undefined) return undefined;
				const words = side === 'ex' ? 'Excluding Tax' : 'Including Tax';
				return !displayName.endsWith(` ${words}`) && `"${displayName}" does not end in ${words}`;
			}),
		).toEqual([]);
	});

	it('of spans are after and before, of numbers from and to', () => {
		const SPAN = /(?:^|[_:])(min|max)(?:$|_)/;
		expect(
			offenders(
				all.filter(({ place }) => place === 'filters'),
				({ field: { name, displayName, kind } }) => {
					const [, end] = SPAN.exec(name) ?? [];
					if (end === undefined) return undefined;
					const words = kind === 'date' ? ['After', 'Before'] : ['From', 'To'];
					const word = words[end === 'min' ? 0 : 1]!;
					return !displayName.endsWith(` ${word}`) && `"${displayName}" does not end in ${word}`;
				},
			),
		).toEqual([]);
	});

	it('that are a moment begin with Date where BigCommerce calls them so', () => {
		expect(
			offenders(
				all.filter(({ field: { name, kind } }) => kind === 'date' && /^date_[a-z_]+$|_date$/.test(name)),
				({ field: { displayName } }) => !/\bDate\b/.test(displayName) && `"${displayName}"`,
			),
		).toEqual([]);
	});
});

/** Records that play a part of their own where they stand. */
const PARTS: Readonly<Record<string, string>> = {
	origin_channel_id: 'Origin Channel',
	order_address_id: 'Address',
	parent_id: 'Parent Page',
};

describe('A record that is picked', () => {
	it('has the name of its kind', () => {
		expect(
			offenders(all, ({ field, at }) => {
				if (field.kind !== 'record') return undefined;
				const { displayName } = field.record;
				const plural = pluralOf(displayName);
				const wanted = PARTS[field.name] ?? (field.many ? plural : displayName);
				// The address of an order is an entry that names itself.
				const isEntry = field.name === 'id' && at.includes('shipping_addresses');
				return field.displayName !== (isEntry ? 'Address' : wanted) && `"${field.displayName}", not "${wanted}"`;
			}),
		).toEqual([]);
	});

	it('is picked wherever it is named', () => {
		const kinds = new Map(
			all.flatMap(({ field }) => (field.kind === 'record' ? [[field.name, field.record.name]] : [])),
		);
		expect(
			offenders(all, ({ field: { name, kind } }) => {
				const known = kinds.get(name);
				const isPlain = kind === 'id' || kind === 'uuid' || kind === 'ids';
				return isPlain && known !== undefined && !(name in SEVERAL_MEANINGS) && `elsewhere a ${known} is picked`;
			}),
		).toEqual([]);
	});
});

describe('What comes with rows, and their order', () => {
	it('is chosen in Options and in Sort, nowhere else', () => {
		const PLACES: Readonly<Record<string, string>> = {
			include: 'options',
			include_fields: 'options',
			sort: 'sort',
			direction: 'sort',
		};
		expect(
			offenders(all, ({ field: { name }, place }) => {
				const wanted = PLACES[name];
				return wanted !== undefined && place !== wanted && `in ${place}, not in ${wanted}`;
			}),
		).toEqual([]);
		expect(all.filter(({ place }) => place === 'sort').every(({ field }) => field.name in PLACES)).toBe(true);
	});

	it('has two fields for sorting, wherever there is sorting', () => {
		const sorted = operations.filter(({ operation }) =>
			fieldsOf(operation).some((field) => isCollection(field) && field.role === 'sort'),
		);
		expect(sorted.length).toBeGreaterThan(2);
		expect(
			offenders(sorted, ({ operation }) => {
				const collections = fieldsOf(operation).filter((field) => isCollection(field) && field.role === 'sort');
				const names = collections.flatMap((field) => (isCollection(field) ? field.fields : [])).map(({ name }) => name);
				return names.sort().join() !== 'direction,sort' && names.join();
			}),
		).toEqual([]);
	});
});

/**
 * n8n looks for the entries of a list in a collection at the top of the parameters, whichever operation is chosen:
 * a list of the same name there would be asked for what entries of the other one require.
 */
describe('A list in a collection', () => {
	interface List {
		at: string;
		name: string;
		entries: readonly EntryKind[];
	}
	const listsOf = (fields: readonly Field[], at: string): List[] =>
		fields.flatMap((field) => (field.kind === 'list' ? [{ at, name: field.name, entries: field.entries }] : []));

	it.each([
		['BigCommerce', SHOP_RESOURCES],
		['BigCommerce Store Setup', SETUP_RESOURCES],
	])('requires nothing of the entries of another list of its name in %s', (_, resources) => {
		const own = resources.flatMap(({ value, operations: each }) =>
			each.map((operation) => ({ at: `${value}.${operation.value}`, fields: fieldsOf(operation) })),
		);
		const top = own.flatMap(({ at, fields }) => listsOf(fields, at));
		const inCollections = own.flatMap(({ at, fields }) =>
			fields.filter(isCollection).flatMap((collection) => listsOf(collection.fields, at)),
		);
		const requiredIn = ({ fields }: EntryKind) => fields.filter(({ required }) => required).map(({ name }) => name);
		expect(
			offenders(inCollections, ({ name, entries }) => {
				for (const kind of entries) {
					const namesakes = top.filter((list) => list.name === name);
					for (const { at, entries: others } of namesakes) {
						const other = others.find((each) => each.name === kind.name);
						const asked = requiredIn(kind).find((field) => other && !requiredIn(other).includes(field));
						if (asked !== undefined) return `${name}.${kind.name}.${asked} would be asked for in ${at}`;
					}
				}
				return undefined;
			}),
		).toEqual([]);
	});
});
