import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { BenchStore } from './lab';
import type { NodeRun } from './nodeProcess';

/** A run of our node. */
export function ours(store: BenchStore, parameters: INodeParameters, items?: IDataObject[]): NodeRun {
	const { storeHash, apiUrl, accessToken } = store;
	const data = { storeHash, customUrls: true, apiUrl, accessToken, grantedScopes: 'default' };
	return { node: 'ours', parameters, credential: { type: 'bigCommerceApi', data }, ...(items && { items }) };
}

/** Return All of a resource, as the store gives it. */
export const allOf = (resource: string): INodeParameters => ({
	resource,
	operation: 'getAll',
	returnAll: true,
	simplify: false,
});

interface HttpRequest {
	method: string;
	/** Below the store; may hold expressions. */
	path: string;
	query?: Record<string, string>;
	/** An expression that gives JSON text. */
	body?: string;
	options?: INodeParameters;
}

const pairs = (values: Record<string, string>): INodeParameters => ({
	parameters: Object.entries(values).map(([name, value]) => ({ name, value })),
});

/** The same work with n8n's HTTP Request node, set up as its documentation advises. */
export function httpRequest(
	store: BenchStore,
	{ method, path, query, body, options = {} }: HttpRequest,
): NodeRun['parameters'] {
	return {
		method,
		url: `=${store.apiUrl}/stores/${store.storeHash}${path}`,
		authentication: 'none',
		sendHeaders: true,
		headerParameters: pairs({ 'X-Auth-Token': store.accessToken, Accept: 'application/json' }),
		...(query && { sendQuery: true, queryParameters: pairs(query) }),
		...(body !== undefined && { sendBody: true, contentType: 'json', specifyBody: 'json', jsonBody: body }),
		options,
	};
}

/** The HTTP Request node's pagination over a page number. @param complete expression: whether this page is the last */
export const byPageNumber = (complete: string): INodeParameters => ({
	pagination: {
		pagination: {
			paginationMode: 'updateAParameterInEachRequest',
			parameters: { parameters: [{ type: 'qs', name: 'page', value: '={{ $pageCount + 1 }}' }] },
			paginationCompleteWhen: 'other',
			completeExpression: complete,
			limitPagesFetched: false,
			requestInterval: 0,
		},
	},
});

/** The HTTP Request node's batching: five items, then a second's pause, the most that 150 per 30 s allow. */
export const FIVE_PER_SECOND: INodeParameters = { batching: { batch: { batchSize: 5, batchInterval: 1000 } } };
