import type { INodeParameters } from 'n8n-workflow';

/** A node of the workflow on which the forms are measured, and what is done to it. */
export interface Form {
	/** Name of the node in the workflow, and of the row. */
	name: string;
	type: string;
	typeVersion: number;
	parameters: INodeParameters;
	/** Names of the options between which is switched: as it starts, and the other. */
	operations: readonly [string, string];
	resources: readonly [string, string];
	/** Name of a parameter that takes text. */
	text: string;
}

const ours = {
	typeVersion: 1,
	parameters: { resource: 'product', operation: 'update' },
	operations: ['Update', 'Create'],
	resources: ['Product', 'Order'],
	text: 'sku',
} as const;

/** Our node or a copy of it. */
export const ourForm = (name: string, type: string, text: string = ours.text): Form => ({ ...ours, name, type, text });

/** Nodes of n8n's own that people know. */
export const PEERS: readonly Form[] = [
	{
		name: 'HubSpot',
		type: 'n8n-nodes-base.hubspot',
		typeVersion: 2.2,
		parameters: { resource: 'contact', operation: 'upsert' },
		operations: ['Create or Update', 'Search'],
		resources: ['Contact', 'Company'],
		text: 'email',
	},
	{
		name: 'Notion',
		type: 'n8n-nodes-base.notion',
		typeVersion: 3,
		parameters: { resource: 'databasePage', operation: 'create' },
		operations: ['Create', 'Get Many'],
		resources: ['Database Page', 'Block'],
		text: 'title',
	},
];
