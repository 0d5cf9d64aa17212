import { JsonCache } from '../core/json';
import { Random } from '../core/random';
import { Table, type Row } from '../core/table';
import type { Clock, WebhookEvent } from '../types';
import type { Cart } from './cart';
import type { Brand, Category, CategoryTree } from './catalog';
import type { Customer, CustomerAddress, CustomerAttributeValue, CustomerGroup } from './customer';
import type { Order, Refund } from './order';
import { OrderView } from './orderView';
import type { Product, Variant } from './product';
import type { ProductPart } from './parts';
import type { Channel, Location, Site } from './setup';

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

	readonly products = new Table<Product>();
	readonly variants = new Table<Variant>();
	/** Images, videos, custom fields … of products, each kind a table. */
	readonly parts = {
		images: new Table<ProductPart>(),
		videos: new Table<ProductPart>(),
		custom_fields: new Table<ProductPart>(),
		bulk_pricing_rules: new Table<ProductPart>(),
		reviews: new Table<ProductPart>(),
		options: new Table<ProductPart>(),
		modifiers: new Table<ProductPart>(),
	};
	readonly trees = new Table<CategoryTree>();
	readonly categories = new Table<Category>();
	readonly brands = new Table<Brand>();

	readonly orders = new Table<Order>(100);
	/** Orders as they are listed; their links hold the store's URL. */
	readonly orderTexts = new JsonCache<Order>();
	readonly refunds = new Table<Refund>();
	/** IDs of the parts of orders, unique across the store. */
	readonly partIds = { line: 0, address: 0, shipment: 0, fee: 0, coupon: 0, message: 0, transaction: 0, payment: 0 };

	readonly customers = new Table<Customer>();
	readonly addresses = new Table<CustomerAddress>();
	readonly attributeValues = new Table<CustomerAttributeValue>();
	readonly customerGroups = new Table<CustomerGroup>();

	readonly carts = new Table<Cart>();
	readonly channels = new Table<Channel>();
	readonly sites = new Table<Site>(1000);
	readonly locations = new Table<Location>();
	readonly countries = new Table<Row>();

	/** Tables of collections that nothing but their declaration knows, by path. */
	private readonly tables = new Map<string, Table<Row>>();
	private readonly listeners = new Set<(event: WebhookEvent) => void>();

	constructor(readonly clock: Clock) {}

	get now(): number {
		return this.clock.now();
	}

	get orderView(): OrderView {
		return new OrderView(this.url);
	}

	/** The table of a collection that is only declared. */
	table(path: string): Table<Row> {
		let table = this.tables.get(path);
		if (!table) this.tables.set(path, (table = new Table()));
		return table;
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
