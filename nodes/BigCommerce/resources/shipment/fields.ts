import { amount, choice, id, longText, required, text } from '../shared/fields';
import type { Field } from '../types';

export const shipmentId = required(
	id('shipment_id', 'Shipment ID', { description: 'ID of the shipment; it belongs to the order above' }),
);

export const orderAddressId = id('order_address_id', 'Address ID', {
	description: 'ID of the shipping address within the order, as its products name it in order_address_id',
});

/** Carriers that BigCommerce links to by itself. Source: BigCommerce, orders.v2, createOrderShipments. */
const PROVIDERS: ReadonlyArray<[value: string, name: string]> = [
	['auspost', 'Australia Post'],
	['canadapost', 'Canada Post'],
	['endicia', 'Endicia'],
	['fedex', 'FedEx'],
	['', 'None or Another'],
	['royalmail', 'Royal Mail'],
	['shipperhq', 'ShipperHQ'],
	['ups', 'UPS'],
	['upsonline', 'UPS Online'],
	['upsready', 'UPS Ready'],
	['usps', 'USPS'],
];

/** Every optional field that both creating and updating take. */
export const shipmentFields: readonly Field[] = [
	text('tracking_number', 'Tracking Number', {
		placeholder: 'e.g. EJ958083578US',
		description: 'Up to 50 characters; the customer gets it in the shipping email',
	}),
	text('tracking_link', 'Tracking Link', {
		placeholder: 'e.g. https://track.example.com/EJ958083578US',
		description: 'Address in place of the one that BigCommerce makes of carrier and tracking number',
	}),
	choice('shipping_provider', 'Shipping Provider', PROVIDERS, {
		default: 'usps',
		description: 'Who ships; for a carrier of an app write carrier_ and its ID in an expression',
	}),
	text('tracking_carrier', 'Tracking Carrier', {
		placeholder: 'e.g. dhl',
		description: 'Short name of the carrier at AfterShip, for tracking links of other carriers',
	}),
	text('shipping_method', 'Shipping Method', {
		placeholder: 'e.g. Ship by Weight',
		description: 'Name of the shipping method',
	}),
	amount('merchant_shipping_cost', 'Merchant Shipping Cost', { description: 'What the shipment costs the merchant' }),
	longText('comments', 'Comments', { description: 'Comments of the shipper' }),
];

export const shipmentSummary = [
	'id',
	'order_id',
	'date_created',
	'order_address_id',
	'tracking_number',
	'tracking_link',
	'shipping_provider',
	'shipping_method',
	'comments',
	'items',
] as const;
