import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Connection } from '../../nodes/BigCommerce/transport/connection';
import type { RequestContext } from '../../nodes/BigCommerce/transport/storeApi';

/** What n8n's request helper returns with `returnFullResponse`. */
export interface FakeAnswer {
	statusCode: number;
	headers?: Record<string, string>;
	body?: unknown;
}

/** An n8n context whose requests end in `http`. */
export function contextWith(http: (options: IHttpRequestOptions) => Promise<FakeAnswer>): RequestContext {
	const httpRequestWithAuthentication = async (_credential: string, options: IHttpRequestOptions) => {
		const { statusCode, headers = {}, body = '' } = await http(options);
		return { statusCode, headers, body };
	};
	return { helpers: { httpRequestWithAuthentication } } as unknown as RequestContext;
}

export const TEST_CONNECTION: Connection = {
	kind: 'accessToken',
	apiUrl: 'https://api.bigcommerce.com',
	storeHash: 'abc123',
	clientSecret: undefined,
	grantedScopes: undefined,
};
