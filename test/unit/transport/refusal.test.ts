import type { Connection } from '../../../nodes/BigCommerce/transport/connection';
import { refusal } from '../../../nodes/BigCommerce/transport/refusal';
import { SCOPES } from '../../../nodes/BigCommerce/transport/scopes';
import type { ApiRequest, Method } from '../../../nodes/BigCommerce/transport/types';
import { TEST_CONNECTION } from '../../support/fakeContext';

const PATH = '/v3/catalog/products/5';
const NEED = { scopes: [SCOPES.products], access: 'modify' as const };

function refuse(
	status: number,
	body?: unknown,
	{
		method = 'PUT',
		connection = {},
		scope,
	}: { method?: Method; connection?: Partial<Connection> } & Partial<ApiRequest> = {},
) {
	const request: ApiRequest = { method, path: PATH, ...(scope && { scope }) };
	return refusal(request, { status, headers: {}, body }, { ...TEST_CONNECTION, ...connection });
}

describe('refusal', () => {
	it('keeps status, call and what BigCommerce said', () => {
		const failure = refuse(422, { status: 422, title: 'Invalid', errors: { name: 'is required' } });
		expect(failure).toMatchObject({
			kind: 'refused',
			status: 422,
			details: {
				method: 'PUT',
				path: PATH,
				problem: { title: 'Invalid', fields: [{ field: 'name', message: 'is required' }] },
			},
		});
		expect(failure.description).toContain('name: is required');
	});

	it.each<[number, RegExp, RegExp]>([
		[400, /did not accept the values: Said/, /Correct the fields/],
		[404, /no such record \(PUT \/v3\/catalog\/products\/5\)/, /Check the ID/],
		[409, /conflicts with a record that exists already: Said/, /Use another name/],
		[413, /takes less at once/, /fewer records/],
		[422, /did not accept the values: Said/, /Correct the fields/],
		[423, /locked/, /in a minute/],
		[429, /too busy/, /Longest Wait/],
		[500, /could not answer \(status 500\)/, /may have been made/],
		[503, /could not answer \(status 503\)/, /status\.bigcommerce\.com/],
		[507, /plan does not allow more/, /larger plan/],
		[418, /refused the call with status 418/, /Said/],
		[301, /refused the call with status 301/, /Said/],
	])('%d in words, and how to get on', (status, message, advice) => {
		const failure = refuse(status, { title: 'Said' });
		expect(failure.message).toMatch(message);
		expect(failure.description).toMatch(advice);
		expect(`${failure.message}\n${failure.description}`).toContain('Said');
	});

	it('names the first field where there is no title', () => {
		expect(refuse(422, { batch_errors: [{ field_errors: { price: 'is missing' } }] }).message).toBe(
			'BigCommerce did not accept the values: price: is missing',
		);
	});

	it('does not show a web page', () => {
		const failure = refuse(502, '<!DOCTYPE html><html><body>Bad gateway</body></html>', { method: 'GET' });
		expect(failure.description).toContain('web page instead of data');
		expect(`${failure.message}${failure.description}`).not.toContain('<');
		expect(failure.description).not.toContain('may have been made');
	});

	describe('401 and 403', () => {
		const SCOPE_BODY = { error: 'You are authorized but your scope does not include this resource.' };

		it.each([
			[403, { status: 403, title: 'You do not have permission' }],
			[401, SCOPE_BODY],
		])('%d: names the missing scope as the control panel does, and its parameter', (status, body) => {
			const failure = refuse(status, body, { scope: NEED });
			expect(failure.message).toBe('The connection lacks the scope Products: modify (store_v2_products)');
			expect(failure.description).toContain('create a new account');
		});

		it('an app gets its scopes in the Developer Portal', () => {
			expect(refuse(403, undefined, { scope: NEED, connection: { kind: 'oAuth2' } }).description).toContain(
				'Developer Portal',
			);
		});

		it('a scope that is known to be missing is named whatever BigCommerce says', () => {
			const grantedScopes = { parameters: ['store_v2_products_read_only'], complete: true };
			const connection = { grantedScopes };
			expect(refuse(401, undefined, { scope: NEED, connection }).message).toContain('lacks the scope Products');
		});

		it('a scope that is granted is not to blame', () => {
			const connection = { grantedScopes: { parameters: ['store_v2_products'], complete: true } };
			expect(refuse(403, undefined, { scope: NEED, connection }).message).toBe('BigCommerce does not allow this call');
		});

		it('a plain 401 is about the token, with a hint at the scope', () => {
			const failure = refuse(401, { title: 'Unauthorized' }, { scope: NEED });
			expect(failure.message).toBe('BigCommerce did not accept the access token');
			expect(failure.description).toContain('"abc123"');
			expect(failure.description).toContain('store_v2_products');
		});
	});
});
