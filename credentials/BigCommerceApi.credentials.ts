import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { z } from 'zod';

import { DEFAULT_API_URL, readConnection } from '../nodes/BigCommerce/transport/connection';
import { checkConnection } from '../nodes/BigCommerce/transport/connectionCheck';
import { StoreLimiter } from '../nodes/BigCommerce/transport/limiter';
import { PROBEABLE_SCOPES } from '../nodes/BigCommerce/transport/scopeProbes';
import { StoreApi } from '../nodes/BigCommerce/transport/storeApi';
import { apiUrlField, customUrlsField, scopeOptions, storeHashField, storeHashIn, urlIn } from './connectionFields';

const checked = z.object({
	accessToken: z.string().trim().catch(''),
	requiredScopes: z.array(z.string()).catch([]),
});

/** A person waits for the result of the test; a window of the request quota lasts 30 seconds. */
const LONGEST_WAIT_MS = 40_000;
const TIMEOUT_MS = 20_000;

/** Checks under way, so that requests that find a fresh credential at the same time make only one. */
const underWay = new Map<string, Promise<string[]>>();

/** Store-level API account: a token that never expires, for one store. */
export class BigCommerceApi implements ICredentialType {
	name = 'bigCommerceApi';

	displayName = 'BigCommerce API';

	icon = {
		light: 'file:../nodes/BigCommerce/bigcommerce.svg',
		dark: 'file:../nodes/BigCommerce/bigcommerce.dark.svg',
	} as const;

	documentationUrl = 'https://github.com/n8n-nodes-bigcommerce/n8n-nodes-bigcommerce#credentials';

	properties: INodeProperties[] = [
		storeHashField,
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'From the control panel: Settings > Store-level API accounts > Create API account',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			description: 'Of the same API account. Not needed to connect; keep it here to tell accounts apart.',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Of the same API account. With it, the BigCommerce Trigger checks the signature of every webhook besides its own secret.',
		},
		{
			displayName: 'Required Scopes',
			name: 'requiredScopes',
			type: 'multiOptions',
			options: scopeOptions(PROBEABLE_SCOPES),
			default: [],
			description:
				'OAuth scopes that this connection must have. The test tries each of them by reading and names those that are missing; whether a (Modify) scope also allows writing shows only when something is written. With none chosen, only the connection is tested.',
		},
		customUrlsField,
		apiUrlField,
		{
			displayName: 'Granted Scopes',
			name: 'grantedScopes',
			type: 'hidden',
			// n8n calls preAuthentication for a credential with such a field: on every test, and on the first use.
			typeOptions: { expirable: true },
			default: '',
		},
	];

	/**
	 * Tries the token out. What it throws is shown as the result of the credential test, word for word.
	 * @returns what was proved, which n8n keeps with the credential
	 * @throws ConnectionFault
	 */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const { accessToken, requiredScopes } = checked.parse(credentials);
		const connection = readConnection('accessToken', credentials);
		const key = JSON.stringify([connection.apiUrl, connection.storeHash, accessToken, requiredScopes]);
		let check = underWay.get(key);
		if (!check) {
			const send = async (options: Parameters<typeof this.helpers.httpRequest>[0]): Promise<unknown> =>
				await this.helpers.httpRequest({
					...options,
					headers: { ...options.headers, 'X-Auth-Token': accessToken },
				});
			const api = new StoreApi(
				{ helpers: { httpRequestWithAuthentication: async (_type, options) => await send(options) } },
				connection,
				// A limiter of its own: the request that caused the check may hold the last place in the store's.
				{ longestWaitMs: LONGEST_WAIT_MS, timeoutMs: TIMEOUT_MS, limiter: new StoreLimiter() },
			);
			check = checkConnection(api, requiredScopes).finally(() => underWay.delete(key));
			underWay.set(key, check);
		}
		return { grantedScopes: (await check).join(' ') };
	}

	/** A function, because n8n resolves expressions of a credential only while it runs or activates a workflow. */
	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		const { accessToken } = checked.parse(credentials);
		const headers = { ...requestOptions.headers, 'X-Auth-Token': accessToken };
		return await Promise.resolve({ ...requestOptions, headers });
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{${urlIn('$credentials', 'apiUrl', DEFAULT_API_URL)}}}`,
			url: `=/stores/{{${storeHashIn('$credentials')}}}/v3/hooks`,
			qs: { limit: 1 },
			headers: { Accept: 'application/json' },
		},
	};
}
