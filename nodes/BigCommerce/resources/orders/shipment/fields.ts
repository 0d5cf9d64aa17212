import type { Field } from '../../../model/field';
import { amount, choice, key, longText, text } from '../../../model/fields';
import type { CallOperation } from '../../../model/operation';
import { FURTHER_CARRIERS, TRACKING_CARRIERS } from './trackingCarriers';

/** Providers that BigCommerce knows by itself; those of apps are `carrier_` and an ID. Source: BigCommerce, orders.v2. */
const PROVIDERS: ReadonlyArray<[value: string, name: string]> = [
	['auspost', 'Australia Post'],
	['canadapost', 'Canada Post'],
	['endicia', 'Endicia'],
	['fedex', 'FedEx'],
	['royalmail', 'Royal Mail'],
	['shipperhq', 'ShipperHQ'],
	['ups', 'UPS'],
	['upsonline', 'UPS Online'],
	['upsready', 'UPS Ready'],
	['usps', 'USPS'],
];

/** Every optional field that both creating and updating take. */
export const shipmentFields: readonly Field[] = [
	key('tracking_number', 'Tracking Number', {
		most: 50,
		placeholder: 'e.g. EJ958083578US',
		description: 'Up to 50 characters; the customer gets it in the shipping email',
	}),
	key('tracking_link', 'Tracking Link', {
		most: 500,
		placeholder: 'e.g. https://track.example.com/EJ958083578US',
		description: 'Address in place of the one that BigCommerce makes of carrier and tracking number',
	}),
	choice('shipping_provider', 'Shipping Provider', PROVIDERS, {
		isOpen: true,
		cleared: '',
		description: 'Who ships, for stores that use its rates; that of an app is carrier_ and its ID',
	}),
	choice('tracking_carrier', 'Tracking Carrier', TRACKING_CARRIERS, {
		isOpen: true,
		cleared: '',
		description: 'Whose tracking page is linked to; by its name, or by its short name at AfterShip',
	}),
	text('shipping_method', 'Shipping Method', {
		placeholder: 'e.g. Ship by Weight',
		description: 'Name of the shipping method',
	}),
	amount('merchant_shipping_cost', 'Merchant Shipping Cost', {
		min: 0,
		description: 'What the shipment costs the merchant',
	}),
	longText('comments', 'Comments', { most: 65_535, description: 'Comments of the shipper' }),
];

const SHORT_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const loose = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

const FURTHER = new Map(FURTHER_CARRIERS.map(([value, name]) => [loose(name), value]));

/** Puts short names in place of carriers' names: with any other text, nothing could be tracked. */
export const withKnownCarrier: NonNullable<CallOperation['shapeBody']> = (body, item) => {
	const { tracking_carrier: carrier } = body;
	if (typeof carrier !== 'string' || carrier === '') return body;
	const known = FURTHER.get(loose(carrier)) ?? carrier;
	if (SHORT_NAME.test(known)) return { ...body, tracking_carrier: known };
	throw item.refuse(
		`Tracking Carrier must be a carrier of the list or a short name such as dhl-hk, not "${carrier}"`,
		'AfterShip publishes the short names of all carriers, in lower case and without blanks.',
	);
};
