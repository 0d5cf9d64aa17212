import { JsonCache } from '../core/json';
import { Random } from '../core/random';
import { Table } from '../core/table';
import type { Clock, WebhookEvent } from '../types';
import type { Cart } from './cart';
import type { Brand, Category, CategoryTree } from './catalog';
import type { Coupon } from './coupon';
import type {
	Customer,
	CustomerAddress,
	CustomerAttribute,
	CustomerAttributeValue,
	CustomerGroup,
	Subscriber,
} from './customer';
import type { Order, Refund } from './order';
import { OrderView } from './orderView';
import type { Product, Variant } from './product';
import type { Bare, ProductPart } from './parts';
import type { Channel, Location, PriceList, Site } from './setup';

const lower = (text: string): string | undefined => text.toLowerCase() || undefined;

/** Everything the store knows. The areas of the API read and change it; so do shoppers. */
export class Store {
	readonly hash = 'sandbox1';
	readonly storeId = 1000042;
	/** Data of its own random source, so that what is asked of the store changes no seeded record. */
	readonly random = new Random(20260401);
	/** Root of the API of this store, set once the server listens. */
	url = `https://api.bigcommerce.com/stores/${this.hash}`;
	/** Root of the storefront, for links that shoppers follow. */
	storefrontUrl = 'https://sandbox1.mybigcommerce.com';

	readonly products = new Table<Product, 'sku' | 'name'>(1, {
		sku: (product) => lower(product.sku),
		name: (product) => lower(product.name),
	});
	readonly variants = new Table<Variant, 'product' | 'sku'>(1, {
		product: (variant) => variant.product_id,
		sku: (variant) => lower(variant.sku),
	});
	/** Images, videos, custom fields … of products, each kind a table by product. */
	readonly parts = {
		images: partTable(),
		videos: partTable(),
		custom_fields: partTable(),
		bulk_pricing_rules: partTable(),
		reviews: partTable(),
		options: partTable(),
		modifiers: partTable(),
	};
	readonly trees = new Table<CategoryTree>();
	readonly categories = new Table<Category, 'parent'>(1, { parent: (category) => category.parent_id });
	readonly brands = new Table<Brand, 'name'>(1, { name: (brand) => lower(brand.name) });

	readonly orders = new Table<Order, 'customer'>(100, { customer: (order) => order.customer_id });
	/** Orders as they are listed; their links hold the store's URL. */
	readonly orderTexts = new JsonCache<Order>();
	readonly refunds = new Table<Refund, 'order'>(1, { order: (refund) => refund.order_id });
	/** Ids of the parts of orders, unique across the store. */
	readonly partIds = { line: 0, address: 0, shipment: 0, fee: 0, coupon: 0, message: 0, transaction: 0, payment: 0 };

	readonly customers = new Table<Customer, 'email'>(1, { email: (customer) => lower(customer.email) });
	readonly addresses = new Table<CustomerAddress, 'customer'>(1, {
		customer: (address) => address.customer_id,
	});
	readonly attributes = new Table<CustomerAttribute>();
	readonly attributeValues = new Table<CustomerAttributeValue, 'customer'>(1, {
		customer: (value) => value.customer_id,
	});
	readonly customerGroups = new Table<CustomerGroup>();
	readonly subscribers = new Table<Subscriber, 'email'>(1, {
		email: (subscriber) => lower(subscriber.email),
	});

	readonly carts = new Table<Cart, 'uuid' | 'token'>(1, {
		uuid: (cart) => cart.uuid,
		token: (cart) => cart.abandoned_token,
	});
	readonly coupons = new Table<Coupon, 'code' | 'name'>(1, {
		code: (coupon) => lower(coupon.code),
		name: (coupon) => lower(coupon.name),
	});

	readonly channels = new Table<Channel>();
	readonly sites = new Table<Site>(1000);
	readonly locations = new Table<Location>();
	readonly priceLists = new Table<PriceList>();
	readonly pages = new Table<Bare>();
	readonly currencies = new Table<Bare>();
	readonly taxClasses = new Table<Bare>(0);
	readonly countries = new Table<Bare>();

	private readonly listeners = new Set<(event: WebhookEvent) => void>();

	constructor(readonly clock: Clock) {}

	get now(): number {
		return this.clock.now();
	}

	get orderView(): OrderView {
		return new OrderView(this.url);
	}

	nextPartId(part: keyof Store['partIds']): number {
		return ++this.partIds[part];
	}

	/** Tells the world what happened, as a webhook would: scope and data. */
	emit(event: WebhookEvent): void {
		for (const listener of this.listeners) listener(event);
	}

	onEvent(listener: (event: WebhookEvent) => void): void {
		this.listeners.add(listener);
	}
}

function partTable(): Table<ProductPart, 'product'> {
	return new Table<ProductPart, 'product'>(1, { product: (part) => part.product_id });
}
