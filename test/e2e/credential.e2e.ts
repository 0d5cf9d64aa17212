import type { IDataObject } from 'n8n-workflow';

import { accountData, world } from './world';

describe('credential BigCommerce API', () => {
	/** What the Test button says to a form filled in like this. */
	const verdict = async (changes: IDataObject): Promise<string> => {
		const { rest, sandbox } = world();
		const { id } = await rest.createCredential('Tested', 'bigCommerceApi', { ...accountData(sandbox), ...changes });
		try {
			const { status, message } = await rest.testCredential(id);
			return `${status}: ${message}`;
		} finally {
			await rest.deleteCredential(id);
		}
	};

	it('works', async () => {
		const requiredScopes = ['store_v2_orders', 'store_v2_products_read_only'];
		expect(await verdict({ requiredScopes })).toMatch(/^OK/);
	});

	it('takes the hash out of a pasted API path, with blanks around it', async () => {
		const { storeHash } = world().sandbox;
		expect(await verdict({ storeHash: ` https://api.bigcommerce.com/stores/${storeHash}/v3/ \n` })).toMatch(/^OK/);
	});

	it('takes the hash out of a pasted control-panel URL, and a token with blanks', async () => {
		const { storeHash, accessToken } = world().sandbox;
		expect(
			await verdict({
				storeHash: `  https://store-${storeHash}.mybigcommerce.com/manage/dashboard`,
				accessToken: ` ${accessToken}\n`,
			}),
		).toMatch(/^OK/);
	});

	it('names every missing scope in one message', async () => {
		const { sandbox } = world();
		const account = sandbox.createApiAccount({ name: 'Products only', scopes: ['store_v2_products'] });
		const said = await verdict({
			...accountData(sandbox, account),
			requiredScopes: ['store_v2_products', 'store_v2_orders', 'store_v2_customers_read_only'],
		});
		expect(said).toMatch(/^Error: The access token works, but lacks these scopes: /);
		expect(said).toContain('Orders: modify (store_v2_orders)');
		expect(said).toContain('Customers: read-only (store_v2_customers_read_only)');
		expect(said).not.toContain('Products');
	});

	it.each([
		['a wrong token', { accessToken: 'wrong' }, /^Error: BigCommerce does not accept this access token for the store/],
		['a wrong hash', { storeHash: 'nosuchstore' }, /^Error: BigCommerce (has no store|.*for the store) "nosuchstore"/],
		['something that is no hash', { storeHash: 'https://example.com' }, /^Error: Store Hash in the credential is not/],
		['a host that does not answer', { apiUrl: 'http://127.0.0.1:9' }, /^Error: .*(reach|connect|answer)/],
	])('has its own words for %s', async (_, changes, words) => {
		const said = await verdict(changes);
		expect(said).toMatch(words);
		expect(said).not.toContain(world().sandbox.accessToken);
	});
});
