import { ROW_BY_ROW } from '../collections/batches';
import { parent, sortedBy, type Parent, type Particulars, type What, type Write } from '../collections/declaration';
import type { Fields, Lookup } from '../collections/field';
import { choice, key, text } from '../collections/kinds';
import { declared, type DeclaredCollection } from '../collections/routes';
import { v3CursorPage } from '../core/cursor';
import { problem } from '../core/errors';
import type { Call } from '../core/route';
import type { Scope } from '../core/scopes';
import type { Row } from '../core/table';
import { openCart } from '../domain/carts';
import type { JsonObject } from '../types';
import { by, CATALOG_TIMES } from './common';

const metafieldFields: Fields = {
	permission_set: choice('app_only', 'read', 'write', 'read_and_sf_access', 'write_and_sf_access').required(),
	namespace: text(64).required(),
	key: text(64).required(),
	value: text(65_535).required(),
	description: text(255).default(''),
	resource_type: text().readOnly(),
	resource_id: text().readOnly(),
	...CATALOG_TIMES,
	owner_client_id: text().readOnly(),
};

/** What others than its owner may not change, unless their account may write all metafields. */
const OWNED = ['permission_set', 'namespace', 'key', 'value'];

function owned(input: JsonObject, { call: { account }, existing }: Write): JsonObject {
	if (!existing) return { ...input, owner_client_id: account.clientId };
	const isOwner = existing.owner_client_id === account.clientId || account.scopes.includes('store_metafield_write_all');
	if (isOwner || !OWNED.some((name) => name in input)) return input;
	throw problem('v3', 403, 'You are not the owner of this metafield.');
}

const isShown = ({ permission_set, owner_client_id }: Row, { account }: Call): boolean =>
	permission_set !== 'app_only' || owner_client_id === account.clientId;

/** What kind of record has metafields. */
interface Owner {
	/** As in `resource_type`. */
	type: string;
	scope: Scope;
	/** Paths of one owner's metafields and of those of all owners. */
	paths: readonly [one: string, all: string];
	find: Lookup;
	/** Further records that the path of one owner names. */
	above?: Readonly<Record<string, Parent>>;
	/** Webhook family, `store/{family}/metafield/created`; customers have none of their own. */
	family?: string;
}

/** Metafields of one kind of owner: of one record, and across the store in batches. */
function metafieldsOf({ type, scope, paths, find, above, family }: Owner): DeclaredCollection[] {
	const [one, all] = paths;
	const [, parameter = ''] = /\{(\w+)\}\/metafields/.exec(one) ?? [];
	const announce = ({ id, resource_id, namespace }: Row, what: What, { store }: Call): void => {
		const data = { metafield_id: id, resource_id: String(resource_id), namespace };
		if (family) store.emit({ scope: `store/${family}/metafield/${what}`, data });
		store.emit({ scope: `store/metafield/${what}`, data: { ...data, resource_type: type } });
	};
	const common: Particulars = {
		records: (store) => store.table('metafields'),
		fixed: { resource_type: type },
		fields: metafieldFields,
		unique: { fields: ['namespace', 'key'] },
		filters: { ...by('is in', 'key namespace'), ...by('min max', 'date_created date_modified') },
		sort: sortedBy(),
		selectable: true,
		paging: v3CursorPage,
		visible: isShown,
		before: owned,
		saved: announce,
	};
	const ofOne = declared('metafield', scope, one, {
		...common,
		parents: { ...above, [parameter]: parent(type, find, 'resource_id') },
		limit: 250,
		calls: { create: true, update: true, remove: { missing: 404 } },
	});
	const ofAll = declared('metafield', scope, all, {
		...common,
		fields: { ...metafieldFields, resource_id: key().required().immutable().refersTo(type, find) },
		unique: { fields: ['namespace', 'key', 'resource_id'] },
		calls: {
			createMany: { style: ROW_BY_ROW },
			updateMany: { style: ROW_BY_ROW },
			removeMany: { by: 'body', style: ROW_BY_ROW },
		},
	});
	return [ofOne, ofAll];
}

const CATALOG = '/v3/catalog';
const paths = (owner: string, all: string): [string, string] => [
	`${owner}/metafields/{metafield_id}`,
	`${all}/metafields`,
];

const OWNERS: readonly Owner[] = [
	{
		type: 'product',
		scope: 'products',
		paths: paths(`${CATALOG}/products/{product_id}`, `${CATALOG}/products`),
		find: ({ products }, id) => products.get(id),
		family: 'product',
	},
	{
		type: 'variant',
		scope: 'products',
		paths: paths(`${CATALOG}/products/{product_id}/variants/{variant_id}`, `${CATALOG}/variants`),
		find: ({ variants }, id) => variants.get(id),
		above: { product_id: parent('product', ({ products }, id) => products.get(id), false) },
		family: 'product/variant',
	},
	{
		type: 'category',
		scope: 'products',
		paths: paths(`${CATALOG}/categories/{category_id}`, `${CATALOG}/categories`),
		find: ({ categories }, id) => categories.get(id),
		family: 'category',
	},
	{
		type: 'brand',
		scope: 'products',
		paths: paths(`${CATALOG}/brands/{brand_id}`, `${CATALOG}/brands`),
		find: ({ brands }, id) => brands.get(id),
		family: 'brand',
	},
	{
		type: 'order',
		scope: 'orders',
		paths: paths('/v3/orders/{order_id}', '/v3/orders'),
		find: ({ orders }, id) => orders.get(id),
		family: 'order',
	},
	{
		type: 'customer',
		scope: 'customers',
		paths: ['/v3/customers/{customerId}/metafields/{metafieldId}', '/v3/customers/metafields'],
		find: ({ customers }, id) => customers.get(id),
	},
	{
		type: 'cart',
		scope: 'carts',
		paths: paths('/v3/carts/{cart_id}', '/v3/carts'),
		find: (store, uuid) => openCart(store, String(uuid)),
		family: 'cart',
	},
	{
		type: 'channel',
		scope: 'channels',
		paths: paths('/v3/channels/{channel_id}', '/v3/channels'),
		find: ({ channels }, id) => channels.get(id),
		family: 'channel',
	},
	{
		type: 'location',
		scope: 'locations',
		paths: paths('/v3/inventory/locations/{location_id}', '/v3/inventory/locations'),
		find: ({ locations }, id) => locations.get(id),
		family: 'inventory/location',
	},
];

export const metafields: readonly DeclaredCollection[] = OWNERS.flatMap(metafieldsOf);
