import { outputItems } from '../n8n/restSchemas';
import type { CredentialRef } from '../n8n/restSchemas';
import { useTriggerWorkflows } from './triggerWorkflows';
import { bigCommerce, byId, chain, reference, start } from './workflow';
import { world } from './world';

const SCOPES = ['store_v2_customers', 'store_v2_orders'];

describe('credential BigCommerce OAuth2 API', () => {
	const { activate } = useTriggerWorkflows();
	let credential: CredentialRef;

	const oAuth2Parameters = { authentication: 'oAuth2' };
	const oAuth2Credential = () => ({ credentials: { bigCommerceOAuth2Api: reference(credential) } });

	it("is connected through the store's consent and n8n's own callback, naming store and scopes each time", async () => {
		const { rest, sandbox } = world();
		const { storeHash, clientId, clientSecret, apiBaseUrl, loginBaseUrl } = sandbox;
		credential = await rest.createCredential('App', 'bigCommerceOAuth2Api', {
			// As it is copied from the control panel.
			storeHash: ` https://store-${storeHash}.mybigcommerce.com/manage `,
			clientId,
			clientSecret,
			scopes: SCOPES,
			customUrls: true,
			apiUrl: apiBaseUrl,
			loginUrl: loginBaseUrl,
		});

		const authorize = await rest.oauth2AuthorizeUrl(credential.id);
		expect(authorize.href.startsWith(`${loginBaseUrl}/oauth2/authorize?`)).toBe(true);
		expect(authorize.searchParams.get('context')).toBe(`stores/${storeHash}`);
		expect(authorize.searchParams.get('scope')).toBe(SCOPES.join(' '));

		const consent = await fetch(authorize, { redirect: 'manual' });
		expect(consent.status).toBe(302);
		const answer = new URL(consent.headers.get('location') ?? '').searchParams;
		const page = await rest.finishOAuth2({
			...Object.fromEntries(answer),
			code: answer.get('code') ?? '',
			state: answer.get('state') ?? '',
		});
		// Like BigCommerce, the store gives a token only to a request that names it and the same scopes once more.
		expect(page).toContain('Connection successful');
	});

	it('lets the action node in', async () => {
		const { rest, sandbox } = world();
		const { orderId } = sandbox.shopper.placeOrder();
		const { id } = await rest.createWorkflow(
			chain(
				'OAuth2',
				start,
				bigCommerce(
					'Get',
					{ ...oAuth2Parameters, resource: 'order', operation: 'get', order_id: byId(String(orderId)) },
					oAuth2Credential(),
				),
			),
		);
		const { executionId } = await rest.runWorkflow(id, 'Start');
		const execution = await rest.waitForExecution(executionId ?? '');
		expect(execution.data.error).toBeUndefined();
		expect(outputItems(execution, 'Get')).toMatchObject([{ id: orderId }]);
	});

	it('tells which scope the app lacks', async () => {
		const { rest } = world();
		const { id } = await rest.createWorkflow(
			chain(
				'OAuth2 without the scope',
				start,
				bigCommerce('List', { ...oAuth2Parameters, resource: 'product', operation: 'getAll' }, oAuth2Credential()),
			),
		);
		const { executionId } = await rest.runWorkflow(id, 'Start');
		const { data } = await rest.waitForExecution(executionId ?? '');
		expect(data.error?.message).toContain('Products: read-only (store_v2_products_read_only)');
	});

	it('lets the trigger register, verify and read the record', async () => {
		const { sandbox } = world();
		const workflow = await activate(
			{ ...oAuth2Parameters, events: ['store/customer/created'], output: 'record' },
			oAuth2Credential(),
		);
		const customer = sandbox.shopper.registerCustomer();
		expect(await workflow.succeeded(1)).toMatchObject([{ id: customer, record: { id: customer } }]);
	});
});
