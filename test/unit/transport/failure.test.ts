import { ApiFailure, toNodeApiError } from '../../../nodes/BigCommerce/transport/failure';

const NODE = {
	id: '1',
	name: 'BigCommerce',
	type: 'x',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};

const failure = new ApiFailure('refused', 'BigCommerce did not accept the values: Invalid', 'Correct the fields.', {
	method: 'PUT',
	path: '/v3/catalog/products/5',
	status: 422,
	problem: { title: 'Invalid', more: [], fields: [{ field: 'name', message: 'is required' }] },
});

describe('toNodeApiError', () => {
	it('keeps message, description, status and item', () => {
		const error = toNodeApiError(NODE, failure, { itemIndex: 3 });
		expect(error.message).toBe('BigCommerce did not accept the values: Invalid');
		expect(error.description).toBe('Correct the fields.');
		expect(error.httpCode).toBe('422');
		expect(error.context.itemIndex).toBe(3);
	});

	it('takes a better description', () => {
		expect(toNodeApiError(NODE, failure, { description: 'Better.' }).description).toBe('Better.');
	});

	it.each(['ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND'])('keeps our words when the network said %s', (code) => {
		const unreachable = new ApiFailure('notSent', 'BigCommerce could not be reached', `connect ${code} (${code})`, {
			method: 'GET',
			path: '/v3/things',
		});
		const error = toNodeApiError(NODE, unreachable);
		expect(error.message).toBe('BigCommerce could not be reached');
		expect(error.description).toContain(code);
	});
});
