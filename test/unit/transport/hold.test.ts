import type { IHttpRequestOptions } from 'n8n-workflow';

import type { ApiFailure } from '../../../nodes/BigCommerce/transport/failure';
import { StoreLimiter } from '../../../nodes/BigCommerce/transport/limiter';
import type { FakeClock } from '../../support/fakeClock';
import type { FakeAnswer } from '../../support/fakeContext';
import { broken, OK, QUOTA_SPENT, read, ScriptedStore, write } from './scriptedStore';

let store: ScriptedStore;
let clock: FakeClock;
let seen: IHttpRequestOptions[];
let storeThat: ScriptedStore['api'];
let send: ScriptedStore['send'];
beforeEach(() => {
	store = new ScriptedStore();
	({ clock, seen } = store);
	storeThat = store.api.bind(store);
	send = store.send.bind(store);
});

describe('StoreApi.hold', () => {
	it('sends nothing more, but lets what is under way run to its end', async () => {
		const api = storeThat(async () => {
			await clock.sleep(1000);
			return OK;
		});
		const results = Array.from(
			{ length: 20 },
			async (_, id) =>
				await api.send(write('POST', false, { body: { id } })).then(
					() => 'done',
					(failure: unknown) => failure as ApiFailure,
				),
		);
		await clock.advance(500);
		api.hold();
		await clock.runUntilIdle();
		const ended = await Promise.all(results);
		expect(ended.filter((each) => each === 'done')).toHaveLength(8);
		expect(seen).toHaveLength(8);
		for (const failure of ended.slice(8)) expect(failure).toMatchObject({ kind: 'held', outcome: 'notDone' });
		expect((await send(api, read)).failure).toMatchObject({ kind: 'held', outcome: 'notDone' });
		expect(seen).toHaveLength(8);
	});

	it.each<[string, FakeAnswer | Error, string]>([
		['after a 429', { statusCode: 429 }, 'notDone'],
		['after a 503', { statusCode: 503 }, 'unknown'],
		['after a broken connection', broken('ECONNRESET', { syscall: 'read' }), 'unknown'],
	])('ends the pause before another try %s: %#', async (_, first, outcome) => {
		const api = storeThat((_request, count) => (count === 1 ? first : OK));
		const sending = api.send(write('PUT', true)).catch((failure: unknown) => failure);
		await clock.advance(100);
		api.hold();
		expect(await sending).toMatchObject({ kind: 'held', outcome });
		expect(clock.now()).toBe(100);
		expect(seen).toHaveLength(1);
	});

	it('ends the wait for the quota at once, and leaves other runs of the same store alone', async () => {
		const limiter = new StoreLimiter(clock);
		const act = (_: IHttpRequestOptions, count: number) => (count === 1 ? QUOTA_SPENT : OK);
		const [held, other] = [storeThat(act, { limiter }), storeThat(act, { limiter })];
		const waiting = held.send(write('POST')).catch((failure: unknown) => failure);
		await clock.advance(10);
		const kept = other.send(read);
		held.hold();
		expect(await waiting).toMatchObject({ kind: 'held', outcome: 'notDone' });
		expect(clock.now()).toBe(10);
		await clock.runUntilIdle();
		expect((await kept).status).toBe(200);
	});
});
