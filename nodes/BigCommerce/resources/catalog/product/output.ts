import { include, options } from '../../../model/collections';
import { words } from '../../../model/fields';
import type { ItemValues } from '../../../model/item';
import { PRODUCT_SUMMARY } from '../../../records/simplifiedFields';
import type { Query } from '../../../transport/types';

/** What reading products has in common. */

const related = include(
	[
		['bulk_pricing_rules', 'Bulk Pricing Rules'],
		['channels', 'Channels'],
		['custom_fields', 'Custom Fields'],
		['images', 'Images'],
		['modifiers', 'Modifiers'],
		['options', 'Options'],
		['parent_relations', 'Parent Relations'],
		['primary_image', 'Primary Image'],
		['reviews', 'Reviews'],
		['variants', 'Variants'],
		['videos', 'Videos'],
	],
	'Related records to return with each product, simplified or not',
);

/** Fields that BigCommerce returns by themselves. Source: its OpenAPI file of the products, include_fields. */
const FIELDS: ReadonlySet<string> = new Set([
	'availability',
	'availability_description',
	'base_variant_id',
	'bin_picking_number',
	'brand_id',
	'calculated_price',
	'categories',
	'condition',
	'cost_price',
	'custom_url',
	'date_created',
	'date_last_imported',
	'date_modified',
	'depth',
	'description',
	'fixed_cost_shipping_price',
	'gtin',
	'height',
	'inventory_level',
	'inventory_tracking',
	'inventory_warning_level',
	'is_condition_shown',
	'is_featured',
	'is_free_shipping',
	'is_preorder_only',
	'is_price_hidden',
	'is_visible',
	'layout_file',
	'map_price',
	'meta_description',
	'meta_keywords',
	'mpn',
	'name',
	'open_graph_description',
	'open_graph_title',
	'open_graph_type',
	'open_graph_use_image',
	'open_graph_use_meta_description',
	'open_graph_use_product_name',
	'option_set_display',
	'option_set_id',
	'order_quantity_maximum',
	'order_quantity_minimum',
	'page_title',
	'preorder_message',
	'preorder_release_date',
	'price',
	'price_hidden_label',
	'product_tax_code',
	'related_products',
	'retail_price',
	'reviews_count',
	'reviews_rating_sum',
	'sale_price',
	'search_keywords',
	'sku',
	'tax_class_id',
	'total_sold',
	'type',
	'upc',
	'view_count',
	'warranty',
	'weight',
	'width',
]);

const onlyFields = words('include_fields', 'Only Fields', {
	placeholder: 'e.g. name, custom_url, view_count',
	description: "BigCommerce's names of the only fields to return beside the ID, simplified or not",
});

/** @throws for fields of products that there are not */
export function withKnownFields(query: Query, item: Pick<ItemValues, 'refuse'>): Query {
	const { include_fields: names } = query;
	const strange = [names ?? []].flat().filter((name) => name !== 'id' && !FIELDS.has(String(name)));
	if (strange.length === 0) return query;
	throw item.refuse(
		`Only Fields must hold fields of products, not "${strange.join('", "')}"`,
		`There are: ${[...FIELDS].join(', ')}.`,
	);
}

export const readingOptions = options(related, onlyFields);

/** Asks for just what Simplify keeps; the ID always comes. */
export const simplifiedQuery: Query = { include_fields: PRODUCT_SUMMARY.filter((field) => field !== 'id') };
