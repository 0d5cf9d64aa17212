import { SCOPES } from '../../../nodes/BigCommerce/transport/scopes';
import { ApiFailure } from '../../../nodes/BigCommerce/transport/failure';
import type { StoreApi } from '../../../nodes/BigCommerce/transport/storeApi';
import type { ApiRequest, ApiResponse } from '../../../nodes/BigCommerce/transport/types';
import { recoveryUrl } from '../../../nodes/BigCommerce/trigger/handling/recoveryUrl';

/** A store that answers the paths it is given, and refuses the rest with a status. */
function storeWith(answers: Record<string, unknown>, otherwise: number): StoreApi {
	const send = (request: ApiRequest): Promise<ApiResponse> => {
		const body = answers[request.path];
		return body === undefined
			? Promise.reject(new ApiFailure('refused', 'Refused', '', { ...request, status: otherwise }))
			: Promise.resolve({ status: 200, headers: {}, body });
	};
	return { send } as unknown as StoreApi;
}

const list = (...data: unknown[]) => ({ data, meta: {} });
const site = list({ id: 1000, url: 'https://shop.example.com', channel_id: 2 });
const store = { secure_url: 'https://store-abc.mybigcommerce.com' };

describe('The link that brings a shopper back to an abandoned cart', () => {
	it.each([
		[
			'leads to the page that the storefront has for it',
			{
				'/v3/sites': site,
				'/v3/sites/1000/routes': list(
					{ type: 'login', route: '/in' },
					{ type: 'recover_abandoned_cart', route: '/back/?x=1' },
				),
			},
			'https://shop.example.com/back/?x=1&t=a%26b',
		],
		[
			'leads to the cart page of a storefront without one',
			{ '/v3/sites': site, '/v3/sites/1000/routes': list() },
			'https://shop.example.com/cart.php?t=a%26b',
		],
		[
			'leads to the default storefront when sites cannot be read',
			{ '/v2/store': store },
			'https://store-abc.mybigcommerce.com/cart.php?t=a%26b',
		],
	])('%s', async (_, answers, url) => {
		await expect(recoveryUrl(storeWith(answers, 403), 'a&b', '2')).resolves.toBe(url);
	});

	it('is missing, without a failure, when the connection may read neither', async () => {
		await expect(recoveryUrl(storeWith({}, 403), 'token', '1')).resolves.toBeUndefined();
	});

	it('fails when the store fails', async () => {
		await expect(recoveryUrl(storeWith({}, 500), 'token', '1')).rejects.toBeInstanceOf(ApiFailure);
	});

	it('asks for the site of the channel with the scope for sites', async () => {
		const asked: ApiRequest[] = [];
		const api = {
			send: (request: ApiRequest) => (asked.push(request), Promise.resolve({ status: 200, headers: {}, body: site })),
		};
		await recoveryUrl(api as unknown as StoreApi, 'token', '2');
		expect(asked[0]).toMatchObject({ query: { 'channel_id:in': '2' }, scope: { scopes: [SCOPES.sites] } });
	});
});
