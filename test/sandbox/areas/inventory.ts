import { z } from 'zod';
import { ok, v3Page } from '../core/answers';
import type { ApiError } from '../core/errors';
import { invalid, notFound, tooMany, v3Error } from '../core/errors';
import { filterV3 } from '../core/filter';
import { pathId, readBody } from '../core/input';
import type { Answer, Call, Route } from '../core/route';
import type { Variant } from '../data/product';
import type { Location } from '../data/setup';
import type { Store } from '../data/store';
import { changeStock } from '../domain/stock';
import type { JsonObject } from '../types';

const PAGE_LIMIT = 1000;
const ITEM_LIMIT = 2000;

const Item = z.object({
	location_id: z.number().int(),
	quantity: z.number().int(),
	sku: z.string().optional(),
	variant_id: z.number().int().optional(),
	product_id: z.number().int().optional(),
});
const Adjustment = z.object({ reason: z.string().optional(), items: z.array(Item).min(1) });

const problem = (title: string): ApiError => v3Error(422, title, {});

const identity = ({ sku, id, product_id, sku_id }: Variant): JsonObject => ({
	sku,
	variant_id: id,
	product_id,
	...(sku_id !== null && { sku_id }),
});

const level = ({ inventory_level, inventory_warning_level, bin_picking_number }: Variant): JsonObject => ({
	available_to_sell: inventory_level,
	total_inventory_onhand: inventory_level,
	settings: {
		safety_stock: 0,
		is_in_stock: inventory_level > 0,
		warning_level: inventory_warning_level,
		bin_picking_number,
	},
});

/** The sandbox keeps stock at its default location; other locations hold none. */
const itemView = (variant: Variant, locations: readonly Location[]): JsonObject => ({
	identity: identity(variant),
	locations: locations.map(({ id, code, label, enabled }) => ({
		location_id: id,
		location_code: code,
		location_name: label,
		location_enabled: enabled,
		...level(id === 1 ? variant : { ...variant, inventory_level: 0 }),
	})),
});

function wanted(call: Call): readonly Variant[] {
	const { store, query } = call;
	let variants: readonly Variant[] = store.variants.all();
	if (query.has('variant_id:in'))
		variants = query.integers('variant_id:in').flatMap((id) => store.variants.get(id) ?? []);
	else if (query.has('product_id:in'))
		variants = query.integers('product_id:in').flatMap((id) => store.variants.by('product_id', id));
	else if (query.has('sku:in')) variants = query.list('sku:in').flatMap((sku) => store.variants.by('sku', sku));
	return filterV3(variants, query, { variant_id: (v) => v.id, product_id: (v) => v.product_id, sku: (v) => v.sku });
}

/** The variant an adjustment names. @throws 422 as documented, so that nothing is applied */
function adjusted(store: Store, item: z.output<typeof Item>): Variant {
	if (!store.locations.get(item.location_id)) throw problem(`[Location with id ${item.location_id} does not exist]`);
	if (item.sku !== undefined) {
		const variant = store.variants.by('sku', item.sku)[0];
		if (!variant) throw problem(`[Item with sku ${item.sku} does not exist]`);
		return variant;
	}
	if (item.variant_id !== undefined) {
		const variant = store.variants.get(item.variant_id);
		if (!variant) throw problem(`[Item with variant_id ${item.variant_id} does not exist]`);
		return variant;
	}
	if (item.product_id === undefined) throw problem('[An item needs sku, variant_id or product_id]');
	const variants = store.variants.by('product_id', item.product_id);
	if (variants.length > 1) {
		throw problem(`[Item with product_id ${item.product_id} is tracked by variant, please update stock by variant id]`);
	}
	const [variant] = variants;
	if (!variant) throw problem(`[Item with product_id ${item.product_id} does not exist]`);
	return variant;
}

const adjust =
	(method: 'absolute' | 'relative') =>
	(call: Call): Answer => {
		const { items } = readBody(call, Adjustment);
		if (items.length > ITEM_LIMIT) throw tooMany(ITEM_LIMIT);
		if (method === 'absolute' && items.some(({ quantity }) => quantity < 0)) {
			throw invalid({ quantity: 'must be greater than or equal to 0' });
		}
		const changes = items.map((item) => ({ variant: adjusted(call.store, item), item }));
		for (const { variant, item } of changes) {
			if (item.location_id !== 1) continue;
			const current = call.store.variants.get(variant.id) as Variant;
			changeStock(call.store, { variant: current, method, value: item.quantity });
		}
		return ok({ transaction_id: call.store.random.uuid() });
	};

const Settings = z.object({
	settings: z.array(
		z.object({
			identity: z.object({ sku: z.string(), variant_id: z.number().int(), product_id: z.number().int() }).partial(),
			safety_stock: z.number().int().optional(),
			is_in_stock: z.boolean().optional(),
			warning_level: z.number().int().optional(),
			bin_picking_number: z.string().optional(),
		}),
	),
});

const locationOf = (call: Call): Location => {
	const location = call.store.locations.get(pathId(call, 'location_id'));
	if (!location) throw notFound('v3', 'The location');
	return location;
};

const saveSettings = (call: Call): Answer => {
	const location = locationOf(call);
	const { settings } = readBody(call, Settings);
	if (settings.length > ITEM_LIMIT) throw tooMany(ITEM_LIMIT);
	const changes = settings.map((setting) => ({
		setting,
		variant: adjusted(call.store, { ...setting.identity, location_id: location.id, quantity: 0 }),
	}));
	for (const { variant, setting } of changes) {
		call.store.variants.put({
			...variant,
			inventory_warning_level: setting.warning_level ?? variant.inventory_warning_level,
			bin_picking_number: setting.bin_picking_number ?? variant.bin_picking_number,
		});
		call.store.emit({
			scope: 'store/channel/*/inventory/product/settings_changed',
			data: { variant_id: variant.id, product_id: variant.product_id, location_id: location.id },
		});
	}
	return ok({ transaction_id: call.store.random.uuid() });
};

export const inventoryRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v3/inventory/items',
		scope: 'inventory',
		handle: (call) => {
			const locations = filterV3(call.store.locations.all(), call.query, {
				location_id: (l) => l.id,
				location_code: (l) => l.code,
			});
			return v3Page(call, wanted(call), (variant) => itemView(variant, locations), { maximum: PAGE_LIMIT });
		},
	},
	{
		method: 'PUT',
		path: '/v3/inventory/adjustments/absolute',
		scope: 'inventory',
		handle: adjust('absolute'),
	},
	{
		method: 'POST',
		path: '/v3/inventory/adjustments/relative',
		scope: 'inventory',
		handle: adjust('relative'),
	},
	{
		method: 'GET',
		path: '/v3/inventory/locations/{location_id}/items',
		scope: 'inventory',
		handle: (call) => {
			const { id } = locationOf(call);
			const shape = (variant: Variant): JsonObject => ({
				identity: identity(variant),
				...level(id === 1 ? variant : { ...variant, inventory_level: 0 }),
			});
			return v3Page(call, wanted(call), shape, { maximum: PAGE_LIMIT });
		},
	},
	{
		method: 'PUT',
		path: '/v3/inventory/locations/{location_id}/items',
		scope: 'inventory',
		handle: saveSettings,
	},
	{
		method: 'GET',
		path: '/v3/inventory/locations',
		scope: 'locations',
		concurrency: 50,
		handle: (call) =>
			v3Page(
				call,
				filterV3(call.store.locations.all(), call.query, {
					location_id: (l) => l.id,
					location_code: (l) => l.code,
					is_default: (l) => l.id === 1,
					type_id: (l) => l.type_id,
					managed_by_external_source: (l) => l.managed_by_external_source,
					is_active: (l) => l.enabled,
					storefront_visibility: (l) => l.storefront_visibility,
				}),
				undefined,
				{ maximum: PAGE_LIMIT },
			),
	},
];
