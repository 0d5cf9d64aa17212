import type { IHttpRequestOptions } from 'n8n-workflow';

import { payloadOf } from '../../../nodes/BigCommerce/transport/payload';
import type { FakeClock } from '../../support/fakeClock';
import { settle } from '../../support/fakeClock';
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

describe('StoreApi', () => {
	it('sends what it is told to', async () => {
		const api = storeThat(() => OK, { timeoutMs: 7000 });
		const query = { 'id:in': [1, 2], 'name:like': 'a b&c', is_visible: false, sort: 'date_created:desc' };
		await send(api, write('PUT', true, { query, body: [{ id: 1 }] }));
		expect(seen).toHaveLength(1);
		expect(seen[0]).toMatchObject({
			method: 'PUT',
			url: 'https://api.bigcommerce.com/stores/abc123/v3/things?id:in=1,2&name:like=a%20b%26c&is_visible=false&sort=date_created%3Adesc',
			body: [{ id: 1 }],
			headers: { Accept: 'application/json', 'User-Agent': 'n8n-nodes-bigcommerce' },
			timeout: 7000,
			disableFollowRedirect: true,
		});
	});

	it('returns status, headers in lower case and body', async () => {
		const api = storeThat(() => ({ statusCode: 207, headers: { 'X-Some': 'Thing' }, body: { data: 1 } }));
		expect((await send(api)).response).toEqual({ status: 207, headers: { 'x-some': 'Thing' }, body: { data: 1 } });
	});

	it('has no body for an empty one', async () => {
		const api = storeThat(() => ({ statusCode: 204, body: '' }));
		expect((await send(api)).response?.body).toBeUndefined();
	});

	it.each(['<!DOCTYPE html><html></html>', '{"data":[{"id":1},{"i'])(
		'an answer that is no data is none: %s',
		async (body) => {
			const api = storeThat(() => ({ statusCode: 200, body }));
			const { failure } = await send(api);
			expect(failure).toMatchObject({ kind: 'refused', status: 502 });
			expect(seen).toHaveLength(5);
		},
	);

	it('sends nothing that could empty a collection', async () => {
		const api = storeThat(() => OK);
		const { failure } = await send(api, write('DELETE', true, { path: '/v2/orders' }));
		expect(failure).toMatchObject({ kind: 'notSent', outcome: 'notDone' });
		expect(seen).toHaveLength(0);
	});

	describe('a server that acts and then drops the connection', () => {
		/** Carries every call out, and breaks off the first answer. */
		function forgetful() {
			const things = new Set([5]);
			let made = 0;
			const api = storeThat(({ method }, count) => {
				if (method === 'POST') made += 1;
				const existed = method === 'DELETE' ? things.delete(5) : things.has(5);
				if (count === 1) return broken('ECONNRESET', { syscall: 'read' });
				return existed ? OK : { statusCode: 404, body: { title: 'Gone' } };
			});
			return { api, made: () => made };
		}

		it.each(['POST', 'PUT', 'DELETE'] as const)(
			'a %s that must not be repeated is not, and its outcome is unknown',
			async (method) => {
				const { api } = forgetful();
				const { failure } = await send(api, write(method, false, { path: '/v3/things/5' }));
				expect(seen).toHaveLength(1);
				expect(failure).toMatchObject({
					kind: 'unanswered',
					outcome: 'unknown',
					message: `BigCommerce did not answer, so it is not known whether the change was made (${method} /v3/things/5)`,
				});
				expect(failure?.description).toMatch(
					/^Check in the store .* before you send it again\. ECONNRESET happened\.$/,
				);
			},
		);

		it.each([read, write('PUT', true), write('POST', true)])(
			'$method is repeated where that is safe',
			async (request) => {
				const { api } = forgetful();
				expect((await send(api, request)).response?.status).toBe(200);
				expect(seen).toHaveLength(2);
			},
		);

		it('a repeatable DELETE is repeated, and not finding the record counts as done', async () => {
			const { api } = forgetful();
			expect((await send(api, write('DELETE', true, { path: '/v3/things/5' }))).response?.status).toBe(204);
			expect(seen).toHaveLength(2);
		});
	});

	it('DELETE of a record that never existed is not found, also after a refusal that did nothing', async () => {
		const api = storeThat((_, count) => (count === 1 ? { statusCode: 429 } : { statusCode: 404 }));
		const { failure } = await send(api, write('DELETE', true, { path: '/v3/things/5' }));
		expect(failure).toMatchObject({ status: 404, outcome: 'notDone' });
	});

	it('repeats a POST that never arrived', async () => {
		const api = storeThat((_, count) => (count === 1 ? broken('ECONNREFUSED') : OK));
		expect((await send(api, write('POST'))).response?.status).toBe(200);
		expect(seen).toHaveLength(2);
	});

	describe('requests that cannot be made', () => {
		it('a character that no header can hold is tried once, and blamed on the credential', async () => {
			const api = storeThat(() => broken('ERR_INVALID_CHAR'));
			const { failure } = await send(api, write('POST'));
			expect(seen).toHaveLength(1);
			expect(clock.now()).toBe(0);
			expect(failure).toMatchObject({ kind: 'notSent', outcome: 'notDone' });
			expect(failure?.message).toMatch(/credential holds a character that cannot be sent/);
		});

		it('half a character in the query is refused before anything is sent', async () => {
			const api = storeThat(() => OK);
			const { failure } = await send(api, { ...read, query: { name: 'half \ud83d' } });
			expect(seen).toHaveLength(0);
			expect(failure).toMatchObject({ kind: 'notSent', outcome: 'notDone' });
			expect(failure?.message).toContain('broken character');
		});
	});

	it('a 503 with Retry-After keeps back its own endpoint, and the text blames that', async () => {
		const api = storeThat(
			({ method }) => (method === 'PUT' ? { statusCode: 503, headers: { 'retry-after': '120' } } : OK),
			{ longestWaitMs: 60_000 },
		);
		await send(api, write('PUT', true, { path: '/v3/customers' }));
		expect((await send(api, { ...read, path: '/v3/customers' })).response?.status).toBe(200);
		expect(clock.now()).toBe(0);
		const { failure } = await send(api, write('PUT', true, { path: '/v3/customers' }));
		expect(failure).toMatchObject({ kind: 'tooLong', outcome: 'notDone' });
		expect(failure?.message).toMatch(/pause of 120 seconds at this endpoint.*PUT \/v3\/customers/);
		expect(`${failure?.message} ${failure?.description}`).not.toContain('quota');
	});

	it('says where to look when the host cannot be found, without trying again', async () => {
		const { failure } = await send(storeThat(() => broken('ENOTFOUND')));
		expect(seen).toHaveLength(1);
		expect(failure).toMatchObject({ kind: 'notSent', message: 'BigCommerce could not be reached' });
		expect(failure?.description).toContain('https://api.bigcommerce.com');
	});

	it('waits for the reset after a 429 for want of quota and sends again, also a POST', async () => {
		const api = storeThat((_, count) => (count === 1 ? QUOTA_SPENT : OK));
		expect((await send(api, write('POST'))).response?.status).toBe(200);
		expect(clock.now()).toBe(20_020);
		expect(api.effort).toEqual({ requests: 2, pages: 0, retries: 1, waits: 1, waitedMs: 20_020 });
	});

	it('counts time during which many requests waited once', async () => {
		const api = storeThat((_, count) => (count <= 8 ? QUOTA_SPENT : OK));
		await Promise.all(Array.from({ length: 8 }, async () => await send(api)));
		expect(api.effort).toEqual({ requests: 16, pages: 0, retries: 8, waits: 8, waitedMs: 20_020 });
	});

	describe('cancelling', () => {
		it('ends the wait for the quota at once', async () => {
			const stop = new AbortController();
			const api = storeThat(() => QUOTA_SPENT, { signal: stop.signal });
			const sending = api.send({ method: 'GET', path: '/v3/things' }).catch((failure: unknown) => failure);
			await clock.advance(1000);
			stop.abort();
			expect(await sending).toMatchObject({ kind: 'cancelled' });
			expect(clock.now()).toBe(1000);
		});

		it('ends the wait before another try at once', async () => {
			const stop = new AbortController();
			const api = storeThat(() => ({ statusCode: 503, headers: {} }), { signal: stop.signal });
			const sending = api.send({ method: 'GET', path: '/v3/things' }).catch((failure: unknown) => failure);
			await clock.advance(100);
			stop.abort();
			expect(await sending).toMatchObject({ kind: 'cancelled' });
			expect(seen).toHaveLength(1);
		});

		it('a write that is under way may be carried out all the same', async () => {
			const stop = new AbortController();
			const api = storeThat(
				async () => {
					await clock.sleep(10);
					stop.abort();
					throw new Error('aborted');
				},
				{ signal: stop.signal },
			);
			const { failure } = await send(api, write('POST'));
			expect(failure).toMatchObject({ kind: 'cancelled', outcome: 'unknown' });
			expect(failure?.message).toMatch(/canceled while a change was under way/);
			expect(`${failure?.message} ${failure?.description}`).not.toContain('dropped');
		});

		it('a write that waited was not made', async () => {
			const stop = new AbortController();
			const api = storeThat(() => QUOTA_SPENT, { signal: stop.signal });
			const sending = api.send(write('POST')).catch((failure: unknown) => failure);
			await clock.advance(1000);
			stop.abort();
			expect(await sending).toMatchObject({
				kind: 'cancelled',
				outcome: 'notDone',
				message: 'The execution was canceled',
			});
		});

		it('is noticed when it comes while an answer does', async () => {
			const stop = new AbortController();
			const api = storeThat(
				() => {
					stop.abort();
					return { statusCode: 429 };
				},
				{ signal: stop.signal },
			);
			const failure = await api.send({ method: 'GET', path: '/v3/things' }).catch((reason: unknown) => reason);
			expect(failure).toMatchObject({ kind: 'cancelled' });
			expect(clock.hasSleepers).toBe(false);
		});

		it('of one list leaves other calls alone', async () => {
			const api = storeThat(() => QUOTA_SPENT);
			const { signal, stop } = api.stopSwitch();
			const given = api.send({ method: 'GET', path: '/v3/a' }, signal).catch((reason: unknown) => reason);
			const kept = api.send({ method: 'GET', path: '/v3/b' }).catch((reason: unknown) => reason);
			await clock.advance(1000);
			stop();
			expect(await given).toMatchObject({ kind: 'cancelled' });
			let open = true;
			void kept.then(() => (open = false));
			await settle();
			expect(open).toBe(true);
		});
	});

	describe('Longest Wait', () => {
		it('ends a wait that would last longer at once, and says how to get on', async () => {
			const api = storeThat(() => QUOTA_SPENT, { longestWaitMs: 5000 });
			const { failure } = await send(api);
			expect(clock.now()).toBe(0);
			expect(failure).toMatchObject({
				kind: 'tooLong',
				message: "Waiting for the store's request quota would take too long",
			});
			expect(failure?.description).toMatch(/in 21 seconds\. Raise Request Options > Longest Wait/);
		});

		it('counts waits, not the time that work takes', async () => {
			const api = storeThat(
				async (_, count) => {
					await clock.sleep(50_000);
					return count === 100 ? QUOTA_SPENT : OK;
				},
				{ longestWaitMs: 25_000 },
			);
			for (let call = 1; call < 100; call++) await send(api);
			expect((await send(api)).response?.status).toBe(200);
			expect((await send(api)).response?.status).toBe(200);
		});

		it('adds all waits of a run together', async () => {
			const api = storeThat(() => QUOTA_SPENT, { longestWaitMs: 45_000 });
			const { failure } = await send(api);
			expect(failure?.kind).toBe('tooLong');
			expect(api.effort.waitedMs).toBe(40_040); // a third wait of 20 s would be too long
		});

		it('holds for the pauses between tries as well: the refusal itself is reported', async () => {
			const api = storeThat(() => ({ statusCode: 503, headers: { 'retry-after': '60' } }), { longestWaitMs: 30_000 });
			expect((await send(api)).failure).toMatchObject({ kind: 'refused', status: 503 });
		});
	});

	it('keeps secrets out of every failure', async () => {
		const secret = 'x-secret-token';
		const guilty = broken('ECONNRESET', {
			config: { headers: { 'X-Auth-Token': secret } },
			request: { _header: `X-Auth-Token: ${secret}` },
			response: { config: { headers: { 'X-Auth-Token': secret } } },
		});
		for (const act of [() => guilty, () => ({ statusCode: 401, headers: { 'x-auth-token': secret } })]) {
			const { failure } = await send(storeThat(act), write('POST'));
			const { message, description, details, stack } = failure!;
			expect(JSON.stringify([message, description, details, stack, failure])).not.toContain(secret);
			expect(failure?.cause).toBeUndefined();
		}
	});
});

describe('payloadOf', () => {
	const payload = (body: unknown) => payloadOf({ body });

	it('unwraps v3 and leaves the rest as it is', () => {
		expect(payload({ data: [1], meta: {} })).toEqual([1]);
		expect(payload([{ id: 1 }])).toEqual([{ id: 1 }]);
		expect(payload({ transaction_id: 'a' })).toEqual({ transaction_id: 'a' });
		expect(payload(undefined)).toBeUndefined();
	});

	it('unwraps answers without meta too, but nothing that merely has data', () => {
		expect(payload({ data: [{ id: 1 }] })).toEqual([{ id: 1 }]);
		expect(payload({ data: { id: 1 } })).toEqual({ id: 1 });
		expect(payload({ data: [], errors: [] })).toEqual([]);
		expect(payload({ data: null })).toBeNull();
		expect(payload({ data: 'x', context: 'a filter' })).toEqual({ data: 'x', context: 'a filter' });
		expect(payload({ data: 1, meta: {}, links: {} })).toBe(1);
	});
});
