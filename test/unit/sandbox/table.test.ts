import { Table, type Row } from '../../sandbox/core/table';

const named = (id: number | string, name: string, more: object = {}): Row => ({ id, name, ...more });

describe('A table of records', () => {
	test('lists numbers in their order, however they came, and texts in the order in which they came', () => {
		const numbers = new Table<Row>();
		for (const id of [5, 2, 9]) numbers.put(named(id, `n${id}`));
		expect(numbers.all().map(({ id }) => id)).toEqual([2, 5, 9]);
		numbers.put(named(5, 'again'));
		numbers.put(named(7, 'late'));
		expect(numbers.all().map(({ name }) => name)).toEqual(['n2', 'again', 'late', 'n9']);
		const texts = new Table<Row>();
		for (const id of ['b', 'a', 'c']) texts.put(named(id, id));
		texts.put(named('b', 'again'));
		expect(texts.all().map(({ name }) => name)).toEqual(['again', 'a', 'c']);
	});

	test('gives out numbers that were never there', () => {
		const table = new Table<Row>(100);
		expect(table.add({ name: 'a' }).id).toBe(100);
		table.put(named(200, 'b'));
		table.delete(200);
		expect(table.add({ name: 'c' }).id).toBe(201);
		expect(table.size).toBe(2);
	});

	test('finds records by a field, in any case of letters, as they stand', () => {
		const table = new Table<Row>();
		table.put(named(1, 'Car', { box: 7 }));
		expect(table.by('name', 'CAR')).toHaveLength(1);
		table.put(named(3, 'car'));
		table.put(named(2, 'Ball', { box: 7 }));
		table.put(named(1, 'Bus', { box: 7 }));
		expect(table.by('name', 'car').map(({ id }) => id)).toEqual([3]);
		expect(table.by('box', 7).map(({ id }) => id)).toEqual([1, 2]);
		table.delete(2);
		expect(table.by('box', 7).map(({ id }) => id)).toEqual([1]);
		expect(table.by('name', 'Ball')).toEqual([]);
		table.put(named(4, ''));
		expect(table.by('name', '')).toEqual([]);
		expect(table.by('box', undefined)).toEqual([]);
	});
});
