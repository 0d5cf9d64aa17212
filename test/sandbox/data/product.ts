import { iso8601 } from '../core/format';

/** Catalog product with BigCommerce's fields and types. Sub-resources have tables of their own. */
export type Product = ReturnType<typeof newProduct>;
export type Variant = ReturnType<typeof newVariant>;

export interface CustomUrl {
	url: string;
	is_customized: boolean;
}

/** A product as the store fills it up when only the required fields are sent. */
export function newProduct(id: number, now: number, name: string) {
	return {
		id,
		name,
		type: 'physical' as 'physical' | 'digital',
		sku: '',
		description: '',
		weight: 0,
		width: 0,
		depth: 0,
		height: 0,
		price: 0,
		cost_price: 0,
		retail_price: 0,
		sale_price: 0,
		map_price: 0,
		tax_class_id: 0,
		product_tax_code: '',
		calculated_price: 0,
		categories: [] as number[],
		brand_id: 0,
		option_set_id: null as number | null,
		option_set_display: 'right',
		inventory_level: 0,
		inventory_warning_level: 0,
		inventory_tracking: 'none' as 'none' | 'product' | 'variant',
		reviews_rating_sum: 0,
		reviews_count: 0,
		total_sold: 0,
		fixed_cost_shipping_price: 0,
		is_free_shipping: false,
		is_visible: true,
		is_featured: false,
		related_products: [-1],
		warranty: '',
		bin_picking_number: '',
		layout_file: '',
		upc: '',
		mpn: '',
		gtin: '',
		date_last_imported: null as string | null,
		search_keywords: '',
		availability: 'available' as 'available' | 'disabled' | 'preorder',
		availability_description: '',
		gift_wrapping_options_type: 'any' as 'any' | 'none' | 'list',
		gift_wrapping_options_list: [] as number[],
		sort_order: 0,
		condition: 'New' as 'New' | 'Used' | 'Refurbished',
		is_condition_shown: true,
		order_quantity_minimum: 0,
		order_quantity_maximum: 0,
		page_title: '',
		meta_keywords: [] as string[],
		meta_description: '',
		date_created: iso8601(now),
		date_modified: iso8601(now),
		view_count: 0,
		preorder_release_date: null as string | null,
		preorder_message: '',
		is_preorder_only: false,
		is_price_hidden: false,
		price_hidden_label: '',
		custom_url: { url: `/${slug(name)}/`, is_customized: false } as CustomUrl,
		base_variant_id: null as number | null,
		open_graph_type: 'product',
		open_graph_title: '',
		open_graph_description: '',
		open_graph_use_meta_description: true,
		open_graph_use_product_name: true,
		open_graph_use_image: true,
	};
}

export interface VariantOptionValue {
	id: number;
	label: string;
	option_id: number;
	option_display_name: string;
}

/** A variant; null prices and measures mean that the product's count. */
export function newVariant(id: number, productId: number, sku: string) {
	return {
		id,
		product_id: productId,
		sku,
		sku_id: null as number | null,
		price: null as number | null,
		calculated_price: 0,
		sale_price: null as number | null,
		retail_price: null as number | null,
		map_price: null as number | null,
		weight: null as number | null,
		calculated_weight: 0,
		width: null as number | null,
		height: null as number | null,
		depth: null as number | null,
		is_free_shipping: false,
		fixed_cost_shipping_price: null as number | null,
		purchasing_disabled: false,
		purchasing_disabled_message: '',
		image_url: '',
		cost_price: 0 as number | null,
		upc: '',
		mpn: '',
		gtin: '',
		inventory_level: 0,
		inventory_warning_level: 0,
		bin_picking_number: '',
		option_values: [] as VariantOptionValue[],
	};
}

export const slug = (text: string): string =>
	text
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
