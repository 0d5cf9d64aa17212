import type { Store } from '../data/store';
import { seedCatalog } from './catalog';
import { seedOrders } from './orders';
import { seedCoupons, seedCustomers } from './people';
import { seedSetup } from './setup';

/** Fills an empty store. The same numbers give the same records at every start. */
export function seed(store: Store, counts: { products: number; customers: number; orders: number }): void {
	seedSetup(store);
	seedCatalog(store, counts.products);
	seedCustomers(store, counts.customers);
	seedCoupons(store);
	seedOrders(store, counts.orders);
}
