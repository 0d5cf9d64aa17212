import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

import { credentialType } from '../transport/connection';

/** Which kind of credential the node uses; every node has it. */
export const authenticationProperty: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Access Token', value: 'accessToken' },
		{ name: 'OAuth2', value: 'oAuth2' },
	],
	default: 'accessToken',
};

export const CREDENTIALS: INodeCredentialDescription[] = [
	{
		name: credentialType('accessToken'),
		required: true,
		displayOptions: { show: { authentication: ['accessToken'] } },
	},
	{
		name: credentialType('oAuth2'),
		required: true,
		displayOptions: { show: { authentication: ['oAuth2'] } },
	},
];
