import { sortedBy, sortedInOne } from '../../sandbox/collections/declaration';
import { v3CursorPage } from '../../sandbox/core/cursor';
import { Shelf } from './toys';

const WRITES = { create: true, update: true, remove: true } as const;

describe('A list', () => {
	const filled = (particulars = {}) => {
		const shelf = new Shelf(particulars);
		for (const [index, name] of ['Car', 'Ball', 'Kite', 'Carriage'].entries()) {
			shelf.toys.add(shelf.store, { name, price: 10 - index, colour: index % 2 ? 'blue' : 'red' });
		}
		return shelf;
	};
	const filters = {
		id: 'is in not_in min max greater less',
		name: 'is like in',
		price: 'is min max',
		colour: 'is',
		hue: ['excludes', ({ colour }: { colour?: unknown }) => colour],
	} as const;

	test.each([
		['id=2', ['Ball']],
		['id:in=3,1', ['Car', 'Kite']],
		['id:not_in=1,2', ['Kite', 'Carriage']],
		['id:min=3', ['Kite', 'Carriage']],
		['id:greater=3', ['Carriage']],
		['id:less=2', ['Car']],
		['name=car', ['Car']],
		['name:like=car', ['Car', 'Carriage']],
		['name:in=Ball,Kite', ['Ball', 'Kite']],
		['price:min=8&price:max=9', ['Ball', 'Kite']],
		['hue=red', ['Ball', 'Carriage']],
		['colour=red&id:max=2', ['Car']],
		['price:greater=8', ['Car', 'Ball', 'Kite', 'Carriage']],
		['tags=x&unknown=y&name=', ['Car', 'Ball', 'Kite', 'Carriage']],
	])('is filtered as declared, and by nothing else: %s', (query, names) => {
		expect(filled({ filters }).names(`/v3/toys?${query}`)).toEqual(names);
	});

	test('takes ranges of v2 where they are declared so', () => {
		const shelf = new Shelf({ filters: { id: 'is min_ max_' } }, '/v2/toys/{id}');
		shelf.add('Car', 'Ball', 'Kite');
		expect(shelf.names('/v2/toys?min_id=2')).toEqual(['Ball', 'Kite']);
		expect(shelf.names('/v2/toys?max_id=1')).toEqual(['Car']);
		expect(shelf.names('/v2/toys?id:min=2')).toEqual(['Car', 'Ball', 'Kite']);
	});

	test('is sorted by two parameters or by one, in an order of its own where none is asked for', () => {
		const two = filled({ sort: sortedBy('name') });
		expect(two.names('/v3/toys?sort=name')).toEqual(['Ball', 'Car', 'Carriage', 'Kite']);
		expect(two.names('/v3/toys?sort=name&direction=desc')).toEqual(['Kite', 'Carriage', 'Car', 'Ball']);
		expect(two.names('/v3/toys?direction=desc')).toEqual(['Carriage', 'Kite', 'Ball', 'Car']);
		expect(two.call('GET', '/v3/toys?sort=price').status).toBe(422);
		expect(two.call('GET', '/v3/toys?sort=name&direction=up').status).toBe(422);
		const one = filled({ sort: sortedInOne('price'), order: 'name:desc' });
		expect(one.names('/v3/toys?sort=price:asc')).toEqual(['Carriage', 'Kite', 'Ball', 'Car']);
		expect(one.names('/v3/toys')).toEqual(['Kite', 'Carriage', 'Car', 'Ball']);
		expect(filled().names('/v3/toys?sort=name')).toEqual(['Car', 'Ball', 'Kite', 'Carriage']);
	});

	test('includes parts and selects fields, where that is declared', () => {
		const shelf = filled({
			selectable: true,
			includes: { length: ({ name }: { name?: unknown }) => ({ length: String(name).length }) },
		});
		expect(shelf.rows('/v3/toys?include=length,other&include_fields=name,length&limit=2')).toEqual([
			{ id: 1, name: 'Car', length: 3 },
			{ id: 2, name: 'Ball', length: 4 },
		]);
		expect(shelf.rows('/v3/toys?exclude_fields=id,tags,price&limit=1')).toEqual([
			{ id: 1, name: 'Car', colour: 'red' },
		]);
		expect(filled().rows('/v3/toys?include_fields=name&limit=1')).toEqual([
			{ id: 1, name: 'Car', colour: 'red', price: 10, tags: [] },
		]);
	});

	test('is paged as declared', () => {
		expect(filled().call('GET', '/v3/toys?limit=3&page=2').body).toMatchObject({
			data: [{ name: 'Carriage' }],
			meta: { pagination: { total: 4, total_pages: 2, current_page: 2 } },
		});
		const cursors = filled({ paging: v3CursorPage });
		const { body } = cursors.call('GET', '/v3/toys?limit=3');
		const { end_cursor } = (body as { meta: { cursor_pagination: { end_cursor: string } } }).meta.cursor_pagination;
		expect(cursors.names(`/v3/toys?limit=3&after=${end_cursor}`)).toEqual(['Carriage']);
		expect(filled().call('GET', '/v3/toys?limit=251').status).toBe(413);
	});

	test('hides what an account may not see, and so do all other calls', () => {
		const shelf = filled({ visible: ({ colour }: { colour?: unknown }) => colour === 'red', calls: WRITES });
		expect(shelf.names('/v3/toys')).toEqual(['Car', 'Kite']);
		expect(shelf.call('GET', '/v3/toys/2').status).toBe(404);
		expect(shelf.call('PUT', '/v3/toys/2', { name: 'x' }).status).toBe(404);
	});
});
