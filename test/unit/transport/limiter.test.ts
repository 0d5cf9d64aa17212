import type { Admission, Permit } from '../../../nodes/BigCommerce/transport/admission';
import { WaitEnded } from '../../../nodes/BigCommerce/transport/admission';
import { limiterOf, StoreLimiter } from '../../../nodes/BigCommerce/transport/limiter';
import type { QuotaReport } from '../../../nodes/BigCommerce/transport/quotaReport';
import { FakeClock, settle } from '../../support/fakeClock';

const quota = (left: number, resetMs: number): QuotaReport => ({ left, quota: 150, resetMs, windowMs: 30_000 });

let clock: FakeClock;
let limiter: StoreLimiter;
beforeEach(() => {
	clock = new FakeClock();
	limiter = new StoreLimiter(clock);
});

const lane = {};
const admit = async (admission: Partial<Admission> = {}): Promise<Permit> =>
	await limiter.admit({ lane, endpoint: 'GET /', patienceMs: 3_600_000, ...admission });

/** Sends one request that is answered `tookMs` after it left. */
async function send(report?: QuotaReport, tookMs = 0, admission: Partial<Admission> = {}): Promise<number> {
	const permit = await admit(admission);
	const sentAt = clock.now();
	await clock.sleep(tookMs);
	permit.finish({ status: 200, quota: report });
	return sentAt;
}

/** Tells the limiter that the quota is spent for `resetMs`. */
async function spendQuota(resetMs: number): Promise<void> {
	const spent = send(quota(0, resetMs));
	await clock.advance(0);
	await spent;
}

describe('StoreLimiter', () => {
	it('lets requests go at once while it knows of no quota', async () => {
		const sending = Promise.all(Array.from({ length: 8 }, async () => await send(undefined, 100)));
		await clock.advance(100);
		expect(await sending).toEqual(Array.from({ length: 8 }, () => 0));
	});

	it('has no more under way than the store bears', async () => {
		for (let request = 0; request < 8; request++) await admit();
		let ninth = false;
		void admit().then(() => (ninth = true));
		await settle();
		expect(ninth).toBe(false);
	});

	it('waits for the reset when nothing is left', async () => {
		await spendQuota(5000);
		const sending = send();
		await clock.runUntilIdle();
		expect(await sending).toBe(5020);
	});

	it('wakes all at the reset, yet sends no more than there is', async () => {
		await spendQuota(5000);
		const sentAt: number[] = [];
		const left = { requests: 150, resetsAt: 35_000 };
		const all = Array.from({ length: 400 }, async () => {
			const permit = await admit();
			sentAt.push(clock.now());
			await clock.sleep(50);
			if (clock.now() >= left.resetsAt) Object.assign(left, { requests: 150, resetsAt: left.resetsAt + 30_000 });
			permit.finish({ status: 200, quota: quota(--left.requests, left.resetsAt - clock.now()) });
		});
		await clock.advance(5020);
		expect(sentAt.length).toBe(9); // as many at once as it bore before
		await clock.advance(1000);
		expect(sentAt.length).toBe(150);
		await clock.runUntilIdle();
		await Promise.all(all);
		expect(sentAt.filter((time) => time < 35_000).length).toBe(150);
		expect(sentAt.filter((time) => time >= 35_000 && time < 65_000).length).toBe(150);
	});

	it('lets lanes take turns: a thousand waiters do not starve one', async () => {
		await spendQuota(1000);
		const crowd = {};
		const order: object[] = [];
		const enter = async (own: object) => {
			const permit = await admit({ lane: own });
			order.push(own);
			await clock.sleep(50);
			permit.finish({ status: 200 });
		};
		const all = Array.from({ length: 1000 }, async () => await enter(crowd));
		all.push(enter(lane));
		await clock.runUntilIdle();
		await Promise.all(all);
		expect(order.indexOf(lane)).toBeLessThanOrEqual(1);
		expect(order.length).toBe(1001);
	});

	it('serves three lanes in turn', async () => {
		await spendQuota(1000);
		const order: string[] = [];
		const names = ['a', 'b', 'c'];
		const lanes = new Map(names.map((name) => [name, {}]));
		const all = names.flatMap((name) =>
			Array.from({ length: 4 }, async () => {
				const permit = await admit({ lane: lanes.get(name)! });
				order.push(name);
				await clock.sleep(10);
				permit.finish({ status: 200 });
			}),
		);
		await clock.runUntilIdle();
		await Promise.all(all);
		expect(order.join('')).toBe('abcabcabcabc');
	});

	describe('capped endpoints', () => {
		const cap = { key: 'PUT /v3/customers', most: 3 };

		it('have only so many under way, and do not hold up others', async () => {
			const permits = [];
			for (let request = 0; request < 3; request++) permits.push(await admit({ cap }));
			let fourth = false;
			const waiting = admit({ cap }).then(() => (fourth = true));
			await admit();
			expect(fourth).toBe(false);
			permits[0]!.finish({ status: 200 });
			await waiting;
			expect(fourth).toBe(true);
		});
	});

	describe('cancelling', () => {
		it('ends a wait at once and takes the request out of the line', async () => {
			await spendQuota(20_000);
			const stop = new AbortController();
			const cancelled = expect(admit({ signal: stop.signal })).rejects.toMatchObject({ reason: 'cancelled' });
			const other = send();
			await settle();
			stop.abort();
			await cancelled;
			expect(clock.now()).toBe(0);
			await clock.runUntilIdle();
			expect(await other).toBe(20_020);
		});

		it('ends a thousand waits of one signal', async () => {
			await spendQuota(20_000);
			const stop = new AbortController();
			const all = Array.from(
				{ length: 1000 },
				async () => await admit({ signal: stop.signal }).catch((reason: unknown) => reason),
			);
			await settle();
			stop.abort();
			const reasons = await Promise.all(all);
			expect(reasons.every((reason) => reason instanceof WaitEnded && reason.reason === 'cancelled')).toBe(true);
		});

		it('refuses a request that was cancelled before it came', async () => {
			await expect(admit({ signal: AbortSignal.abort() })).rejects.toMatchObject({ reason: 'cancelled' });
		});
	});

	describe('patience', () => {
		it('ends as soon as it is clear that the wait would last longer', async () => {
			await spendQuota(20_000);
			await expect(admit({ patienceMs: 10_000 })).rejects.toMatchObject({ reason: 'tooLong', waitMs: 20_020 });
			expect(clock.now()).toBe(0);
		});

		it('is not worn out by waiting in line', async () => {
			const held = [];
			for (let request = 0; request < 8; request++) held.push(await admit());
			const late = admit({ patienceMs: 1000 });
			await clock.advance(60_000);
			for (const permit of held) permit.finish({ status: 200 });
			expect((await late).waitedMs).toBe(0);
		});

		it('adds up over several resets', async () => {
			await spendQuota(5000);
			const enter = async (patienceMs: number) => {
				const permit = await admit({ patienceMs });
				await clock.sleep(50);
				permit.finish({ status: 200, quota: quota(0, 30_000) });
			};
			const ahead = Array.from({ length: 20 }, async () => await enter(Infinity));
			const impatient = expect(enter(30_000)).rejects.toMatchObject({ reason: 'tooLong' });
			await clock.advance(5020 + 50);
			await impatient;
			await clock.runUntilIdle();
			await Promise.all(ahead);
		});
	});

	it('tells how long quota or pause kept a request back, not how long it stood in line', async () => {
		await spendQuota(5000);
		const held: Permit[] = [];
		const first = Array.from({ length: 8 }, async () => held.push(await admit()));
		const last = admit();
		await clock.advance(6000);
		await Promise.all(first);
		expect(held.map(({ waitedMs }) => waitedMs)).toEqual(Array.from({ length: 8 }, () => 5020));
		await clock.advance(10_000);
		for (const permit of held) permit.finish({ status: 200 });
		expect((await last).waitedMs).toBe(5020);
	});

	it('keeps everybody away for as long as the store asks with a 429', async () => {
		const permit = await admit();
		permit.finish({ status: 429, pauseMs: 4000 });
		const sending = send(undefined, 0, { endpoint: 'GET /other' });
		await clock.runUntilIdle();
		expect(await sending).toBe(4000);
	});

	describe('a pause that one endpoint asks for with a 503', () => {
		const BUSY = 'PUT /v3/customers';

		async function pauseFor(pauseMs: number) {
			(await admit({ endpoint: BUSY })).finish({ status: 503, pauseMs });
		}

		it('keeps its own requests back, and nobody else', async () => {
			await pauseFor(120_000);
			const own = send(undefined, 0, { endpoint: BUSY });
			const other = send(undefined, 0, { endpoint: 'GET /v3/customers' });
			await clock.runUntilIdle();
			expect(await other).toBe(0);
			expect(await own).toBe(120_000);
		});

		it('ends by itself where nothing else happens, each at its time', async () => {
			await pauseFor(8000);
			(await admit({ endpoint: 'GET /slow' })).finish({ status: 503, pauseMs: 3000 });
			const both = Promise.all([BUSY, 'GET /slow'].map(async (endpoint) => await send(undefined, 0, { endpoint })));
			await clock.runUntilIdle();
			expect(await both).toEqual([8000, 3000]);
		});

		it('ends the patience of those who wait for it, at once, and says what for', async () => {
			const early = await admit({ endpoint: BUSY });
			// All other places are taken, so that the next one stands in line.
			for (let request = 1; request < 8; request++) await admit();
			const waiting = expect(admit({ endpoint: BUSY, patienceMs: 60_000 })).rejects.toMatchObject({
				reason: 'tooLong',
				waitMs: 90_000,
				waitFor: 'endpoint',
			});
			early.finish({ status: 503, pauseMs: 90_000 });
			await waiting;
			await expect(admit({ endpoint: BUSY, patienceMs: 60_000 })).rejects.toMatchObject({ waitFor: 'endpoint' });
			expect(clock.now()).toBe(0);
		});

		it('counts as time waited', async () => {
			await pauseFor(5000);
			const waiting = admit({ endpoint: BUSY });
			await clock.runUntilIdle();
			expect((await waiting).waitedMs).toBe(5000);
			expect((await admit({ endpoint: BUSY })).waitedMs).toBe(0);
		});
	});

	describe('withdrawing', () => {
		it('sends away what waits in one lane, and leaves others and what is under way alone', async () => {
			const first = await admit();
			await spendQuota(20_000);
			const kept = {};
			const waiting = Array.from({ length: 3 }, async () => await admit().catch((reason: unknown) => reason));
			const other = send(undefined, 0, { lane: kept });
			await settle();
			limiter.withdraw(lane);
			const reasons = await Promise.all(waiting);
			expect(reasons.every((reason) => reason instanceof WaitEnded && reason.reason === 'held')).toBe(true);
			first.finish({ status: 200 });
			await clock.runUntilIdle();
			expect(await other).toBe(20_020);
		});
	});

	it('sends less at once after a 429 that is not for want of quota, and after gateway errors', async () => {
		const underWay = async (): Promise<number> => {
			const admitted: Permit[] = [];
			void Promise.all(Array.from({ length: 100 }, async () => admitted.push(await admit())));
			await settle();
			return admitted.length;
		};
		for (const status of [429, 502, 503, 504]) {
			limiter = new StoreLimiter(clock);
			(await admit()).finish({ status });
			expect(await underWay()).toBe(4);
		}
		limiter = new StoreLimiter(clock);
		(await admit()).finish({ status: 429, quota: quota(0, 0) });
		await clock.advance(100);
		expect(await underWay()).toBe(8);
	});
});

describe('limiterOf', () => {
	it('gives one limiter per store', () => {
		expect(limiterOf('a')).toBe(limiterOf('a'));
		expect(limiterOf('a')).not.toBe(limiterOf('b'));
	});
});
