import { formatFindings, loadContract, readContract } from '../../contract/checker';
import type { KnownSpecError } from '../../contract/known-spec-errors';
import { inShort, REPOSITORY, SPECS, toyContract } from './support';

describe('a contract', () => {
	it('finds operations by server, literal segments first, methods shared out over templates', async () => {
		const contract = await toyContract();
		const template = (method: string, path: string) => contract.operationFor(method, path)?.template;
		expect(template('get', '/v3/toys/batch')).toBe('/v3/toys/batch');
		expect(template('GET', '/v3/toys/5')).toBe('/v3/toys/{toy_id}');
		expect(template('PUT', '/v3/toys/5')).toBe('/v3/toys/{id}');
		expect(template('GET', '/v2/shelves')).toBe('/v2/shelves');
		expect(template('GET', '/elsewhere')).toBeUndefined();
	});

	it('tells the file and the scopes, of the operation or else of the whole file', async () => {
		const contract = await toyContract();
		expect(contract.operationFor('GET', '/v2/shelves')).toEqual({
			operationId: 'getShelves',
			file: 'nested/shelves.v2.oas2.yml',
			method: 'GET',
			template: '/v2/shelves',
			scopes: 'Requires the scope shelves_read_only.',
		});
		expect(contract.operationFor('GET', '/v3/toys')?.scopes).toMatch('toys_read_only');
	});

	it('goes on past unreadable files, broken references and invalid patterns, and tells of them', async () => {
		const contract = await toyContract();
		const batch = { path: '/v3/toys/batch', status: 200 };
		expect(contract.checkResponse({ ...batch, method: 'GET', body: { a: 1 } })).toEqual([]);
		expect(contract.checkRequest({ ...batch, method: 'POST', body: 'x' })).toEqual([]);
		expect(contract.problems()).toEqual([
			expect.stringMatching(/^garbled\.yml: /),
			expect.stringMatching(/^old\.yml: .*OpenAPI 3/),
			expect.stringMatching(/^toys\.v3\.yml: broken reference #\/components\/schemas\/Missing$/),
			expect.stringMatching(/^toys\.v3\.yml: .*regular expression/i),
		]);
	});

	it('is read once', async () => {
		expect(await loadContract(SPECS)).toBe(await loadContract(SPECS));
	});

	it('fails for a folder without specifications', async () => {
		await expect(readContract(__dirname + '/nowhere', [])).rejects.toThrow(/ENOENT/);
		const callbacks = SPECS + '/webhook-callbacks';
		await expect(readContract(callbacks, [])).rejects.toThrow(/No OpenAPI 3 file/);
	});
});

describe('Contract.checkWebhook', () => {
	const envelope = {
		store_id: '1',
		hash: 'x',
		created_at: 1,
		producer: 'stores/abc',
	};
	const sold = { ...envelope, scope: 'store/toy/sold', data: { type: 'toy', id: 7 } };

	it('passes payloads as described, with or without what the sample leaves out', async () => {
		const contract = await toyContract();
		expect(contract.checkWebhook('store/toy/sold', sold)).toEqual([]);
		const data = { ...sold.data, buyer: 'Ann' };
		expect(contract.checkWebhook('store/toy/sold', { ...sold, data })).toEqual([]);
		const rows = { ...envelope, scope: 'store/toys/sold', data: [{ toy_id: 1 }] };
		expect(contract.checkWebhook('store/toys/sold', rows)).toEqual([]);
		const moved = { ...envelope, scope: 'store/shelf/moved', data: { id: 1 } };
		expect(contract.checkWebhook('store/shelf/moved', moved)).toEqual([]);
	});

	it.each([
		[{ ...sold, data: { type: 'toy', id: '7' } }, 'schema violation /data/id'],
		[{ ...sold, data: { type: 'car', id: 7 } }, 'schema violation /data/type'],
		[{ ...sold, data: { type: 'toy' } }, 'missing field /data/id'],
		[{ ...sold, data: { type: 'toy', id: 7, toyId: 7 } }, 'additional property /data/toyId'],
		[{ ...sold, hash: undefined }, 'missing field /hash'],
		[{ ...sold, scope: 'store/toy/lost' }, 'schema violation /scope'],
		[{ ...sold, event: 'x' }, 'additional property /event'],
	])('catches %j', async (payload, finding) => {
		expect(inShort((await toyContract()).checkWebhook('store/toy/sold', payload))).toEqual([finding]);
	});

	it('catches rows without their names, and scopes that no file describes', async () => {
		const contract = await toyContract();
		const rows = { ...envelope, scope: 'store/toys/sold', data: [{ toy_id: 1 }, {}] };
		expect(inShort(contract.checkWebhook('store/toys/sold', rows))).toEqual(['missing field /data/1/toy_id']);
		expect(inShort(contract.checkWebhook('store/toy/found', sold))).toEqual(['unknown scope']);
	});

	it('finds the callbacks where the docs repository keeps them', async () => {
		const contract = await readContract(REPOSITORY, []);
		expect(contract.webhookScopes()).toEqual(['store/toy/sold']);
		expect(contract.checkWebhook('store/toy/sold', sold)).toEqual([]);
	});
});

describe('known errors of the specifications', () => {
	const known: KnownSpecError[] = [
		{
			operation: 'POST /v3/toys',
			kind: 'additional property',
			at: '/parts/*/colour',
			reason: 'Left out of the specification.',
		},
		{ operation: /^GET /, kind: 'undocumented status', status: [404, 500], reason: 'General.' },
		{ operation: 'GET /v2/shelves', kind: 'missing body', reason: 'Never needed here.' },
	];
	const create = (part: object) => ({
		method: 'POST',
		path: '/v3/toys',
		requestBody: { name: 'Ball', parts: [{ name: 'Half', ...part }] },
		status: 200,
		responseBody: { data: { id: 1, name: 'Ball' } },
	});

	it('take out exactly what they name, and those never needed are told', async () => {
		const contract = await toyContract(known);
		expect(contract.unusedKnownErrors()).toEqual(known);
		expect(contract.checkExchanges([create({ colour: 'red' })])).toEqual([]);
		expect(inShort(contract.checkExchanges([create({ color: 'red' })]))).toEqual([
			'additional property /parts/0/color',
		]);
		const answer = (status: number) => inShort(contract.checkResponse({ method: 'GET', path: '/v3/toys/1', status }));
		expect(answer(404)).toEqual([]);
		expect(answer(418)).toEqual(['undocumented status']);
		expect(contract.unusedKnownErrors()).toEqual([known[2]]);
	});

	it('do not count an unknown path twice, and are printed by operation, equal ones counted', async () => {
		const contract = await toyContract();
		const findings = contract.checkExchanges([
			{ method: 'GET', path: '/v3/cars', status: 200 },
			create({ color: 'red' }),
			create({ color: 'red' }),
		]);
		expect(formatFindings(findings)).toBe(
			[
				'GET /v3/cars',
				'  request: unknown path: GET /v3/cars is not documented',
				'POST /v3/toys',
				'  request: additional property /parts/*/color: is "red" (2 times)',
			].join('\n'),
		);
		expect(formatFindings([])).toBe('');
	});
});
