import { z } from 'zod';

const money = z.number().min(0);
const size = z.number().min(0).max(9_999_999_999);
const count = z.number().int().min(0).max(2_147_483_647);
const text = (maximum: number) => z.string().max(maximum);

/** Fields of a product that may be written (fact: catalog products specification). */
const ProductFields = z.object({
	name: z.string().min(1).max(250),
	type: z.enum(['physical', 'digital']),
	sku: text(255),
	description: z.string(),
	weight: size,
	width: size,
	depth: size,
	height: size,
	price: money,
	cost_price: money,
	retail_price: money,
	sale_price: money,
	map_price: money,
	tax_class_id: count,
	product_tax_code: text(255),
	categories: z.array(z.number().int()).max(1000),
	brand_id: count,
	brand_name: z.string(),
	inventory_level: count,
	inventory_warning_level: count,
	inventory_tracking: z.enum(['none', 'product', 'variant']),
	fixed_cost_shipping_price: money,
	is_free_shipping: z.boolean(),
	is_visible: z.boolean(),
	is_featured: z.boolean(),
	related_products: z.array(z.number().int()),
	warranty: text(65_535),
	bin_picking_number: text(255),
	layout_file: text(500),
	upc: text(14),
	gtin: text(14),
	mpn: z.string(),
	search_keywords: text(65_535),
	availability: z.enum(['available', 'disabled', 'preorder']),
	availability_description: text(255),
	gift_wrapping_options_type: z.enum(['any', 'none', 'list']),
	gift_wrapping_options_list: z.array(z.number().int()),
	sort_order: z.number().int(),
	condition: z.enum(['New', 'Used', 'Refurbished']),
	is_condition_shown: z.boolean(),
	order_quantity_minimum: count,
	order_quantity_maximum: count,
	page_title: text(255),
	meta_keywords: z.array(z.string()),
	meta_description: text(65_535),
	view_count: count,
	preorder_release_date: z.string().nullable(),
	preorder_message: text(255),
	is_preorder_only: z.boolean(),
	is_price_hidden: z.boolean(),
	price_hidden_label: text(200),
	custom_url: z
		.object({ url: text(255), is_customized: z.boolean(), create_redirect: z.boolean() })
		.partial()
		.transform(({ url = '', is_customized = true }) => ({ url, is_customized })),
	open_graph_type: z.string(),
	open_graph_title: z.string(),
	open_graph_description: z.string(),
	open_graph_use_meta_description: z.boolean(),
	open_graph_use_product_name: z.boolean(),
	open_graph_use_image: z.boolean(),
	date_last_imported: z.string(),
});

/** Parts that may be sent along with a product. */
const ProductParts = z.object({
	custom_fields: z.array(
		z.object({
			id: z.number().int().optional(),
			name: z.string().min(1).max(250),
			value: z.string().min(1).max(250),
		}),
	),
	bulk_pricing_rules: z.array(
		z
			.object({
				quantity_min: count,
				quantity_max: count,
				type: z.enum(['price', 'percent', 'fixed']),
				amount: z.union([z.number(), z.string()]),
			})
			.passthrough(),
	),
	images: z.array(
		z
			.object({
				image_url: text(255),
				is_thumbnail: z.boolean(),
				sort_order: z.number().int(),
				description: z.string(),
			})
			.partial()
			.passthrough(),
	),
	videos: z.array(z.object({ video_id: z.string() }).passthrough()),
});

const VariantPart = z.object({
	sku: text(255).optional(),
	price: money.nullable().optional(),
	option_values: z.array(z.object({ option_display_name: z.string(), label: z.string() })).min(1),
});

export const ProductChange = ProductFields.merge(ProductParts).partial();
export type ProductChange = z.output<typeof ProductChange>;

export const ProductCreate = ProductChange.extend({ variants: z.array(VariantPart).optional() }).required({
	name: true,
	type: true,
	weight: true,
	price: true,
});
export type ProductCreate = z.output<typeof ProductCreate>;

export const ProductBatchItem = ProductChange.extend({ id: z.number().int() });

/** Fields of a variant that may be written; null means that the product's value counts. */
export const VariantChange = z
	.object({
		sku: z.string().min(1).max(255),
		price: money.nullable(),
		sale_price: money.nullable(),
		retail_price: money.nullable(),
		map_price: money.nullable(),
		cost_price: money.nullable(),
		weight: size.nullable(),
		width: size.nullable(),
		height: size.nullable(),
		depth: size.nullable(),
		is_free_shipping: z.boolean(),
		fixed_cost_shipping_price: money.nullable(),
		purchasing_disabled: z.boolean(),
		purchasing_disabled_message: text(255),
		image_url: z.string(),
		upc: text(14),
		mpn: z.string(),
		gtin: text(14),
		inventory_level: count,
		inventory_warning_level: count,
		bin_picking_number: text(255),
	})
	.partial();
export type VariantChange = z.output<typeof VariantChange>;

export const OptionValueRef = z.object({ id: z.number().int(), option_id: z.number().int() });
