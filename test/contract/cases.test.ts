import type { INodeParameters } from 'n8n-workflow';

import { describeWithFacts } from '../support/facts';
import { rowWith } from '../support/runOperation';
import { caseNames, readCase, runCase, type CaseRun } from './cases';

/** Runs the rows of a case, with parameters beside its own; gives the last run and the one before. */
type Run = (more?: INodeParameters) => Promise<[last: CaseRun, before: CaseRun | undefined]>;

/** A row that was not written, for a reason in which these words stand, the field and its value among them. */
const refused = (...words: string[]): unknown => ({
	error: expect.stringMatching(
		new RegExp(words.map((word) => `(?=.*${word.replace(/[$()+.]/g, '\\$&')})`).join('')),
	) as string,
	description: expect.stringContaining('Nothing was sent') as string,
	outcome: 'not written',
});

const product = (fields: object) => ({ type: 'physical', price: 5, weight: 1, ...fields });
const coupon = (fields: object) => rowWith({ type: 'percentage_discount', amount: '10', ...fields });

/** By the name of the file: what a person expects to arrive at the store, and what to be refused. */
const EXPECTED: Readonly<Record<string, (run: Run) => Promise<void>>> = {
	'01-number-as-written': async (run) => {
		const [{ rows, saved }] = await run();
		const numbers = { 'Made-up 0': 1299, 'Made-up 1': 12.5, 'Made-up 2': 12.5, 'Made-up 3': 12.5 };
		expect(saved).toEqual(Object.entries(numbers).map(([name, price]) => product({ name, price })));
		expect(rows[4]).toEqual(refused('Weight', '1.5 kg', 'without the unit "kg"'));
	},
	'02-empty-optional-cell': async (run) => {
		const [{ rows, saved }] = await run();
		expect(rows).toEqual([rowWith({ name: 'Made-up Mug' })]);
		expect(saved).toEqual([product({ name: 'Made-up Mug' })]);
	},
	'03-flag-words': async (run) => {
		const [{ saved }] = await run();
		const flags = [true, false, true, false, true, true, true, false];
		expect(saved).toEqual(flags.map((is_visible, index) => product({ name: `Made-up f${index}`, is_visible })));
	},
	'04-date-day-first': async (run) => {
		const [{ rows, requests }] = await run();
		expect(rows).toEqual([
			refused('Expires', '13/04/2026', 'Date Format'),
			refused('Expires', '04/10/2026', 'Date Format'),
		]);
		expect(requests).toEqual([]);
		const [{ saved }] = await run({ requestOptions: { dateFormat: 'dayFirst' } });
		expect(saved).toEqual([
			coupon({ code: 'MUD1', expires: 'Mon, 13 Apr 2026 00:00:00 +0000' }),
			coupon({ code: 'MUD2', expires: 'Sun, 04 Oct 2026 00:00:00 +0000' }),
		]);
	},
	'06-date-timezone': async (run) => {
		// Midnight in Berlin.
		const expires = 'Wed, 30 Dec 2026 23:00:00 +0000';
		const [{ rows, saved }] = await run();
		expect(saved).toEqual([coupon({ code: 'MUT1', expires })]);
		expect(rows[1]).toEqual(refused('Expires', '12/31/2026', 'Date Format'));
		const [withFormat] = await run({ requestOptions: { dateFormat: 'monthFirst' } });
		expect(withFormat.saved).toEqual([coupon({ code: 'MUT1', expires }), coupon({ code: 'MUT2', expires })]);
	},
	'09-long-number': async (run) => {
		const [{ rows, requests }] = await run();
		expect(rows).toEqual([refused('Tracking Number', '9.400111899e+21', 'as text', 'digits are lost')]);
		expect(requests).toEqual([]);
	},
	'10-list-by-expression': async (run) => {
		const [{ rows, requests }] = await run();
		expect(rows).toEqual([refused('Custom Fields', 'List From Item')]);
		expect(requests).toEqual([]);
		const [{ saved }] = await run({ updateFields: { custom_fields: { fromItem: [{ list: '={{ $json.fields }}' }] } } });
		expect(saved).toEqual([{ id: 1, custom_fields: [{ name: 'Material', value: 'Wool' }] }]);
	},
	'11-blank-address': async (run) => {
		const [{ saved }] = await run();
		expect(saved).toEqual([{ email: 'noaddress@example.com', first_name: 'Jane', last_name: 'Doe' }]);
	},
	'12-ids-semicolon': async (run) => {
		const [{ rows, saved }] = await run();
		expect(saved).toEqual([product({ name: 'Made-up c1', categories: [1, 2] })]);
		expect(rows.slice(1)).toEqual([
			refused('Categories', '"Shop All/Shirts"', '"Shop All/Sale"'),
			refused('Categories', '"1e0"'),
		]);
	},
	'14-stock-unknown-sku': async (run) => {
		const [{ rows, requests, saved }] = await run();
		expect(requests.length).toBeLessThanOrEqual(10);
		const unknown = rows.filter(({ error }) => error !== undefined);
		expect(unknown).toHaveLength(100);
		expect(saved).toHaveLength(1900);
		for (const [index, row] of rows.entries()) {
			if (index % 20 === 19)
				expect(row).toMatchObject({
					error: expect.stringContaining(`GONE-${index}`) as string,
					outcome: 'not written',
				});
			else expect(row).toMatchObject({ success: true, quantity: index + 1 });
		}
	},
	'16-order-line-null': async (run) => {
		const [{ rows, saved }] = await run();
		expect(saved).toEqual([]);
		expect(rows).toEqual([rowWith({ error: 'Order 149 has nothing left to ship', outcome: 'not written' })]);
	},
	'17-sku-space': async (run) => {
		const [second, first] = await run();
		const lamp = product({ sku: 'TS-1', name: 'Made-up Lamp' });
		expect(first?.saved).toEqual([lamp]);
		expect(first?.requests.at(-1)).toMatchObject({ method: 'POST', path: '/v3/catalog/products' });
		expect(second.saved).toEqual([{ ...lamp, id: first?.rows[0]?.id }]);
		expect(second.requests.at(-1)).toMatchObject({ method: 'PUT', path: '/v3/catalog/products' });
	},
};

jest.setTimeout(120_000);

describeWithFacts('cases', 'Rows that people feed into a store', (folder) => {
	const names = caseNames();

	it('are there', () => {
		expect(names.length).toBeGreaterThan(0);
	});

	for (const name of names) {
		it(`are saved or refused as a person expects: ${name}`, async () => {
			const check = EXPECTED[name];
			if (!check)
				throw new Error(`There is no expectation for ${name}.json yet: write one into EXPECTED, from its "want"`);
			const given = readCase(folder, name);
			await check(async (more) => {
				const runs = await runCase(given, more);
				return [runs.at(-1)!, runs.at(-2)];
			});
		});
	}
});
