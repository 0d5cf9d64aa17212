import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { ALL_SCOPES, SCOPES } from '../nodes/BigCommerce/transport/scopes';
import { apiUrlField, customUrlsField, scopeOptions, storeHashField, storeHashIn, urlIn } from './connectionFields';

const LOGIN_URL = 'https://login.bigcommerce.com';

const loginUrl = urlIn('$self', 'loginUrl', LOGIN_URL);
const context = `"stores/" + ${storeHashIn('$self')}`;
const scope = '($self["scopes"] || []).join(" ")';

/**
 * Single-click app of the Developer Portal. BigCommerce wants `context` (the store) and `scope` both in
 * the authorize and in the token request, and the client's credentials in the body.
 *
 * There is no declarative test: n8n would send it with `Authorization: Bearer`, which BigCommerce does
 * not take. Tokens do not expire and cannot be refreshed.
 */
export class BigCommerceOAuth2Api implements ICredentialType {
	name = 'bigCommerceOAuth2Api';

	displayName = 'BigCommerce OAuth2 API';

	extends = ['oAuth2Api'];

	icon = {
		light: 'file:../nodes/BigCommerce/bigcommerce.svg',
		dark: 'file:../nodes/BigCommerce/bigcommerce.dark.svg',
	} as const;

	documentationUrl = 'https://github.com/n8n-nodes-bigcommerce/n8n-nodes-bigcommerce#credentials';

	properties: INodeProperties[] = [
		storeHashField,
		{
			displayName: 'Scopes',
			name: 'scopes',
			type: 'multiOptions',
			options: scopeOptions(ALL_SCOPES),
			default: [
				SCOPES.carts.modify,
				SCOPES.customers.modify,
				SCOPES.information.readOnly,
				SCOPES.marketing.modify,
				SCOPES.orders.modify,
				SCOPES.products.modify,
			],
			required: true,
			description:
				'OAuth scopes to ask for: the same as the app has in the Developer Portal. Connect again after a change.',
		},
		customUrlsField,
		apiUrlField,
		{
			displayName: 'Login URL',
			name: 'loginUrl',
			type: 'string',
			default: LOGIN_URL,
			placeholder: 'e.g. http://127.0.0.1:4010',
			description: 'Address of the pages that install an app, without /oauth2 and what follows it',
			displayOptions: { show: { customUrls: [true] } },
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `={{${loginUrl}}}/oauth2/authorize`,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{${loginUrl}}}/oauth2/token`,
		},
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: `={{${scope}}}` },
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: `=context={{${context}}}`,
		},
		{
			displayName: 'Additional Body Properties',
			name: 'additionalBodyProperties',
			type: 'hidden',
			default: `={{JSON.stringify({ context: ${context}, scope: ${scope} })}}`,
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];
}
