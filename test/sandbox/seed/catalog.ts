import { cents, rfc3339 } from '../core/format';
import { newCategory } from '../data/catalog';
import { newProduct, newVariant, slug, type Variant } from '../data/product';
import type { Store } from '../data/store';
import { brands } from '../declarations/brands';
import { channelListings } from '../declarations/listings';
import { BRANDS, CATEGORIES, MATERIALS, THINGS } from './words';

const START = Date.UTC(2025, 1, 1);
const MINUTE = 60_000;

export function seedCatalog(store: Store, products: number): void {
	store.trees.add({ name: 'Default catalog tree', channels: [1] });
	for (const name of CATEGORIES) {
		const id = store.categories.nextId();
		store.categories.put(newCategory(id, store.random.uuid(), name, 0, `/${slug(name)}/`));
	}
	for (const name of BRANDS) brands.add(store, { name });
	for (let number = 1; number <= products; number++) seedProduct(store, number);
	const first = store.variants.get(1);
	if (first) seedListing(store, first);
}

/** The first product is listed on the first channel. */
function seedListing(store: Store, { id, product_id }: Variant): void {
	const time = rfc3339(START);
	const ids = { channel_id: 1, product_id };
	const variant = { ...ids, variant_id: id, state: 'active', name: 'One size', date_created: time };
	const texts = { name: 'Seen on the first channel', description: 'A listing of its own words' };
	channelListings.add(store, {
		...ids,
		...texts,
		state: 'active',
		date_created: time,
		date_modified: time,
		variants: [variant],
	});
}

/** Every tenth product comes in three sizes and keeps its stock by variant; the others are simple. */
function seedProduct(store: Store, number: number): void {
	const id = store.products.nextId();
	const time = START + number * MINUTE;
	const material = MATERIALS[number % MATERIALS.length] as string;
	const thing = THINGS[number % THINGS.length] as string;
	const price = cents(5 + ((number * 37) % 9500) / 100);
	const stock = 20 + (number % 80);
	const hasSizes = number % 10 === 0;
	const sku = `SB-${String(number).padStart(5, '0')}`;
	const product = {
		...newProduct(id, time, `${material} ${thing} ${number}`),
		sku,
		description: `<p>${material} ${thing.toLowerCase()}, made for the sandbox store.</p>`,
		weight: 1 + (number % 5),
		price,
		calculated_price: price,
		cost_price: cents(price / 2),
		categories: [1 + (number % CATEGORIES.length)],
		brand_id: 1 + (number % BRANDS.length),
		option_set_id: hasSizes ? id : null,
		inventory_level: hasSizes ? stock * 3 : stock,
		inventory_tracking: hasSizes ? ('variant' as const) : ('product' as const),
		upc: String(400_000_000_000 + number),
		custom_url: { url: `/${slug(`${material} ${thing}`)}-${number}/`, is_customized: false },
	};
	if (hasSizes) {
		store.products.put(product);
		seedSizes(store, id, sku, price, stock);
		return;
	}
	const variant = { ...newVariant(store.variants.nextId(), id, sku), calculated_price: price, inventory_level: stock };
	store.variants.put(variant);
	store.products.put({ ...product, base_variant_id: variant.id });
}

function seedSizes(store: Store, productId: number, sku: string, price: number, stock: number): void {
	const optionId = store.parts.options.nextId();
	const values = ['Small', 'Medium', 'Large'].map((label, index) => ({
		id: optionId * 10 + index,
		label,
		sort_order: index,
		value_data: {},
		is_default: false,
	}));
	store.parts.options.put({
		id: optionId,
		product_id: productId,
		name: `Size${optionId}`,
		display_name: 'Size',
		type: 'rectangles',
		config: {},
		sort_order: 0,
		option_values: values,
	});
	for (const value of values) {
		const id = store.variants.nextId();
		const variant: Variant = {
			...newVariant(id, productId, `${sku}-${value.label.charAt(0)}`),
			sku_id: id,
			calculated_price: price,
			inventory_level: stock,
			option_values: [{ id: value.id, label: value.label, option_id: optionId, option_display_name: 'Size' }],
		};
		store.variants.put(variant);
	}
}
