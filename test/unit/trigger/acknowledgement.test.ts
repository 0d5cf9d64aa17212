import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IWebhookFunctions } from 'n8n-workflow';

import { acknowledgement } from '../../../nodes/BigCommerce/trigger/receiving/answer';
import { RecentEvents } from '../../../nodes/BigCommerce/trigger/receiving/recentEvents';

const no = Promise.resolve(false);
const yes = Promise.resolve(true);

describe('an event', () => {
	it('that was acknowledged is known', async () => {
		const events = new RecentEvents();
		expect(await events.add(['a'], 10, yes)).toBe(true);
		expect(await events.add(['b', 'a'], 10, yes)).toBe(false);
	});

	it('that was not acknowledged is new when it is sent again', async () => {
		const events = new RecentEvents();
		expect(await events.add(['a', 'id 1'], 10, no)).toBe(true);
		expect(await events.add(['a', 'id 1'], 10, yes)).toBe(true);
		expect(await events.add(['a', 'id 2'], 10, yes)).toBe(false);
	});

	it.each([true, false])('whose twin is under way waits for what becomes of it (%s)', async (isAcknowledged) => {
		const events = new RecentEvents();
		let decide: (value: boolean) => void = () => undefined;
		expect(await events.add(['a'], 10, new Promise((resolve) => (decide = resolve)))).toBe(true);
		let decided = false;
		const twins = Array.from({ length: 20 }, async () => {
			const isNew = await events.add(['a'], 10, yes);
			expect(decided).toBe(true);
			return isNew;
		});
		await new Promise((resolve) => setTimeout(resolve, 20));
		decided = true;
		decide(isAcknowledged);
		// If the first was not taken in, exactly one of the others is.
		expect((await Promise.all(twins)).filter(Boolean)).toHaveLength(isAcknowledged ? 0 : 1);
	});

	it('passes on from twin to twin until one is acknowledged', async () => {
		const events = new RecentEvents();
		const outcomes = [false, false, true, true];
		const taken = await Promise.all(
			outcomes.map(async (outcome) => await events.add(['a'], 10, new Promise((done) => setTimeout(done, 5, outcome)))),
		);
		expect(taken).toEqual([true, true, true, false]);
	});

	it('that another delivery has brought meanwhile is not forgotten with the first', async () => {
		const events = new RecentEvents();
		let decide: (value: boolean) => void = () => undefined;
		await events.add(['a'], 1, new Promise((resolve) => (decide = resolve)));
		await events.add(['b'], 1, yes);
		expect(await events.add(['a'], 2, yes)).toBe(true);
		decide(false);
		await new Promise(setImmediate);
		expect(await events.add(['a'], 2, yes)).toBe(false);
	});
});

describe('a request counts as acknowledged', () => {
	/** Posts to a real server that does `handle` with the response, and tells the outcome. */
	const outcomeOf = async (handle: 'answer' | 'hang', status = 200): Promise<boolean> => {
		const abort = new AbortController();
		let tell: (outcome: Promise<boolean>) => void = () => undefined;
		const outcome = new Promise<boolean>((resolve) => (tell = resolve));
		const server = createServer((_, response) => {
			const context = { getResponseObject: () => response } as unknown as IWebhookFunctions;
			tell(acknowledgement(context));
			if (handle === 'answer') response.writeHead(status).end('done');
			else abort.abort();
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const sent = fetch(`http://127.0.0.1:${port}`, { method: 'POST', signal: abort.signal }).catch(() => undefined);
		const result = await outcome;
		await sent;
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
		return result;
	};

	it.each([
		[200, true],
		[204, true],
		[302, false],
		[404, false],
		[500, false],
		[503, false],
	])('or not, when it is answered with %i: %s', async (status, expected) => {
		expect(await outcomeOf('answer', status)).toBe(expected);
	});

	it('never when the sender hangs up without an answer', async () => {
		expect(await outcomeOf('hang')).toBe(false);
	});
});
