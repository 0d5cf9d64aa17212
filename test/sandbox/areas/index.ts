import type { Route } from '../core/route';
import { brandRoutes } from './brands';
import { cartRoutes } from './carts';
import { categoryRoutes } from './categories';
import { couponRoutes } from './coupons';
import { customerGroupRoutes } from './customerGroups';
import { addressRoutes } from './customerAddresses';
import { customerRoutes } from './customers';
import { inventoryRoutes } from './inventory';
import { orderPartRoutes } from './orderParts';
import { orderRoutes } from './orders';
import { paymentMethodRoutes } from './paymentMethods';
import { paymentRoutes } from './payments';
import { productRoutes } from './products';
import { setupRoutes } from './setup';
import { shipmentRoutes } from './shipments';
import { subscriberRoutes } from './subscribers';
import { variantRoutes } from './variants';

/** Every area of the store's API. A new resource is one file and one line here. */
export const areaRoutes: readonly Route[] = [
	...productRoutes,
	...variantRoutes,
	...categoryRoutes,
	...brandRoutes,
	...inventoryRoutes,
	...orderRoutes,
	...orderPartRoutes,
	...shipmentRoutes,
	...paymentRoutes,
	...customerRoutes,
	...addressRoutes,
	...customerGroupRoutes,
	...subscriberRoutes,
	...cartRoutes,
	...couponRoutes,
	...setupRoutes,
	...paymentMethodRoutes,
];
