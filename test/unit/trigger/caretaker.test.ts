import { BigCommerceTrigger } from '../../../nodes/BigCommerce/BigCommerceTrigger.node';
import { every } from '../../../nodes/BigCommerce/trigger/hooks/caretaker';
import type { AnyContext } from './contexts';
import { contextOf } from './contexts';

const credential = { type: 'bigCommerceApi', data: { storeHash: 'abc123', accessToken: 'token' } };

const activate = async (context: AnyContext) => await new BigCommerceTrigger().trigger.call(context);

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
	await activate(usual.context);
	expect(usual.told.crons.map(({ expression }) => expression)).toEqual([
		expect.stringMatching(/^\d+ \d+ \*\/4 \* \* \*$/),
	]);
	const often = contextOf({ credential, mode: 'trigger', parameters: { settings: { checkInterval: 15 } } });
	await activate(often.context);
	expect(often.told.crons[0]?.expression).toMatch(/^\d+ \*\/15 /);
});

it('arranges nothing for a test run, and asks nothing while no hooks are registered', async () => {
	const test = contextOf({ credential, mode: 'manual' });
	expect(await activate(test.context)).toEqual({});
	expect(test.told.crons).toEqual([]);
	const fresh = contextOf({ credential, mode: 'trigger' });
	const read = jest.spyOn(fresh.context, 'getCredentials');
	await activate(fresh.context);
	fresh.told.crons[0]?.tick();
	await new Promise(setImmediate);
	expect(read).not.toHaveBeenCalled();
});
