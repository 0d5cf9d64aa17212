import { crud } from '../../model/crud';
import { choice, date, flag, integer, longText, text } from '../../model/fields';
import type { CallOperation } from '../../model/operation';
import { BANNER, BRAND, CATEGORY } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';
import { textOf } from '../../transport/textOf';
import type { JsonValue } from '../../transport/types';

/** Seconds since 1970 as text: banners are read and written so, unlike other v2 records. */
const unixTime = (date: JsonValue): string => (date === null ? '0' : String(Date.parse(textOf(date)) / 1000));

/** BigCommerce has one field for category and brand, and texts for the rest. */
const shapeBanner: NonNullable<CallOperation['shapeBody']> = (body, item) => {
	const { category_id: category, brand_id: brand, date_from: from, date_to: to, visible, ...banner } = body;
	if (category !== undefined && brand !== undefined) {
		throw item.refuse('Category and Brand both have a value', 'A banner is on pages of one of them: remove the other.');
	}
	const place = category ?? brand;
	return {
		...banner,
		...(place === undefined ? {} : { item_id: textOf(place) }),
		...(from === undefined ? {} : { date_from: unixTime(from) }),
		...(to === undefined ? {} : { date_to: unixTime(to) }),
		...(visible === undefined ? {} : { visible: visible === true ? '1' : '0' }),
	};
};

/** Source: BigCommerce, marketing.v2. */
export const banner = crud({
	value: 'banner',
	name: 'Banner',
	description: 'Texts and pictures at the top or bottom of pages of the storefront',
	collection: '/v2/banners',
	key: pick(BANNER, { name: 'id' }),
	scope: SCOPES.marketing,
	// A PUT wants the first five; the others decide where and when shoppers see the banner.
	keep: ['name', 'content', 'page', 'location', 'date_type', 'date_from', 'date_to', 'item_id', 'visible'],
	required: [
		text('name', 'Name', { placeholder: 'e.g. Spring Sale', description: 'Shoppers do not see it' }),
		longText('content', 'Content', { placeholder: 'e.g. <p>Everything must go!</p>', description: 'The text as HTML' }),
		choice(
			'page',
			'Page',
			[
				['brand_page', 'Brand Page'],
				['category_page', 'Category Page'],
				['home_page', 'Home Page'],
				['search_page', 'Search Page'],
			],
			{ description: 'Kind of pages that show the banner' },
		),
		choice('location', 'Location', ['bottom', 'top'], { description: 'Where on the page it is' }),
		choice(
			'date_type',
			'Shown',
			[
				['always', 'Always'],
				['custom', 'Between Two Dates'],
			],
			{ description: 'For two dates, add Date From and Date To' },
		),
	],
	optional: [
		pick(BRAND, { required: false, description: 'The brand whose page shows the banner, for Brand Page' }),
		pick(CATEGORY, { required: false, description: 'The category whose page shows the banner, for Category Page' }),
		date('date_from', 'Date From', { description: 'When the banner appears' }),
		date('date_to', 'Date To', { description: 'When the banner disappears' }),
		flag('visible', 'Visible', 'Whether shoppers see the banner'),
	],
	shapeBody: shapeBanner,
	filters: [integer('min_id', 'Banner ID From', { min: 1 }), integer('max_id', 'Banner ID To', { min: 1 })],
	simplify: [
		'id',
		'name',
		'page',
		'item_id',
		'location',
		'visible',
		'date_type',
		{ path: 'date_from', as: 'date' },
		{ path: 'date_to', as: 'date' },
		{ path: 'date_created', as: 'date' },
	],
	says: { create: 'Add a banner to pages of the storefront' },
});
