import type { Connection } from '../../../nodes/BigCommerce/transport/connection';
import { describeFailure } from '../../../nodes/BigCommerce/transport/failure';
import { refusal } from '../../../nodes/BigCommerce/transport/refusal';
import { SCOPES } from '../../../nodes/BigCommerce/transport/scopes';
import type { ScopeNeed } from '../../../nodes/BigCommerce/transport/scopes';
import type { ApiRequest, JsonValue, Method, Query } from '../../../nodes/BigCommerce/transport/types';
import { TEST_CONNECTION } from '../../support/fakeContext';

const PATH = '/v3/catalog/products/5';
const NEED = { scopes: [SCOPES.products], access: 'modify' as const };

interface Sent {
	method?: Method;
	path?: string;
	query?: Query;
	sent?: JsonValue;
	scope?: ScopeNeed;
	connection?: Partial<Connection>;
}

function refuse(status: number, body?: unknown, sent: Sent = {}) {
	const { method = 'PUT', path = PATH, query = {}, sent: values, scope, connection = {} } = sent;
	const call = { path, query, ...(scope && { scope }) };
	const request: ApiRequest =
		method === 'GET'
			? { method, ...call }
			: { method, ...call, repeatable: true, ...(values === undefined ? {} : { body: values }) };
	return refusal(request, { status, headers: {}, body }, { ...TEST_CONNECTION, ...connection });
}

const LABELS: Record<string, string> = {
	email: 'Email',
	'billing_address.country': 'Billing Address > Country',
	weight: 'Weight',
};

describe('refusal', () => {
	it('keeps status, call and what BigCommerce said', () => {
		const failure = refuse(422, { status: 422, title: 'Invalid', errors: { name: 'is required' } });
		expect(failure).toMatchObject({
			kind: 'refused',
			status: 422,
			outcome: 'notDone',
			details: {
				method: 'PUT',
				path: PATH,
				problem: { title: 'Invalid', fields: [{ field: 'name', message: 'is required' }] },
			},
		});
		expect(failure.message).toContain('name: is required');
	});

	it.each<[number, RegExp, RegExp]>([
		[400, /did not accept the values: Said/, /Compare what was sent/],
		[404, /no such record \(PUT \/v3\/catalog\/products\/5\): Said/, /Check the ID/],
		[409, /conflicts with what the store holds: Said/, /Use another name/],
		[413, /takes less at once.*Said/, /fewer records/],
		[414, /address of this call is too long/, /fewer values/],
		[422, /did not accept the values: Said/, /Compare what was sent/],
		[423, /locked.*Said/, /less than a minute/],
		[429, /too busy.*Said/, /Longest Wait/],
		[
			500,
			/could not answer \(status 500\): Said, so it is not known whether the change was made/,
			/^Check in the store/,
		],
		[503, /could not answer \(status 503/, /status\.bigcommerce\.com/],
		[507, /plan does not allow more.*Said/, /larger plan/],
		[418, /refused the call with status 418.*Said/, /^$/],
		[301, /refused the call with status 301.*Said/, /^$/],
	])('%d in words, and how to get on', (status, message, advice) => {
		const failure = refuse(status, { title: 'Said' });
		expect(failure.message).toMatch(message);
		expect(failure.description).toMatch(advice);
		expect(failure.description).not.toContain('Said');
	});

	it('says in one line, without telling anybody to run the node again', () => {
		for (const status of [400, 401, 403, 404, 409, 413, 414, 418, 422, 423, 429, 500, 503, 507]) {
			const { message, description } = refuse(status, {
				title: 'One\nTwo',
				errors: { name: 'is\nodd', sku: 'is odd' },
			});
			const shown = `${message} ${description}`;
			expect(shown).not.toMatch(/\n|again in a|run the node|Read |Tell /);
			expect(description).toMatch(/^$|[.]$/);
		}
	});

	describe('field, value and reason stand in the message', () => {
		const body = {
			status: 422,
			title: 'JSON data is missing or invalid',
			errors: { '0.email': 'email is not an address', '0.weight': 'error.expected.jsnumber' },
		};
		const sent = [{ email: 'a@', weight: 'heavy' }];

		it("in BigCommerce's words without labels, in the form's with them", () => {
			const failure = refuse(422, body, { sent });
			expect(failure.message).toBe(
				'BigCommerce did not accept the values: email "a@": is not an address; weight "heavy": must be a number',
			);
			expect(describeFailure(failure, (field) => LABELS[field])).toEqual({
				message:
					'BigCommerce did not accept the values: Email "a@": is not an address; Weight "heavy": must be a number',
				description: 'Correct the values that are named.',
			});
			expect(describeFailure(failure)).toEqual({ message: failure.message, description: failure.description });
		});

		it('also where the body wraps the records, and for the query', () => {
			const wrapped = refuse(
				422,
				{ title: 'No', errors: { '1.quantity': 'is too small' } },
				{
					sent: { reason: 'x', items: [{ quantity: 5 }, { quantity: -3 }] },
				},
			);
			expect(wrapped.message).toContain('quantity -3: is too small');
			const query = refuse(
				422,
				{ title: 'No', errors: { limit: 'must be a number' } },
				{
					method: 'GET',
					query: { limit: 'many' },
				},
			);
			expect(query.message).toContain('limit "many": must be a number');
		});

		it('v2: the field of the sentence, the reason beside it, what would be right', () => {
			const failure = refuse(
				400,
				[
					{
						status: 400,
						message: "The field 'billing_address.country' is invalid.",
						details: { invalid_reason: 'No such country', available_values: ['Austria', 'Germany'] },
					},
				],
				{ method: 'POST', path: '/v2/orders', sent: { billing_address: { country: 'Austrai' } } },
			);
			const { message } = describeFailure(failure, (field) => LABELS[field]);
			expect(message).toBe(
				'BigCommerce did not accept the values: Billing Address > Country "Austrai": No such country (allowed: Austria, Germany)',
			);
		});

		it('v2: the product and the option of nested details', () => {
			const product = { id: 33, name: 'Mug', product_option: { display_name: 'Engraving', value: 'Anna' } };
			const details = { errors: [{ type: 'InvalidProductOptionValue', product }] };
			const failure = refuse(400, [{ status: 400, message: 'The options are invalid.', details }]);
			expect(failure.message).toBe(
				'BigCommerce did not accept the values: The options are invalid: product "Mug", product option "Engraving": invalid product option value: Anna',
			);
		});

		it('shows no secret, no long text, and each field once', () => {
			const failure = refuse(
				422,
				{ title: 'No', errors: { 'authentication.new_password': 'is too short', name: 'is too long' } },
				{ sent: { authentication: { new_password: 'hunter2' }, name: 'x'.repeat(500) } },
			);
			expect(failure.message).not.toContain('hunter2');
			expect(failure.message.length).toBeLessThan(250);
		});

		it('says how many fields there are beyond the first five', () => {
			const errors = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`field_${index}`, 'is odd']));
			expect(refuse(422, { title: 'No', errors }).message).toMatch(/field_4: is odd, and 4 more fields$/);
		});

		it('survives texts of the server that mean something to code', () => {
			const failure = refuse(422, { title: '$& $1 $`', errors: { 'a(b': "$'" } }, { sent: { 'a(b': '$&' } });
			expect(failure.message).toContain('$& $1 $`');
			expect(failure.adding('More $&.').description).toMatch(/More \$&\.$/);
		});

		it('names the first field where there is no title', () => {
			expect(refuse(422, { batch_errors: [{ field_errors: { price: 'is missing' } }] }).message).toBe(
				'BigCommerce did not accept the values: price: is missing',
			);
		});
	});

	describe('404', () => {
		it.each([
			['GET', '/v3/catalog/products/5', { title: 'The resource at that URL is not found.' }, 'record ('],
			['GET', '/v3/carts/0b5b9a4e-93ce-4a5b-8c5f-6c0e3b3a1c11', { title: 'Not found' }, 'record ('],
			['GET', '/v2/orders/5', [{ status: 404, message: 'The requested resource was not found.' }], 'record ('],
			['GET', '/v3/catalog/productss', { title: 'Not found' }, 'endpoint: '],
			['GET', '/v3/catalog/products/5', { title: 'The route is not found, check the URL' }, 'endpoint: '],
			['POST', '/v3/catalogue/products', undefined, 'endpoint: '],
			[
				'GET',
				'/v2/orderss/5',
				[{ status: 404, message: 'The requested resource was not found.' }],
				'record or endpoint',
			],
		] as const)('%s %s %j: no such %s', (method, path, body, what) => {
			expect(refuse(404, body, { method, path }).message).toContain(`no such ${what}`);
		});

		it('keeps what BigCommerce says of the record', () => {
			const title = 'A Page was not found with an ID of 99';
			expect(refuse(404, { title }, { method: 'GET', path: '/v3/content/pages/99' }).message).toBe(
				`BigCommerce has no such record (GET /v3/content/pages/99): ${title}`,
			);
		});
	});

	describe('409', () => {
		it('is about a name in use also where v2 calls the field invalid', () => {
			const body = [
				{
					status: 409,
					message: "The field 'name' is invalid.",
					details: { conflict_reason: 'The name is already in use' },
				},
			];
			expect(refuse(409, body, { path: '/v2/customer_groups' }).message).toMatch(
				/^This conflicts with a record that exists/,
			);
		});

		it.each([
			[
				PATH,
				{ title: 'The product name is a duplicate' },
				/conflicts with a record that exists already/,
				/another name/,
			],
			[
				PATH,
				{ title: 'The category 99 does not exist' },
				/record that this one refers to: The category 99/,
				/categories/,
			],
			[PATH, { title: 'Conflict', errors: { brand_id: 'is invalid' } }, /refers to: brand_id: is invalid/, /brand/],
			['/v3/carts/a1/items/5', { title: 'possible conflict' }, /cart has been changed meanwhile/, /current version/],
		])('%s %j', (path, body, message, advice) => {
			const failure = refuse(409, body, { path });
			expect(failure.message).toMatch(message);
			expect(failure.description).toMatch(advice);
		});

		it('speaks of a cart only about a cart', () => {
			expect(`${refuse(409, { title: 'A duplicate' }).description}`).not.toMatch(/cart/i);
		});
	});

	it('414 names the filter that is too long', () => {
		const query = { name: 'x', 'id:in': Array.from({ length: 2000 }, (_, index) => index + 1000) };
		expect(refuse(414, '', { method: 'GET', query }).message).toMatch(/\d+ characters in id:in/);
	});

	it('does not show a web page', () => {
		const failure = refuse(502, '<!DOCTYPE html><html><body>Bad gateway</body></html>', { method: 'GET' });
		expect(failure.description).toContain('web page instead of data');
		expect(`${failure.message}${failure.description}`).not.toContain('<');
		expect(failure.message).not.toContain('change was made');
	});

	it('a 503 that says it could not process the request has done nothing', () => {
		const busy = { error: { code: 'SERVICE_DEGRADED', message: 'Unavailable', retry_after_seconds: 30 } };
		expect(refuse(503, busy).outcome).toBe('notDone');
		expect(refuse(503, { title: 'Unavailable' }).outcome).toBe('unknown');
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
			expect(refuse(403, { title: 'Not yours' }, { scope: NEED, connection }).message).toBe(
				`BigCommerce does not allow this call (PUT ${PATH}): Not yours`,
			);
		});

		it('a plain 401 is about the token, with a hint at the scope', () => {
			const failure = refuse(401, { title: 'Unauthorized' }, { scope: NEED });
			expect(failure.message).toBe('BigCommerce did not accept the access token: Unauthorized');
			expect(failure.description).toContain('"abc123"');
			expect(failure.description).toContain('store_v2_products');
		});
	});
});
