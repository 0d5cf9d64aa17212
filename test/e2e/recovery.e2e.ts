import { exampleWorkflow } from '../demo/exampleWorkflow';
import type { CredentialRef, Execution } from '../n8n/restSchemas';
import { accountData, world } from './world';

/** What the trigger and the cart's look-up need; the link back needs one more. */
const SCOPES = ['store_cart_read_only', 'store_v2_customers_read_only'];

const SEND = 'Send Recovery Message';

describe('workflow that wins back carts', () => {
	const made: string[] = [];

	afterEach(async () => {
		const { rest, sandbox } = world();
		sandbox.faults.clear();
		for (const id of made.splice(0)) await rest.deleteWorkflow(id);
	});

	async function activate(credential: CredentialRef): Promise<string> {
		const { rest, sandbox } = world();
		const { id } = await rest.createWorkflow(
			exampleWorkflow('recover-abandoned-carts.json', {
				credential: { id: credential.id, name: credential.name },
				parameters: {
					'Give the Shopper Time': { amount: 1, unit: 'seconds' },
					[SEND]: { url: `${sandbox.url}/sandbox/messages` },
				},
			}),
		);
		made.push(id);
		await rest.activateWorkflow(id);
		return id;
	}

	/** The only execution, once it has ended. */
	async function outcome(id: string): Promise<Execution> {
		const { rest } = world();
		const [execution, ...others] = await rest.waitForExecutions(id, (list) =>
			list.some(({ status }) => ['success', 'error'].includes(status)),
		);
		expect(others).toEqual([]);
		return await rest.waitForExecution(execution?.id ?? '');
	}

	const messagesFor = (cartId: string): number =>
		world().sandbox.messages.filter((message) => message.cart_id === cartId).length;

	it('stops with an error when the store refuses to say whether the cart is still there', async () => {
		const { sandbox, credential } = world();
		const id = await activate(credential);
		const { cartId } = sandbox.shopper.abandonCart();
		// The trigger reads the cart first.
		sandbox.faults.next({ match: { method: 'GET', path: `/v3/carts/${cartId}` }, from: 2, status: 401 });
		const { status, data } = await outcome(id);
		expect({ status, node: data.lastNodeExecuted }).toEqual({ status: 'error', node: 'Is the Cart Still There' });
		expect(data.error?.message).toMatch(/access token|scope/);
		expect(messagesFor(cartId)).toBe(0);
	});

	it('stops with an error that names the scope when there is no link back', async () => {
		const { rest, sandbox } = world();
		const account = sandbox.createApiAccount({ name: 'Without the storefront', scopes: SCOPES });
		const credential = await rest.createCredential(
			'Without the storefront',
			'bigCommerceApi',
			accountData(sandbox, account),
		);
		const id = await activate(credential);
		const { cartId } = sandbox.shopper.abandonCart();
		const { status, data } = await outcome(id);
		expect({ status, node: data.lastNodeExecuted }).toEqual({ status: 'error', node: 'No Link Back' });
		expect(data.error?.message).toContain('Sites & Routes');
		expect(messagesFor(cartId)).toBe(0);
	});

	it('sends nothing to a guest', async () => {
		const { sandbox, credential } = world();
		const id = await activate(credential);
		const cartId = await guestCart();
		sandbox.hooks.emit({ scope: 'store/cart/abandoned', data: { type: 'cart', id: cartId, token: 'a'.repeat(64) } });
		const { status, data } = await outcome(id);
		expect({ status, node: data.lastNodeExecuted }).toEqual({ status: 'success', node: 'Shopper Agreed to Messages' });
		expect(messagesFor(cartId)).toBe(0);
	});

	async function guestCart(): Promise<string> {
		const { apiBaseUrl, storeHash, accessToken } = world().sandbox;
		const call = async (path: string, body?: object) => {
			const response = await fetch(`${apiBaseUrl}/stores/${storeHash}${path}`, {
				method: body ? 'POST' : 'GET',
				headers: { 'X-Auth-Token': accessToken, 'content-type': 'application/json' },
				...(body && { body: JSON.stringify(body) }),
			});
			expect(response.ok).toBe(true);
			return (await response.json()) as { data: unknown };
		};
		const { data: products } = (await call('/v3/catalog/products?limit=1')) as { data: Array<{ id: number }> };
		const line_items = [{ product_id: products[0]?.id, quantity: 1 }];
		const { data: cart } = (await call('/v3/carts', { line_items })) as { data: { id: string } };
		return cart.id;
	}
});
