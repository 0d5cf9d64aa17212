type Fields = Readonly<Record<string, unknown>>;

/** Where an event of which nothing is known may have its ID, the most telling first. */
const ID_FIELDS = [
	'id',
	'order_id',
	'cart_id',
	'product_id',
	'category_id',
	'customer_id',
	'page_id',
	'uuid',
	'tree_id',
	'site_id',
	'theme_id',
	'template_kind',
	'location_id',
	'price_list_id',
	'metafield_id',
	'company_id',
	'user_id',
	'quote_id',
];

/**
 * The ID of the record that an event is about; BigCommerce names it differently from event to event.
 * @param field dotted path of the field that holds it, if it is known
 * @returns nothing when the event names no record
 */
export function identify(data: Fields, field: string | undefined): { id?: unknown } {
	const known = field === undefined ? undefined : at(data, field);
	const id = known ?? ID_FIELDS.map((name) => data[name]).find((value) => value !== undefined && value !== null);
	return id === undefined || id === null ? {} : { id };
}

const at = (data: Fields, path: string): unknown =>
	path
		.split('.')
		.reduce<unknown>(
			(parent, name) => (typeof parent === 'object' && parent !== null ? (parent as Fields)[name] : undefined),
			data,
		);
