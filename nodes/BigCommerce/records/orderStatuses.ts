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

/** The same for a dropdown, in alphabetical order. */
export const ORDER_STATUS_OPTIONS = ORDER_STATUSES.map(([value, name]) => ({ name, value })).sort((one, other) =>
	one.name.localeCompare(other.name),
);
