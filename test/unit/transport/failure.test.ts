import { ApiFailure, describeFailure, toNodeApiError } from '../../../nodes/BigCommerce/transport/failure';

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

	it('takes better words', () => {
		const error = toNodeApiError(NODE, failure, { itemIndex: 0, message: 'Told', description: 'Better.' });
		expect([error.message, error.description]).toEqual(['Told', 'Better.']);
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

describe('ApiFailure', () => {
	const labelled = new ApiFailure('refused', 'email: is taken', '', {
		method: 'POST',
		path: '/v3/customers',
		status: 422,
		wordsWith: (labelOf) => ({ message: `${labelOf('email') ?? 'email'}: is taken`, description: '' }),
	});
	const label = (field: string) => (field === 'email' ? 'Email' : undefined);

	it('changed nothing, unless it says otherwise', () => {
		expect(failure.outcome).toBe('notDone');
	});

	it('grows by sentences, which hold together without line breaks', () => {
		const grown = failure.adding('3 of 4 calls were done before').adding('Nothing is lost.');
		expect(grown.description).toBe('Correct the fields. 3 of 4 calls were done before. Nothing is lost.');
		expect(grown).toMatchObject({ kind: 'refused', status: 422, message: failure.message });
		expect(labelled.adding('Look.').description).toBe('Look.');
	});

	it('keeps what it was told when its fields get labels', () => {
		expect(describeFailure(labelled, label).message).toBe('Email: is taken');
		expect(describeFailure(labelled, () => undefined).message).toBe('email: is taken');
		const grown = labelled.adding('Look.').afterDoubtfulTry();
		expect(describeFailure(grown, label)).toEqual({
			message: 'Email: is taken. An earlier try of this call got no clear answer, so the change may have been made',
			description: 'Check in the store whether the change was made before you send it again. Look.',
		});
		expect(grown.outcome).toBe('unknown');
	});

	it('does not say twice that nobody knows', () => {
		const doubtful = failure.afterDoubtfulTry();
		expect(doubtful.afterDoubtfulTry()).toBe(doubtful);
	});
});
