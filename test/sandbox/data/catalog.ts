import type { CustomUrl } from './product';

export interface CategoryTree {
	id: number;
	name: string;
	channels: number[];
}

/** A category, kept once and shown by the trees API and by the legacy one. */
export interface Category {
	id: number;
	category_uuid: string;
	parent_id: number;
	tree_id: number;
	name: string;
	description: string;
	views: number;
	sort_order: number;
	page_title: string;
	meta_keywords: string[];
	meta_description: string;
	layout_file: string;
	image_url: string;
	is_visible: boolean;
	search_keywords: string;
	default_product_sort: string;
	url: { path: string; is_customized: boolean };
}

export function newCategory(id: number, uuid: string, name: string, parentId: number, path: string): Category {
	return {
		id,
		category_uuid: uuid,
		parent_id: parentId,
		tree_id: 1,
		name,
		description: '',
		views: 0,
		sort_order: 0,
		page_title: '',
		meta_keywords: [],
		meta_description: '',
		layout_file: 'category.html',
		image_url: '',
		is_visible: true,
		search_keywords: '',
		default_product_sort: 'use_store_settings',
		url: { path, is_customized: false },
	};
}

export interface Brand {
	id: number;
	name: string;
	page_title: string;
	meta_keywords: string[];
	meta_description: string;
	search_keywords: string;
	image_url: string;
	custom_url: CustomUrl;
}
