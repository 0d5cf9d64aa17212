import { choice } from '../../../../nodes/BigCommerce/model/fields';
import { makeReader } from '../../../../nodes/BigCommerce/model/values/reader';

const status = choice('status_id', 'Status', [
	[0, 'Incomplete'],
	[1, 'Pending'],
	[11, 'Awaiting Fulfillment'],
]);
const read = makeReader([status], 'write');
const reading = {
	timezone: 'UTC',
	dates: 'iso',
	dateFormat: 'iso',
	numberFormat: 'strict',
	emptyValues: 'leaveOut',
	fromTool: false,
} as const;

describe('A choice that is a number', () => {
	it.each([
		[1, 1],
		['1', 1],
		['11', 11],
		['awaiting-fulfillment', 11],
	])('is understood as %j', (raw, value) => {
		expect(read({ status_id: raw }, reading)).toMatchObject({ values: { status_id: value }, faults: [] });
	});

	it.each([[-1], ['-1'], ['1_1'], ['1 1'], ['1-1'], [1.5]])('is never bent into another: %j is refused', (raw) => {
		const { values, faults } = read({ status_id: raw }, reading);
		expect(values).toEqual({});
		expect(faults.map(({ message }) => message)).toEqual([expect.stringContaining('Status must be one of Incomplete')]);
	});
});
