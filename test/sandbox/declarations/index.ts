import type { DeclaredCollection } from '../collections/routes';
import { brands } from './brands';
import { categories, legacyCategories } from './categories';
import { blogPosts, pages, redirects, scripts } from './content';
import { coupons } from './coupons';
import { customerGroups } from './customerGroups';
import { customerAddresses, customerAttributes, customerAttributeValues } from './customers';
import { channelListings } from './listings';
import { banners, giftCertificates } from './marketing';
import { metafields } from './metafields';
import { bulkPricingRules, customFields, images, reviews, videos } from './productParts';
import {
	categoryTrees,
	channels,
	countries,
	currencies,
	orderStatuses,
	priceLists,
	siteRoutes,
	sites,
	taxClasses,
	taxClassesV2,
} from './setup';
import { subscribers } from './subscribers';
import { wishlists } from './wishlists';

/** Every plain collection of the store's API but the webhooks. A new one is a declaration and a word here. */
export const declarations: readonly DeclaredCollection[] = [
	brands,
	categories,
	legacyCategories,
	categoryTrees,
	customFields,
	images,
	videos,
	bulkPricingRules,
	reviews,
	customerAddresses,
	customerAttributes,
	customerAttributeValues,
	customerGroups,
	subscribers,
	wishlists,
	blogPosts,
	pages,
	scripts,
	redirects,
	channels,
	channelListings,
	sites,
	siteRoutes,
	coupons,
	giftCertificates,
	banners,
	priceLists,
	currencies,
	countries,
	taxClasses,
	taxClassesV2,
	orderStatuses,
	...metafields,
];
