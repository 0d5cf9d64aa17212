import type { Contract } from '../../contract/checker';
import { inShort, toyContract } from './support';

describe('Contract.checkResponse', () => {
	let contract: Contract;

	beforeAll(async () => {
		contract = await toyContract();
	});

	const toy = (body: unknown, status = 200) =>
		inShort(contract.checkResponse({ method: 'GET', path: '/v3/toys/5', status, body }));

	it('passes correct answers', () => {
		expect(toy({ data: { id: 5, name: 'Ball' }, meta: { anything: 1 } })).toEqual([]);
		const list = { method: 'GET', path: '/v3/toys', status: 200 };
		expect(contract.checkResponse({ ...list, body: { data: [], meta: {} } })).toEqual([]);
		const removed = { method: 'DELETE', path: '/v3/toys/5', status: 204 };
		expect(contract.checkResponse(removed)).toEqual([]);
		expect(contract.checkResponse({ ...removed, body: '' })).toEqual([]);
	});

	it.each([
		[{ data: { name: 'Ball' } }, 'missing field /data/id'],
		[{ data: { id: '5', name: 'Ball' } }, 'schema violation /data/id'],
		[{ data: { id: 5, name: 'Ball', colour: 'red' } }, 'additional property /data/colour'],
		[{ id: 5 }, 'additional property /id'],
		['<html>', 'schema violation'],
		[undefined, 'missing body'],
		['', 'missing body'],
	])('catches the answer %j', (body, finding) => {
		expect(toy(body)).toEqual([finding]);
	});

	it('catches a status that is not documented, unless there is a default answer', () => {
		expect(toy(undefined, 418)).toEqual(['undocumented status']);
		const update = { method: 'PUT', path: '/v3/toys/5', status: 418 };
		expect(inShort(contract.checkResponse({ ...update, body: { title: 'Tea' } }))).toEqual([]);
		expect(inShort(contract.checkResponse({ ...update, body: { title: 1 } }))).toEqual(['schema violation /title']);
	});

	it('catches a body where none is documented', () => {
		const removed = { method: 'DELETE', path: '/v3/toys/5', status: 204, body: { gone: true } };
		expect(inShort(contract.checkResponse(removed))).toEqual(['undocumented body']);
	});
});
