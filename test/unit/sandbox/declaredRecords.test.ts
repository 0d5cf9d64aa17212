import { parent } from '../../sandbox/collections/declaration';
import { changedOn, computed, date, email, money, text } from '../../sandbox/collections/kinds';
import { rfc2822, rfc3339 } from '../../sandbox/core/format';
import { aString, textWith } from './matchers';
import { Shelf, toyFields } from './toys';

const WRITES = { create: true, update: true, remove: true } as const;

describe('A declared record', () => {
	test('is made with its defaults, shown in the envelope of v3, and changed in part', () => {
		const shelf = new Shelf({ calls: WRITES });
		const toy = { id: 1, name: 'Car', colour: 'red', price: 1, tags: [] };
		expect(shelf.call('POST', '/v3/toys', { name: 'Car', unknown: 1 })).toEqual({
			status: 200,
			body: { data: toy, meta: {} },
		});
		const changed = { ...toy, price: 0, box: { size: 3, lid: true } };
		expect(shelf.call('PUT', '/v3/toys/1', { price: 0, box: { size: 3 } }).body).toEqual({ data: changed, meta: {} });
		expect(shelf.call('GET', '/v3/toys/1').body).toEqual({ data: changed, meta: {} });
		expect(shelf.call('DELETE', '/v3/toys/1')).toEqual({ status: 204 });
		expect(shelf.call('GET', '/v3/toys/1')).toMatchObject({ status: 404, body: { title: 'The toy was not found.' } });
		expect(shelf.call('DELETE', '/v3/toys/1').status).toBe(204);
	});

	test('is bare in v2, with its own statuses, lists of nothing and refusals', () => {
		const shelf = new Shelf({ calls: { ...WRITES, count: true } }, '/v2/toys/{id}');
		expect(shelf.call('GET', '/v2/toys')).toEqual({ status: 204 });
		expect(shelf.call('POST', '/v2/toys', { name: 'Car' })).toMatchObject({
			status: 201,
			body: { id: 1, name: 'Car' },
		});
		expect(shelf.call('GET', '/v2/toys/count').body).toEqual({ count: 1 });
		expect(shelf.call('POST', '/v2/toys', { price: 1 })).toMatchObject({
			status: 400,
			body: [{ status: 400, message: "The required field 'name' was not supplied." }],
		});
		expect(shelf.call('PUT', '/v2/toys/1', { id: 1, price: 2 })).toMatchObject({
			status: 400,
			body: [{ message: textWith('id') }],
		});
		expect(shelf.call('DELETE', '/v2/toys/7')).toMatchObject({ status: 404, body: [{ status: 404 }] });
	});

	test.each([
		[{}, { name: 'error.path.missing' }],
		[{ name: '' }, { name: aString }],
		[{ name: 'x'.repeat(21) }, { name: aString }],
		[
			{ name: 'Car', colour: 'green', price: -1 },
			{ colour: aString, price: aString },
		],
		[{ name: 'Car', box: { lid: false } }, { 'box.size': 'error.path.missing' }],
	])('is refused by the names of its fields: %j', (body, errors) => {
		const shelf = new Shelf({ calls: WRITES });
		expect(shelf.call('POST', '/v3/toys', body)).toMatchObject({ status: 422, body: { status: 422, errors } });
		expect(shelf.rows('/v3/toys')).toEqual([]);
	});

	test('has fields that only the store writes, that are never shown, or never changed', () => {
		const fields = {
			...toyFields,
			kind: text().immutable(),
			secret: text().writeOnly(),
			mark: text().readOnly().default('store'),
			inner: text().hidden().default('kept'),
			label: computed(({ name, inner }) => `${String(name)} (${String(inner)})`),
			since: changedOn(rfc3339),
		};
		const shelf = new Shelf({ fields, calls: WRITES });
		shelf.call('POST', '/v3/toys', { name: 'Car', kind: 'a', secret: 'b', mark: 'c', inner: 'd', label: 'e' });
		shelf.call('PUT', '/v3/toys/1', { kind: 'z', mark: 'z' });
		expect(shelf.rows('/v3/toys')[0]).toEqual({
			...{ id: 1, name: 'Car', colour: 'red', price: 1, tags: [] },
			...{ kind: 'a', mark: 'store', label: 'Car (kept)', since: '2026-01-01T00:00:00Z' },
		});
		expect(shelf.toys.records(shelf.store).get(1)).toMatchObject({ secret: 'b' });
	});

	test('writes money and dates as v2 does, however they were sent, and an empty date clears', () => {
		const fields = { name: text().required(), cost: money().default(0), until: date(rfc2822).default(undefined) };
		const shelf = new Shelf({ fields, calls: WRITES }, '/v2/toys/{id}');
		const until = 'Fri, 02 Jan 2026 03:04:05 +0000';
		expect(shelf.call('POST', '/v2/toys', { name: 'a', cost: 2.5, until: '2026-01-02T03:04:05Z' }).body).toEqual({
			...{ id: 1, name: 'a', cost: '2.5000', until },
		});
		expect(shelf.call('POST', '/v2/toys', { name: 'b', cost: '7', until }).body).toMatchObject({
			cost: '7.0000',
			until,
		});
		expect(shelf.call('PUT', '/v2/toys/1', { until: '' }).body).toMatchObject({ until: '' });
		expect(shelf.call('PUT', '/v2/toys/1', { until: 'soon' }).status).toBe(400);
	});

	test('has a text for an ID, of the store or of its own, under another name', () => {
		const shelf = new Shelf({ id: 'uuid', textId: ({ random }) => random.uuid(), calls: WRITES }, '/v3/toys/{uuid}');
		const made = ['Car', 'Ball'].map((name) => shelf.call('POST', '/v3/toys', { name }).body) as {
			data: { uuid: string };
		}[];
		expect(shelf.names('/v3/toys')).toEqual(['Car', 'Ball']);
		const [, ball] = made.map(({ data }) => data.uuid);
		expect(shelf.call('GET', `/v3/toys/${ball}`).body).toMatchObject({ data: { uuid: ball, name: 'Ball' } });
		expect(shelf.call('GET', '/v3/toys/2').status).toBe(404);

		const named = new Shelf({ textId: (_store, { name }) => String(name), calls: WRITES });
		named.call('POST', '/v3/toys', { name: '77' });
		expect(named.call('GET', '/v3/toys/77').body).toMatchObject({ data: { id: '77' } });
	});

	test('answers to an update what is asked of it: status, fields that must be there, fields that are reset', () => {
		const shelf = new Shelf({ calls: { create: true, update: { status: 201, needs: ['name'], resets: ['price'] } } });
		shelf.call('POST', '/v3/toys', { name: 'Car', price: 9, colour: 'blue' });
		expect(shelf.call('PUT', '/v3/toys/1', { colour: 'red' })).toMatchObject({
			status: 422,
			body: { errors: { name: 'error.path.missing' } },
		});
		const { status, body } = shelf.call('PUT', '/v3/toys/1', { name: 'Bus' });
		expect([status, body]).toMatchObject([201, { data: { name: 'Bus', price: 1, colour: 'blue' } }]);
	});

	test('may be shown when it is deleted, and stay when something holds it', () => {
		const shelf = new Shelf({
			keeps: ({ name }) => (name === 'Car' ? 'The toy is in use.' : undefined),
			calls: { remove: { shows: true, missing: 404 }, removeMany: { by: ['id:in'] } },
		});
		shelf.add('Car', 'Ball', 'Kite');
		expect(shelf.call('DELETE', '/v3/toys/3')).toMatchObject({ status: 200, body: { data: { name: 'Kite' } } });
		expect(shelf.call('DELETE', '/v3/toys/1')).toMatchObject({ status: 422, body: { title: 'The toy is in use.' } });
		expect(shelf.call('DELETE', '/v3/toys/9').status).toBe(404);
		expect(shelf.call('DELETE', '/v3/toys?id:in=1,2').status).toBe(422);
		expect(shelf.names('/v3/toys')).toEqual(['Car', 'Ball']);
	});
});

describe('What must be unique', () => {
	test('is a conflict in any case of letters, but not with the record itself', () => {
		const fields = { ...toyFields, name: text().required().unique() };
		const shelf = new Shelf({ fields, calls: { ...WRITES, createMany: true } });
		shelf.add('Car', 'Ball');
		expect(shelf.call('POST', '/v3/toys', { name: 'CAR' })).toMatchObject({
			status: 409,
			body: { title: 'A toy with this name already exists.', errors: { name: aString } },
		});
		expect(shelf.call('PUT', '/v3/toys/2', { name: 'car' }).status).toBe(409);
		expect(shelf.call('PUT', '/v3/toys/1', { name: 'CAR' }).status).toBe(200);
		expect(shelf.call('POST', '/v3/toys', [{ name: 'Kite' }, { name: 'kite' }])).toMatchObject({
			status: 409,
			body: { errors: { '1.name': aString } },
		});
		expect(shelf.names('/v3/toys')).toEqual(['CAR', 'Ball']);
	});

	test('may be several fields together, below one parent, with a status of its own', () => {
		const shelf = new Shelf(
			{
				parents: { box_id: parent('box', (_store, id) => (id === 1 || id === 2 ? {} : undefined)) },
				unique: { fields: ['name', 'colour'], status: 422 },
				calls: WRITES,
			},
			'/v3/boxes/{box_id}/toys/{toy_id}',
		);
		const post = (box: number, body: object) => shelf.call('POST', `/v3/boxes/${box}/toys`, body).status;
		expect(post(1, { name: 'Car' })).toBe(200);
		expect(post(1, { name: 'Car' })).toBe(422);
		expect(post(1, { name: 'Car', colour: 'red' })).toBe(422);
		expect(post(1, { name: 'Car', colour: 'blue' })).toBe(200);
		expect(post(2, { name: 'Car' })).toBe(200);
	});

	test('is refused in the words of v2', () => {
		const shelf = new Shelf({ fields: { mail: email().required().unique() }, calls: WRITES }, '/v2/toys/{id}');
		shelf.call('POST', '/v2/toys', { mail: 'a@example.com' });
		const { status, body } = shelf.call('POST', '/v2/toys', { mail: 'A@example.com' });
		expect([status, body]).toEqual([409, [{ status: 409, message: textWith("'mail'") }]]);
	});
});

describe('A collection below a parent', () => {
	const parents = { box_id: parent('box', (_store, id) => (id === 1 || id === 2 ? {} : undefined)) };
	const open = () => new Shelf({ parents, limit: 2, calls: WRITES }, '/v3/boxes/{box_id}/toys/{toy_id}');

	test('holds what was put there, and nothing of another', () => {
		const shelf = open();
		for (const box of [1, 2]) shelf.call('POST', `/v3/boxes/${box}/toys`, { name: `Toy of ${box}` });
		expect(shelf.names('/v3/boxes/2/toys')).toEqual(['Toy of 2']);
		expect(shelf.rows('/v3/boxes/1/toys')[0]).not.toHaveProperty('box_id');
		expect(shelf.call('GET', '/v3/boxes/1/toys/1').status).toBe(200);
		expect(shelf.call('PUT', '/v3/boxes/1/toys/2', { name: 'Taken' }).status).toBe(404);
		expect(shelf.call('DELETE', '/v3/boxes/1/toys/2').status).toBe(204);
		expect(shelf.names('/v3/boxes/2/toys')).toEqual(['Toy of 2']);
	});

	test('needs the parent, and has room for so many', () => {
		const shelf = open();
		expect(shelf.call('GET', '/v3/boxes/7/toys')).toMatchObject({
			status: 404,
			body: { title: 'The box was not found.' },
		});
		expect(shelf.call('POST', '/v3/boxes/7/toys', { name: 'Car' }).status).toBe(404);
		const posted = ['Car', 'Ball', 'Kite'].map((name) => shelf.call('POST', '/v3/boxes/1/toys', { name }).status);
		expect(posted).toEqual([200, 200, 422]);
		expect(shelf.call('POST', '/v3/boxes/2/toys', { name: 'Kite' }).status).toBe(200);
	});
});
