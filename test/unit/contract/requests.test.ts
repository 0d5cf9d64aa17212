import type { Contract } from '../../contract/checker';
import { inShort, toyContract } from './support';

describe('Contract.checkRequest', () => {
	let contract: Contract;

	beforeAll(async () => {
		contract = await toyContract();
	});

	const get = (query: Record<string, unknown>) =>
		inShort(contract.checkRequest({ method: 'GET', path: '/v3/toys', query }));
	const post = (body?: unknown) => inShort(contract.checkRequest({ method: 'POST', path: '/v3/toys', body }));

	it('passes a correct query, given as text, as values or as a list', () => {
		const shelf = 'a';
		expect(get({ shelf, page: '2', 'id:in': '1,2', kind: 'ball', is_new: 'true' })).toEqual([]);
		expect(get({ shelf, page: 2, 'id:in': [1, '2'], is_new: false })).toEqual([]);
		expect(get({ shelf, page: undefined })).toEqual([]);
	});

	it.each([
		[{ page: 'two' }, 'query parameter page'],
		[{ page: '0' }, 'query parameter page'],
		[{ kind: 'car' }, 'query parameter kind'],
		[{ is_new: 'maybe' }, 'query parameter is_new'],
		[{ 'id:in': '1,x' }, 'query parameter id:in'],
		[{ colour: 'red' }, 'unknown query parameter colour'],
	])('catches the query %j', (query, finding) => {
		expect(get({ shelf: 'a', ...query })).toEqual([finding]);
	});

	it('catches a required query parameter that is not sent', () => {
		expect(get({})).toEqual(['missing query parameter shelf']);
	});

	it('catches paths, methods and path values that are not documented', () => {
		const check = (method: string, path: string) =>
			inShort(contract.checkRequest({ method, path, query: { shelf: 'a' } }));
		expect(check('GET', '/v3/cars')).toEqual(['unknown path']);
		expect(check('GET', '/v2/toys')).toEqual(['unknown path']);
		expect(check('PATCH', '/v3/toys')).toEqual(['unknown method']);
		expect(check('DELETE', '/v3/toys/x')).toContain('path parameter toy_id');
	});

	it('passes a correct body, without the read-only fields that the schema requires', () => {
		const box = { width: 3 };
		expect(post({ name: 'Ball', kind: null, price: 0.5, size: 1, parts: [] })).toEqual([]);
		expect(post({ name: 'Ball', size: box, labels: { any: { text: 'x' } } })).toEqual([]);
		expect(post({ name: 'Ball', anything: { goes: { here: 1 } } })).toEqual([]);
		expect(post({ name: 'Ball', added: '2024-05-01T10:00:00+00:00' })).toEqual([]);
	});

	it.each([
		[{ kind: 'ball' }, 'missing field /name'],
		[{ name: 5 }, 'schema violation /name'],
		[{ name: '' }, 'schema violation /name'],
		[{ name: 'Ball', kind: 'car' }, 'schema violation /kind'],
		[{ name: 'Ball', price: 0 }, 'schema violation /price'],
		[{ name: 'Ball', price: null }, 'schema violation /price'],
		[{ name: 'Ball', added: 'yesterday' }, 'schema violation /added'],
		[{ name: 'Ball', size: 'big' }, 'schema violation /size'],
		[{ name: 'Ball', parts: [{ name: 'Half' }, {}] }, 'missing field /parts/1/name'],
		[{ name: 'Ball', color: 'red' }, 'additional property /color'],
		[{ name: 'Ball', size: { width: 1, depth: 2 } }, 'additional property /size/depth'],
		[{ name: 'Ball', labels: { a: { txt: 'x' } } }, 'additional property /labels/a/txt'],
		[{ name: 'Ball', parts: [{ name: 'x', y: 1 }] }, 'additional property /parts/0/y'],
		[{ id: 1, name: 'Ball' }, 'read-only property /id'],
		[undefined, 'missing body'],
	])('catches the body %j', (body, finding) => {
		expect(post(body)).toEqual([finding]);
	});

	it('catches a body where none is documented, and one of another content type', () => {
		const body = { image_file: 'x' };
		const put = { method: 'PUT', path: '/v3/toys/1', body };
		const form = 'multipart/form-data; boundary=x';
		expect(inShort(contract.checkRequest({ method: 'GET', path: '/v2/shelves', body }))).toEqual(['undocumented body']);
		expect(inShort(contract.checkRequest(put))).toEqual(['undocumented content type']);
		expect(inShort(contract.checkRequest({ ...put, contentType: form }))).toEqual([]);
		expect(inShort(contract.checkRequest({ ...put, body: { image: 'x' }, contentType: form }))).toEqual([
			'additional property /image',
		]);
	});

	it('tells the value and what was allowed', () => {
		const [finding] = contract.checkRequest({
			method: 'POST',
			path: '/v3/toys',
			body: { name: 'Ball', kind: 'car' },
		});
		expect(finding).toEqual({
			side: 'request',
			operation: 'POST /v3/toys',
			kind: 'schema violation',
			at: '/kind',
			message: 'must be equal to one of the allowed values ["ball","doll"], is "car"',
		});
	});
});
