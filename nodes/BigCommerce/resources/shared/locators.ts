import type { Field } from '../types';

/** What a person may pick, and where the control panel shows it. */
interface Locator {
	/** BigCommerce's name of the field. */
	name: string;
	displayName: string;
	description: string;
	/** Name of the search in methods/listSearch. */
	search: string;
	exampleId: string;
	/** For records that have a page in the control panel. */
	url?: {
		/** The part of the page's address in front of the ID, as a regular expression. */
		path: string;
		example: string;
	};
}

function locator({ name, displayName, description, search, exampleId, url }: Locator): Field {
	const byUrl = `https?://[^\\s]*${url?.path}(\\d+)[^\\s]*`;
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: search, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: `e.g. ${exampleId}` },
			...(url
				? [
						{
							displayName: 'By URL',
							name: 'url',
							type: 'string' as const,
							placeholder: `e.g. ${url.example}`,
							extractValue: { type: 'regex' as const, regex: byUrl },
							validation: [
								{
									type: 'regex' as const,
									properties: {
										regex: byUrl,
										errorMessage: `Not a control-panel address of a ${displayName.toLowerCase()}`,
									},
								},
							],
						},
					]
				: []),
		],
		wire: 'id',
	};
}

const PANEL = 'https://store-abc123.mybigcommerce.com/manage';

export const productLocator = locator({
	name: 'product_id',
	displayName: 'Product',
	description: 'The product to work on',
	search: 'searchProducts',
	exampleId: '111',
	url: { path: '/products/(?:edit/)?', example: `${PANEL}/products/edit/111` },
});

export const orderLocator = locator({
	name: 'order_id',
	displayName: 'Order',
	description: 'The order to work on',
	search: 'searchOrders',
	exampleId: '118',
	url: { path: '/orders/', example: `${PANEL}/orders/118` },
});

export const customerLocator = locator({
	name: 'customer_id',
	displayName: 'Customer',
	description: 'The customer to work on',
	search: 'searchCustomers',
	exampleId: '25',
	url: { path: '/customers/(?:edit/)?', example: `${PANEL}/customers/25/edit` },
});

export const categoryLocator = locator({
	name: 'category_id',
	displayName: 'Category',
	description: 'The category to work on',
	search: 'searchCategories',
	exampleId: '23',
	url: { path: '/categories/(?:edit/)?', example: `${PANEL}/products/categories/23/edit` },
});

export const webhookLocator = locator({
	name: 'webhook_id',
	displayName: 'Webhook',
	description: 'The webhook to work on; it must have been made by the API account of the credential',
	search: 'searchWebhooks',
	exampleId: '24012345',
});
