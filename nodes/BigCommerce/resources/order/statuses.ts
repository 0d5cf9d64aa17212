import { choice } from '../shared/fields';
import type { Field } from '../types';

/** The statuses that every store has; merchants can only rename them. Source: BigCommerce docs, order statuses. */
export const ORDER_STATUSES: ReadonlyArray<[id: number, name: string]> = [
	[0, 'Incomplete'],
	[1, 'Pending'],
	[2, 'Shipped'],
	[3, 'Partially Shipped'],
	[4, 'Refunded'],
	[5, 'Cancelled'],
	[6, 'Declined'],
	[7, 'Awaiting Payment'],
	[8, 'Awaiting Pickup'],
	[9, 'Awaiting Shipment'],
	[10, 'Completed'],
	[11, 'Awaiting Fulfillment'],
	[12, 'Manual Verification Required'],
	[13, 'Disputed'],
	[14, 'Partially Refunded'],
];

/** @param description what the status does where the field stands */
export const statusField = (description: string): Field =>
	choice('status_id', 'Status', ORDER_STATUSES, { default: 11, description });
