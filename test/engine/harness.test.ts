import nock from 'nock';

import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeApiError, NodeConnectionTypes, NodeOperationError, sleep } from 'n8n-workflow';

import type { Credential } from '../support/engine';
import { runListSearch, runNode } from '../support/engine';

const HOST = 'https://api.bigcommerce.com';
const token: Credential = {
	type: 'bigCommerceApi',
	data: { storeHash: 'abc123', accessToken: 'secret-token', grantedScopes: 'default' },
};
const app: Credential = {
	type: 'bigCommerceOAuth2Api',
	data: {
		storeHash: 'abc123',
		clientId: 'id',
		clientSecret: 'secret',
		oauthTokenData: { access_token: 'app-token', scope: 'store_v2_products' },
	},
};

/** Asks for one product per item, and nothing else: shows that the engine under the tests is n8n's. */
class Probe implements INodeType {
	description = {
		displayName: 'Probe',
		name: 'probe',
		group: ['input' as const],
		version: 1,
		description: 'Probe',
		defaults: { name: 'Probe' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'bigCommerceApi', required: true, displayOptions: { show: { authentication: ['accessToken'] } } },
			{ name: 'bigCommerceOAuth2Api', required: true, displayOptions: { show: { authentication: ['oAuth2'] } } },
		],
		properties: [
			{ displayName: 'Authentication', name: 'authentication', type: 'string' as const, default: '' },
			{ displayName: 'ID', name: 'id', type: 'string' as const, required: true, default: '' },
			{ displayName: 'Pause', name: 'pause', type: 'number' as const, default: 0 },
			{
				displayName: 'Hidden',
				name: 'hidden',
				type: 'string' as const,
				default: 'not shown',
				displayOptions: { show: { pause: [99] } },
			},
			{
				displayName: 'Only for Agents',
				name: 'agents',
				type: 'string' as const,
				default: 'yes',
				displayOptions: { show: { '@tool': [true] } },
			},
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const oAuth2 = this.getNodeParameter('authentication', 0) === 'oAuth2';
		const rows: INodeExecutionData[] = [];
		for (const [index] of this.getInputData().entries()) {
			const id = this.getNodeParameter('id', index) as string;
			this.sendMessageToUI(`reading ${id}`);
			if (id === 'bad') {
				const error = new NodeOperationError(this.getNode(), 'ID is bad', { itemIndex: index });
				if (!this.continueOnFail()) throw error;
				rows.push({ json: {}, error, pairedItem: { item: index } });
				continue;
			}
			await Promise.race([
				sleep(this.getNodeParameter('pause', index) as number),
				new Promise<void>((resolve) => this.getExecutionCancelSignal()?.addEventListener('abort', () => resolve())),
			]);
			const response: unknown = await this.helpers.httpRequestWithAuthentication.call(
				this,
				oAuth2 ? 'bigCommerceOAuth2Api' : 'bigCommerceApi',
				{ url: `${HOST}/stores/abc123/v3/catalog/products/${id}`, json: true },
				{ oauth2: { keyToIncludeInAccessTokenHeader: 'X-Auth-Token' } },
			);
			const seen = ['hidden', 'agents'].filter((name) => this.getNodeParameter(name, index, '') !== '');
			rows.push({ json: { response: response as string, seen }, pairedItem: { item: index } });
		}
		this.addExecutionHints({ message: `${rows.length} rows` });
		return [rows];
	}

	methods = {
		listSearch: {
			products: async function (this: { getNode(): { name: string } }, filter?: string, page?: string) {
				return await Promise.resolve({ results: [{ name: `${this.getNode().name} ${filter} ${page}`, value: 1 }] });
			},
		},
	};
}

const products = (ids: string[], header: string) =>
	ids.map((id) =>
		nock(HOST, { reqheaders: { 'X-Auth-Token': header } })
			.get(`/stores/abc123/v3/catalog/products/${id}`)
			.reply(200, { name: `Product ${id}` }),
	);

const run = async (options: Partial<Parameters<typeof runNode>[0]> = {}) =>
	await runNode({
		nodeType: new Probe(),
		parameters: { id: '={{ $json.product }}' },
		items: [{ json: { product: 7 } }, { json: { product: 8 } }],
		credential: token,
		...options,
	});

afterEach(() => nock.cleanAll());

describe('runNode', () => {
	it.each([
		['an API account', token, 'secret-token'],
		['an app', app, 'app-token'],
	])('resolves expressions per item and sends the token of %s', async (_, credential, header) => {
		const calls = products(['7', '8'], header);
		const { items, error, hints, status } = await run({ credential });
		expect(error).toBeUndefined();
		expect(status).toBe('success');
		expect(items).toEqual([
			{ json: { response: { name: 'Product 7' }, seen: [] }, pairedItem: { item: 0 } },
			{ json: { response: { name: 'Product 8' }, seen: [] }, pairedItem: { item: 1 } },
		]);
		expect(hints).toEqual([{ message: '2 rows' }]);
		expect(calls.every((call) => call.isDone())).toBe(true);
	});

	it('tests a fresh credential once, before the first request', async () => {
		const fresh = { type: 'bigCommerceApi', data: { storeHash: 'abc123', accessToken: ' secret-token ' } };
		const test = nock(HOST).get('/stores/abc123/v3/hooks?limit=1').once().reply(200, { data: [], meta: {} });
		products(['7', '8'], 'secret-token');
		const { error } = await run({ credential: fresh });
		expect(error).toBeUndefined();
		expect(test.isDone()).toBe(true);
		expect(fresh.data).toMatchObject({ grantedScopes: 'default' });
	});

	it('gives the very error that was thrown', async () => {
		const { error, status } = await run({ parameters: { id: 'bad' } });
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error?.context?.itemIndex).toBe(0);
		expect(status).toBe('error');
	});

	it("gives n8n's own error of a refused request", async () => {
		nock(HOST).get('/stores/abc123/v3/catalog/products/7').reply(404, {});
		const { error } = await run();
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error?.httpCode).toBe('404');
	});

	it('keeps the other items under Continue On Fail, or sends errors to their own output', async () => {
		const items = [{ json: { product: 'bad' } }, { json: { product: 8 } }];
		products(['8', '8'], 'secret-token');
		const regular = await run({ items, onError: 'continueRegularOutput' });
		expect(regular.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(regular.items[0]?.error).toBeDefined();
		const split = await run({ items, onError: 'continueErrorOutput' });
		expect(split.items).toHaveLength(1);
		expect(split.errorItems).toHaveLength(1);
		expect(split.errorItems[0]?.pairedItem).toEqual({ item: 0 });
	});

	it('refuses an empty required parameter before the node runs, as n8n does', async () => {
		const { error, items } = await run({ parameters: { id: '' } });
		expect(error?.message).toMatch(/issues/);
		expect(items).toEqual([]);
	});

	it('stops when told to', async () => {
		const { status, durationMs } = await run({
			parameters: { id: '7', pause: 4_000 },
			abortAfterMs: 50,
		});
		expect(status).toBe('canceled');
		expect(durationMs).toBeLessThan(3_500);
	});

	it('passes on what the node tells the editor', async () => {
		const messages: unknown[] = [];
		products(['7', '8'], 'secret-token');
		await run({ onProgress: (message) => messages.push(message) });
		expect(JSON.stringify(messages)).toContain('reading 7');
	});

	it('shows an agent the fields that are for agents', async () => {
		products(['7', '8'], 'secret-token');
		const { items } = await run({ asTool: true });
		expect(items[0]?.json.seen).toEqual(['agents']);
	});
});

describe('runListSearch', () => {
	it('calls the search in a dropdown of the node', async () => {
		const { results } = await runListSearch({
			nodeType: new Probe(),
			method: 'products',
			filter: 'red',
			paginationToken: '2',
			credential: token,
		});
		expect(results).toEqual([{ name: 'Node red 2', value: 1 }]);
	});
});
