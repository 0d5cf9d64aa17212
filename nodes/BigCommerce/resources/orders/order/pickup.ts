import type { Field } from '../../../model/field';
import { choice, email, id, key, object, text } from '../../../model/fields';
import type { JsonObject } from '../../../transport/types';
import { isObject } from '../objects';

const SHIPPING = 'shipping';
const PICKUP = 'pickup';

/** Shown for orders that the customer collects, and for others. */
export const forPickup = { showFor: { fulfillment: [PICKUP] } };
export const forShipping = { showFor: { fulfillment: [SHIPPING] } };

/** An order is shipped or collected, never both: BigCommerce takes its products in one of two places. */
export const fulfillment: Field = choice(
	'fulfillment',
	'Fulfillment',
	[
		{ name: 'Pickup', value: PICKUP, description: 'The customer collects the order' },
		{ name: 'Shipping', value: SHIPPING, description: 'The order is shipped, or has nothing to ship' },
	],
	{ preset: SHIPPING, description: 'How the customer gets the products' },
);

/** Source: BigCommerce, orders.v2, pickupConsignment_Post. */
export const pickupFields: readonly Field[] = [
	id('pickup_method_id', 'Pickup Method ID', {
		required: true,
		description: 'ID of the pickup method of the location',
		...forPickup,
	}),
	object(
		'pickup_details',
		'Pickup Details',
		[
			text('collection_instructions', 'Collection Instructions', { placeholder: 'e.g. Bring your ID' }),
			text('collection_time_description', 'Collection Time', { most: 250, placeholder: 'e.g. 9 am to 6 pm' }),
			text('pickup_method_display_name', 'Name for the Customer', { most: 250, placeholder: 'e.g. Pick Up' }),
			object(
				'location',
				'Location',
				[
					text('name', 'Name', { placeholder: 'e.g. Main Street' }),
					key('code', 'Code', { placeholder: 'e.g. LOCATION-1' }),
					text('address_line_1', 'Address Line 1', { placeholder: 'e.g. 123 Main Street' }),
					text('address_line_2', 'Address Line 2', { placeholder: 'e.g. Suite 4' }),
					text('city', 'City', { placeholder: 'e.g. Austin' }),
					text('state', 'State or Province', { placeholder: 'e.g. Texas' }),
					key('postal_code', 'Postal Code', { placeholder: 'e.g. 78701' }),
					key('country_alpha2', 'Country Code', { placeholder: 'e.g. US' }),
					email(),
					text('phone', 'Phone', { placeholder: 'e.g. 512-555-0143' }),
				],
				{ description: 'Where the order is collected, as the customer sees it' },
			),
		],
		{ description: 'What the customer sees about the pickup', ...forPickup },
	),
];

/** Moves the products of a pickup into its consignment. */
export function inConsignments(body: JsonObject, how: unknown): JsonObject {
	const { pickup_method_id, pickup_details, products, ...order } = body;
	if (how !== PICKUP) return body;
	const details = isObject(pickup_details) ? pickup_details : {};
	return {
		...order,
		consignments: {
			pickups: [{ pickup_method_id: pickup_method_id!, ...details, line_items: products! }],
		},
	};
}
