import type { Simplified } from '../../../model/item';

export const shipmentSimplified: readonly Simplified[] = [
	'id',
	'order_id',
	'order_address_id',
	'items',
	'tracking_number',
	'tracking_link',
	'generated_tracking_link',
	'tracking_carrier',
	'shipping_provider',
	{ path: 'date_created', as: 'date' },
];
