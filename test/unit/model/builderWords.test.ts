import { offenders, operations } from '../../support/shownProperties';

/** n8n's node search prints the descriptions of all operations of every node that it finds. */
describe('Descriptions of operations', () => {
	it('have about 60 characters on average', () => {
		const lengths = operations.map(({ operation: { description } }) => description.length);
		expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(66);
	});

	it('have at most 90 characters each', () => {
		expect(
			offenders(
				operations,
				({ operation: { description } }) => description.length > 90 && `${description.length}: "${description}"`,
			),
		).toEqual([]);
	});
});
