/** A record that the store keeps and shows as it is. */
export interface Bare {
	id: number;
	[field: string]: unknown;
}

/** A part of a product: image, video, custom field, option … */
export interface ProductPart extends Bare {
	product_id: number;
}
