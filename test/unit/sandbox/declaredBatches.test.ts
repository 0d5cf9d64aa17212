import type { RemoveBatch } from '../../sandbox/collections/declaration';
import { COUNTED_ONLY, ROW_BY_ROW } from '../../sandbox/collections/batches';
import { whole } from '../../sandbox/collections/kinds';
import { aString, textWith } from './matchers';
import { Shelf, toyFields } from './toys';

const WRITES = { create: true, update: true, remove: true } as const;

describe('A batch', () => {
	test('is saved whole or not at all, with the errors by row', () => {
		const shelf = new Shelf({ calls: { createMany: { max: 3, status: 201, title: 'Create toys failed.' } } });
		expect(shelf.call('POST', '/v3/toys', [{ name: 'Car' }, { price: 1 }])).toMatchObject({
			status: 422,
			body: { title: 'Create toys failed.', errors: { '1.name': 'error.path.missing' } },
		});
		expect(shelf.rows('/v3/toys')).toEqual([]);
		expect(shelf.call('POST', '/v3/toys', { name: 'Car' }).status).toBe(422);
		const rows = ['a', 'b', 'c', 'd'].map((name) => ({ name }));
		expect(shelf.call('POST', '/v3/toys', rows).status).toBe(413);
		expect(shelf.call('POST', '/v3/toys', rows.slice(1))).toMatchObject({
			status: 201,
			body: { data: [{ id: 1, name: 'b' }, { name: 'c' }, { name: 'd' }], meta: {} },
		});
	});

	test('may be saved row by row, saying which were not', () => {
		const style = ROW_BY_ROW;
		const shelf = new Shelf({
			calls: { createMany: { style }, updateMany: { style }, removeMany: { by: 'body', style } },
		});
		expect(shelf.call('POST', '/v3/toys', [{ name: 'Car' }, { name: '' }, { name: 'Kite' }])).toMatchObject({
			status: 422,
			body: {
				data: [{ name: 'Car' }, { name: 'Kite' }],
				errors: [{ status: 422, errors: { '1': aString } }],
				meta: { total: 3, success: 2, failed: 1 },
			},
		});
		expect(
			shelf.call('PUT', '/v3/toys', [
				{ id: 9, price: 2 },
				{ id: 2, price: 2 },
			]),
		).toMatchObject({
			status: 422,
			body: { data: [{ id: 2, price: 2 }], errors: [{ errors: { '0': textWith('9') } }] },
		});
		expect(shelf.call('DELETE', '/v3/toys', [1, 7])).toMatchObject({
			status: 422,
			body: { data: [1], errors: [{ errors: { '1': textWith('7') } }], meta: { total: 2, success: 1, failed: 1 } },
		});
		expect(shelf.call('DELETE', '/v3/toys', [2])).toEqual({
			status: 200,
			body: { data: [2], errors: [], meta: { total: 1, success: 1, failed: 0 } },
		});
	});

	test('updates by ID, and refuses or leaves out one that is not there', () => {
		const strict = new Shelf({ calls: { updateMany: { needs: ['name'], style: COUNTED_ONLY } } });
		strict.add('Car', 'Ball');
		expect(
			strict.call('PUT', '/v3/toys', [
				{ id: 1, name: 'Bus' },
				{ id: 5, name: 'x' },
			]),
		).toMatchObject({
			status: 422,
			body: { errors: { '1.id': textWith('5') } },
		});
		expect(strict.call('PUT', '/v3/toys', [{ name: 'x' }, { id: 2 }])).toMatchObject({
			body: { errors: { '0.id': 'error.path.missing', '1.name': 'error.path.missing' } },
		});
		expect(strict.names('/v3/toys')).toEqual(['Car', 'Ball']);
		expect(strict.call('PUT', '/v3/toys', [{ id: 2, name: 'Cube' }]).body).toEqual({
			meta: { total: 1, success: 1, failed: 0 },
		});
		const lenient = new Shelf({ calls: { updateMany: { missing: 'skip' } } });
		lenient.add('Car');
		expect(
			lenient.call('PUT', '/v3/toys', [
				{ id: 5, price: 1 },
				{ id: 1, price: 7 },
			]).body,
		).toMatchObject({
			data: [{ id: 1, price: 7 }],
		});
	});

	test('upserts by ID, or by the fields that name a record', () => {
		const shelf = new Shelf({ calls: { upsertMany: { by: ['name', 'colour'] } } });
		shelf.add('Car', 'Ball');
		const rows = [
			{ name: 'Car', colour: 'red', price: 5 },
			{ name: 'Car', colour: 'blue', price: 6 },
			{ id: 2, price: 7 },
		];
		expect(shelf.call('PUT', '/v3/toys', rows).body).toMatchObject({
			data: [
				{ id: 1, price: 5 },
				{ id: 3, colour: 'blue', price: 6 },
				{ id: 2, name: 'Ball', price: 7 },
			],
		});
		expect(shelf.call('PUT', '/v3/toys', [{ id: 8, name: 'x' }]).status).toBe(422);
	});

	const deletions: [query: string, options: Partial<RemoveBatch>, left: string[]][] = [
		['?id:in=1,3,9', {}, ['Ball', 'Kite']],
		['?name=ball', {}, ['Car', 'Cart', 'Kite']],
		['?name:like=car', {}, ['Ball', 'Kite']],
		['', { without: 'all' }, []],
		['', { without: 'nothing' }, ['Car', 'Ball', 'Cart', 'Kite']],
		['?limit=3', { without: 'page' }, ['Kite']],
		['?colour=red', { without: 'nothing' }, ['Car', 'Ball', 'Cart', 'Kite']],
		['', { without: 'all', spares: ({ name }) => name === 'Cart' }, ['Cart']],
	];

	test.each(deletions)('is deleted by what is declared: %s %j', (query, options, left) => {
		const shelf = new Shelf({ calls: { removeMany: { by: ['id:in', 'name', 'name:like'], ...options } } });
		shelf.add('Car', 'Ball', 'Cart', 'Kite');
		expect(shelf.call('DELETE', `/v3/toys${query}`)).toEqual({ status: 204 });
		expect(shelf.names('/v3/toys')).toEqual(left);
	});

	test('is not deleted without a filter, nor above the number that one call may take', () => {
		const shelf = new Shelf({ calls: { removeMany: { by: ['id:in'], max: 2 } } });
		shelf.add('Car', 'Ball', 'Kite');
		expect(shelf.call('DELETE', '/v3/toys').status).toBe(422);
		expect(shelf.call('DELETE', '/v3/toys?id:in=').status).toBe(422);
		expect(shelf.call('DELETE', '/v3/toys?id:in=1,2,3').status).toBe(413);
		expect(shelf.names('/v3/toys')).toHaveLength(3);
	});
});

describe('Behaviour written by hand', () => {
	test('changes, leaves out and refuses inputs, and checks references', () => {
		const shelf = new Shelf({
			fields: { ...toyFields, box_id: whole().refersTo('box', (_store, id) => (id === 1 ? {} : undefined)) },
			before: ({ name, ...input }) => (name === 'Nothing' ? undefined : { ...input, name: String(name).toUpperCase() }),
			check: ({ price }, { existing }) => (price === 13 && !existing ? { price: 'is unlucky' } : undefined),
			calls: { ...WRITES, createMany: true },
		});
		expect(shelf.call('POST', '/v3/toys', [{ name: 'Nothing' }, { name: 'car', box_id: 1 }]).body).toMatchObject({
			data: [{ name: 'CAR', box_id: 1 }],
		});
		expect(shelf.call('POST', '/v3/toys', { name: 'a', price: 13, box_id: 2 })).toMatchObject({
			status: 422,
			body: { errors: { price: 'is unlucky', box_id: 'The box 2 does not exist' } },
		});
		expect(shelf.call('PUT', '/v3/toys/1', { name: 'a', price: 13, box_id: 0 }).status).toBe(200);
	});

	test('follows writes, as webhooks do', () => {
		const moved: unknown[] = [];
		const shelf = new Shelf({
			events: 'toy',
			saved: ({ id }, what) => moved.push([id, what]),
			calls: { ...WRITES, removeMany: { by: ['id:in'] } },
		});
		shelf.add('Seed');
		shelf.call('POST', '/v3/toys', { name: 'Car' });
		shelf.call('PUT', '/v3/toys/2', { price: 3 });
		shelf.call('DELETE', '/v3/toys?id:in=1,2');
		expect(moved).toEqual([
			[2, 'created'],
			[2, 'updated'],
			[1, 'deleted'],
			[2, 'deleted'],
		]);
		expect(shelf.events[0]).toEqual({ scope: 'store/toy/created', data: { type: 'toy', id: 2 } });
		expect(shelf.events.map(({ scope }) => scope)).toHaveLength(4);
	});

	test.each([
		['list', { errors: [{ status: 404, title: aString, type: aString }] }],
		['nested', { errors: { status: 404, title: aString }, meta: { failed: 0 } }],
	] as const)('refusals may come as a %s', (problems, body) => {
		expect(new Shelf({ problems }).call('GET', '/v3/toys/1')).toMatchObject({ status: 404, body });
	});

	test('an endpoint may have a cap on requests under way', () => {
		const { toys } = new Shelf({ concurrency: { GET: 10, 'PUT one': 3 }, calls: WRITES });
		const caps = toys.routes.map(({ method, path, concurrency }) => [method, path.endsWith('}'), concurrency]);
		expect(caps).toEqual([
			['GET', false, 10],
			['POST', false, undefined],
			['GET', true, undefined],
			['PUT', true, 3],
			['DELETE', true, undefined],
		]);
	});
});
