import { additionalFields } from '../../../../nodes/BigCommerce/model/collections';
import { choice, flag, list, money, object, required, text } from '../../../../nodes/BigCommerce/model/fields';
import { makeReader } from '../../../../nodes/BigCommerce/model/values/reader';
import { PLAIN, readAll, readOne } from './support';

const type = choice('type', 'Type', [
	['price', 'Price'],
	['percent', 'Percent'],
]);
const rules = list('rules', 'Rules', [
	type,
	required(money('amount', 'Amount', { showFor: { type: ['price'] } })),
	money('rate', 'Rate', { showFor: { type: ['percent'] } }),
]);

describe('a field that is shown for values of another', () => {
	it('is never read while it is hidden', () => {
		expect(
			readOne(rules, {
				values: [
					{ type: 'price', amount: 5, rate: 'not a number' },
					{ type: 'percent', amount: '', rate: 10 },
				],
			}),
		).toEqual([
			{ type: 'price', amount: 5 },
			{ type: 'percent', rate: 10 },
		]);
	});

	it('is missed where it is shown and required', () => {
		expect(readOne(rules, [{ type: 'price' }, { type: 'percent', rate: 10 }])).toBe('Rules 1 > Amount is empty.');
	});

	it('is shown for a choice by its name, and a toggle as a word', () => {
		expect(readOne(rules, [{ type: 'Price', amount: 5 }])).toEqual([{ type: 'price', amount: 5 }]);
		const gift = object('gift', 'Gift', [
			flag('wrapped', 'Wrapped', 'Whether'),
			text('paper', 'Paper', { showFor: { wrapped: [true] } }),
		]);
		expect(readOne(gift, { wrapped: 'yes', paper: 'red' })).toEqual({ wrapped: true, paper: 'red' });
		expect(readOne(gift, { wrapped: 'no', paper: 'red' })).toEqual({ wrapped: false });
	});

	it('goes by what the form shows at first where nothing was touched', () => {
		const gift = object('gift', 'Gift', [
			flag('wrapped', 'Wrapped', 'Whether', { preset: true }),
			flag('named', 'Named', 'Whether'),
			text('paper', 'Paper', { showFor: { wrapped: [true] } }),
			text('name', 'Name', { showFor: { named: [true] } }),
		]);
		expect(readOne(gift, { paper: 'red', name: 'Jane' })).toEqual({ paper: 'red' });
	});

	it('may hang on a field around it', () => {
		const fields = [
			type,
			additionalFields(text('reason', 'Reason', { showFor: { type: ['percent'] } }), text('note', 'Note')),
		];
		const additional = { reason: 'sale', note: 'x' };
		expect(readAll(fields, { type: 'percent', additionalFields: additional }).values).toEqual({
			type: 'percent',
			...additional,
		});
		expect(readAll(fields, { type: 'price', additionalFields: additional }).values).toEqual({
			type: 'price',
			note: 'x',
		});
	});

	it('is read when what it hangs on stands elsewhere, or the caller passes it', () => {
		const reason = text('reason', 'Reason', { showFor: { kind: ['other'] } });
		expect(readAll([additionalFields(reason)], { additionalFields: { reason: 'sale' } }).values).toEqual({
			reason: 'sale',
		});
		expect(
			readAll([type, { ...reason, showFor: { type: ['percent'] } }], { type: 'price', reason: 'sale' }).values,
		).toEqual({ type: 'price', reason: 'sale' });
	});

	it('is judged for each item by all fields of the form where the reader knows them', () => {
		const reason = required(text('reason', 'Reason', { showFor: { type: ['percent'] } }));
		const read = makeReader([reason], 'write', [type, reason]);
		expect(read({ type: 'percent', reason: 'sale' }, PLAIN).values).toEqual({ reason: 'sale' });
		expect(read({ type: 'Percent', reason: '' }, PLAIN).faults.map(({ message }) => message)).toEqual([
			'Reason is empty.',
		]);
		expect(read({ type: 'percent' }, PLAIN).faults.map(({ message }) => message)).toEqual(['Reason is empty.']);
		expect(read({ type: 'price', reason: 'sale' }, PLAIN)).toMatchObject({ values: {}, faults: [] });
	});
});
