/** Carts as the store keeps them. The API names them by UUID; the number is only our order. */
export interface CartItem {
	id: string;
	product_id: number;
	variant_id: number;
	sku: string;
	name: string;
	url: string;
	quantity: number;
	is_digital: boolean;
	taxable: boolean;
	original_price: number;
	list_price: number;
}

export interface CartCustomItem {
	id: string;
	sku: string;
	name: string;
	quantity: number;
	list_price: number;
	image_url: string;
}

export interface CartGiftCertificate {
	id: string;
	name: string;
	theme: string;
	amount: number;
	quantity: number;
	sender: { name: string; email: string };
	recipient: { name: string; email: string };
	message: string;
}

export interface Cart {
	id: number;
	uuid: string;
	customer_id: number;
	channel_id: number;
	email: string;
	currency: string;
	locale: string;
	items: CartItem[];
	custom_items: CartCustomItem[];
	gift_certificates: CartGiftCertificate[];
	coupons: { code: string; id: string; coupon_type: string; discounted_amount: number; display_name: string }[];
	created: number;
	updated: number;
	version: number;
	/** Only carts made through the management API may have redirect URLs. */
	made_by: 'api' | 'shopper';
	abandoned_token: string | undefined;
	state: 'open' | 'converted';
	order_id: number | undefined;
}
