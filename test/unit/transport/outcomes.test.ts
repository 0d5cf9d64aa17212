import type { IHttpRequestOptions } from 'n8n-workflow';

import type { StoreApiOptions } from '../../../nodes/BigCommerce/transport/storeApi';
import type { FakeAnswer } from '../../support/fakeContext';
import { broken, QUOTA_SPENT, read, ScriptedStore, write } from './scriptedStore';

let store: ScriptedStore;
let seen: IHttpRequestOptions[];
let storeThat: ScriptedStore['api'];
let send: ScriptedStore['send'];
beforeEach(() => {
	store = new ScriptedStore();
	({ seen } = store);
	storeThat = store.api.bind(store);
	send = store.send.bind(store);
});

describe('what is known of a write that failed', () => {
	type Try = FakeAnswer | Error;
	const GATEWAY: Try = { statusCode: 504, body: '' };
	const BROKEN = broken('ECONNRESET', { syscall: 'read' });
	const CONFLICT: Try = { statusCode: 409, body: { title: 'The name already exists' } };

	/** The failure of a repeatable write whose tries end like this, the last one again and again. */
	async function after(tries: readonly Try[], options: StoreApiOptions = {}, method: 'PUT' | 'GET' = 'PUT') {
		const api = storeThat((_, count) => tries[Math.min(count, tries.length) - 1]!, options);
		return (await send(api, method === 'GET' ? read : write(method, true))).failure!;
	}

	it.each([400, 404, 409, 413, 422, 501, 507])('%d at first: nothing was done', async (statusCode) => {
		const failure = await after([{ statusCode, body: { title: 'No' } }]);
		expect(failure.outcome).toBe('notDone');
		expect(`${failure.message} ${failure.description}`).not.toMatch(/may have been|not known/);
	});

	it.each<[string, Try[]]>([
		['5xx to the end', [GATEWAY]],
		['a broken connection to the end', [BROKEN]],
		['half an answer', [{ statusCode: 200, body: '{"data":[{"i' }]],
		['504, then 409', [GATEWAY, CONFLICT]],
		['504, then 404', [GATEWAY, { statusCode: 404 }]],
		['504, then 422', [GATEWAY, { statusCode: 422, body: { title: 'No' } }]],
		['504, then 507', [GATEWAY, { statusCode: 507 }]],
		['504, then 429 without end', [GATEWAY, { statusCode: 429 }]],
		['a broken connection, then 409', [BROKEN, CONFLICT]],
		['a broken connection, then none at all', [BROKEN, broken('ENOTFOUND')]],
	])('%s: unknown', async (_, tries) => {
		const failure = await after(tries);
		expect(failure.outcome).toBe('unknown');
		expect(failure.message).toMatch(/not known whether the change was made|the change may have been made/);
		expect(failure.description).toMatch(/^Check in the store/);
	});

	it('504, then a spent quota: unknown', async () => {
		const failure = await after([GATEWAY, QUOTA_SPENT], { longestWaitMs: 5000 });
		expect(failure).toMatchObject({ kind: 'tooLong', outcome: 'unknown' });
		expect(failure.message).toMatch(/would take too long\. An earlier try of this call got no clear answer/);
	});

	it('never arrived: nothing was done', async () => {
		expect((await after([broken('ENOTFOUND')])).outcome).toBe('notDone');
		expect((await after([broken('EHOSTUNREACH', { syscall: 'connect' })])).outcome).toBe('notDone');
	});

	it('a quota that would have to be waited for too long: nothing was done', async () => {
		expect((await after([QUOTA_SPENT], { longestWaitMs: 5000 })).outcome).toBe('notDone');
	});

	it.each<[string, Try[]]>([
		['5xx', [GATEWAY]],
		['a broken connection', [BROKEN]],
		['504, then 404', [GATEWAY, { statusCode: 404 }]],
	])('a read changes nothing: %s', async (_, tries) => {
		const failure = await after(tries, {}, 'GET');
		expect(failure.outcome).toBe('notDone');
		expect(`${failure.message} ${failure.description}`).not.toMatch(/change|before you send/);
	});

	it('a lost route on a connection that stands: unknown, and not sent again', async () => {
		const api = storeThat(() => broken('EHOSTUNREACH', { syscall: 'read' }));
		const { failure } = await send(api, write('POST', false, { path: '/v2/orders' }));
		expect(seen).toHaveLength(1);
		expect(failure).toMatchObject({ kind: 'unanswered', outcome: 'unknown' });
	});
});
