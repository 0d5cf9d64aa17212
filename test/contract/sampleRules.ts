import type { Sandbox } from '../sandbox';
import type { SampleValues } from '../support/operationSamples';
import { API_REQUEST_RULES } from './apiRequestRules';
import { CART_RULES } from './cartRules';
import { CONTENT_RULES } from './contentRules';
import { COUPON_RULES, CUSTOMER_RULES } from './customerRules';
import { INVENTORY_RULES } from './inventoryRules';
import { ORDER_RULES } from './orderRules';
import { PLAIN_CATALOG_RULES } from './plainCatalogRules';
import { PLAIN_CUSTOMERS_RULES } from './plainCustomersRules';
import { PRODUCT_RULES } from './productRules';
import { WEBHOOK_RULES } from './webhookRules';

/** What the samples of an operation need beyond its own field definitions. */
export interface SampleRule {
	/** Values that exist in the store, or that go together. The store is fresh and may be prepared here. */
	values?: (store: Sandbox) => SampleValues | Promise<SampleValues>;
	/** Optional fields without which the operation refuses to run. */
	always?: readonly string[];
	/** Further runs, for endpoints that the usual samples do not reach; `values` as above, after them. */
	also?: Record<string, NonNullable<SampleRule['values']>>;
	/** Optional fields that make a store without such records refuse, each with the reason. */
	refused?: Record<string, string>;
}

/** By `resource.operation`. */
export const SAMPLE_RULES: Readonly<Record<string, SampleRule>> = {
	...API_REQUEST_RULES,
	...CART_RULES,
	...CONTENT_RULES,
	...COUPON_RULES,
	...CUSTOMER_RULES,
	...INVENTORY_RULES,
	...ORDER_RULES,
	...PLAIN_CATALOG_RULES,
	...PLAIN_CUSTOMERS_RULES,
	...PRODUCT_RULES,
	...WEBHOOK_RULES,
};
