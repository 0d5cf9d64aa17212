import { every, takeCareOfHooks } from '../../../nodes/BigCommerce/trigger/caretaker';
import { contextOf } from './contexts';

const credential = { type: 'bigCommerceApi', data: { storeHash: 'abc123', accessToken: 'token' } };

it.each([
	[1, '30 */1 * * * *'],
	[15, '30 */15 * * * *'],
	[60, '30 30 */1 * * *'],
	[240, '30 30 */4 * * *'],
	[1440, '30 30 12 * * *'],
])('looks every %i minutes', (minutes, expression) => {
	expect(every(minutes, () => 0.5)).toBe(expression);
});

it('looks at a random moment', () => {
	const moments = new Set(Array.from({ length: 30 }, () => every(240, Math.random)));
	expect(moments.size).toBeGreaterThan(10);
});

it('arranges the regular look, every four hours unless told otherwise', async () => {
	const usual = contextOf({ credential, mode: 'trigger' });
	await takeCareOfHooks(usual.context);
	expect(usual.told.crons.map(({ expression }) => expression)).toEqual([
		expect.stringMatching(/^\d+ \d+ \*\/4 \* \* \*$/),
	]);
	const often = contextOf({ credential, mode: 'trigger', parameters: { settings: { checkInterval: 15 } } });
	await takeCareOfHooks(often.context);
	expect(often.told.crons[0]?.expression).toMatch(/^\d+ \*\/15 /);
});

it('arranges nothing for a test run, and asks nothing while no hooks are registered', async () => {
	const test = contextOf({ credential, mode: 'manual' });
	await takeCareOfHooks(test.context);
	expect(test.told.crons).toEqual([]);
	const fresh = contextOf({ credential, mode: 'trigger' });
	const read = jest.spyOn(fresh.context, 'getCredentials');
	await takeCareOfHooks(fresh.context);
	fresh.told.crons[0]?.tick();
	await new Promise(setImmediate);
	expect(read).not.toHaveBeenCalled();
});
