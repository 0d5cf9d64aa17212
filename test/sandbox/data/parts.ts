/** A part of a product: image, video, custom field, option … kept and shown as it is. */
export interface ProductPart {
	id: number;
	product_id: number;
	[field: string]: unknown;
}
