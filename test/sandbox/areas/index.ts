import type { Route } from '../core/route';
import { declarations } from '../declarations';
import { blogTagRoutes } from './blogTags';
import { cartRoutes } from './carts';
import { categoryTreeRoutes } from './categoryTree';
import { customerRoutes } from './customers';
import { inventoryRoutes } from './inventory';
import { orderPartRoutes } from './orderParts';
import { orderRoutes } from './orders';
import { paymentMethodRoutes } from './paymentMethods';
import { paymentRoutes } from './payments';
import { productRoutes } from './products';
import { shipmentRoutes } from './shipments';
import { storeInformationRoutes } from './storeInformation';
import { variantRoutes } from './variants';
import { wishlistItemRoutes } from './wishlistItems';

/** The store's API: what is declared, and what behaves in ways of its own (one file and one line here). */
export const areaRoutes: readonly Route[] = [
	...declarations.flatMap(({ routes }) => routes),
	...productRoutes,
	...variantRoutes,
	...categoryTreeRoutes,
	...inventoryRoutes,
	...orderRoutes,
	...orderPartRoutes,
	...shipmentRoutes,
	...paymentRoutes,
	...customerRoutes,
	...wishlistItemRoutes,
	...cartRoutes,
	...blogTagRoutes,
	...storeInformationRoutes,
	...paymentMethodRoutes,
];
