/**
 * Randomised: stores whose windows follow one another or open with the first request, any latency, any order of answers, headers left out, refusals for
 * other reasons, dropped connections.
 *
 * What is proved of one client that has the quota to itself: from the first answer that tells both what is
 * left and when the window ends (and how long windows last, unless it is the usual 30 s), and that came
 * within a third of a window, no request leaves that the store has to refuse for want of quota. Before
 * that nobody can know. With other clients on the same quota nobody can know at all; there the promise is
 * that the refusals are few, that nothing is lost and that what the quota leaves is used.
 */
import fc from 'fast-check';

import { StoreLimiter } from '../../../nodes/BigCommerce/transport/limiter';
import { StoreApi } from '../../../nodes/BigCommerce/transport/storeApi';
import { FakeClock } from '../../support/fakeClock';
import { contextWith, TEST_CONNECTION } from '../../support/fakeContext';
import type { QuotaStoreOptions } from '../../support/quotaStore';
import { QuotaStore } from '../../support/quotaStore';

const USUAL_WINDOW_MS = 30_000;
/** Requests that one limiter may have under way. */
const MOST_AT_ONCE = 48;

interface Network {
	/** One way, at most. */
	latencyMs: number;
	/** Shares of answers. */
	withoutHeader: number;
	busy: number;
	dropped: number;
}

interface World extends Network, QuotaStoreOptions {
	requests: number;
	/** The requests begin within this time. */
	spreadMs: number;
	seed: number;
}

const share = (most: number) => fc.integer({ min: 0, max: 100 }).map((percent) => (percent / 100) * most);

const worlds = (latencies: readonly number[], fixed: Partial<World> = {}): fc.Arbitrary<World> =>
	fc
		.record({
			quota: fc.integer({ min: 5, max: 200 }),
			windowMs: fc.constantFrom(5000, USUAL_WINDOW_MS, 60_000),
			opens: fc.constantFrom('oneAfterTheOther', 'withFirstRequest'),
			phaseMs: fc.nat(60_000),
			requests: fc.integer({ min: 1, max: 400 }),
			spreadMs: fc.constantFrom(0, 2000, 100_000),
			latencyMs: fc.constantFrom(...latencies),
			withoutHeader: share(0.6),
			busy: share(0.1),
			dropped: share(0.1),
			seed: fc.nat(),
		})
		.map((world) => ({ ...world, ...fixed }));

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A client of the store: its own limiter, as each process has one. */
class Client {
	/** Requests that the store refused for want of quota although the client had been told of it. */
	refusedThoughTold = 0;
	private told = false;
	private readonly tries = new Map<string, number>();
	private readonly limiter: StoreLimiter;

	constructor(
		private readonly clock: FakeClock,
		private readonly store: QuotaStore,
		private readonly world: World,
		private readonly random: () => number,
	) {
		this.limiter = new StoreLimiter(clock);
	}

	/** Sends all requests of the world; resolves with the answers' IDs. */
	async work(): Promise<unknown[]> {
		const { limiter, clock } = this;
		const runs = Array.from({ length: 3 }, () => {
			const context = contextWith(async ({ url }) => await this.travel(new URL(url).pathname));
			return new StoreApi(context, TEST_CONNECTION, { limiter, clock, longestWaitMs: Infinity });
		});
		return await Promise.all(
			Array.from({ length: this.world.requests }, async (_, id) => {
				await clock.sleep(this.random() * this.world.spreadMs);
				const { body } = await runs[id % runs.length]!.send({ method: 'GET', path: `/v3/things/${id + 1}` });
				return (body as { id: number }).id;
			}),
		);
	}

	private async travel(path: string) {
		const { latencyMs, windowMs, withoutHeader, busy, dropped } = this.world;
		const wasTold = this.told;
		const sentAt = this.clock.now();
		await this.clock.sleep(this.random() * latencyMs);
		// Nobody has worse luck than the retries provide for.
		const tries = (this.tries.get(path) ?? 0) + 1;
		this.tries.set(path, tries);
		const lucky = tries > 3;
		if (!lucky && this.random() < busy) {
			await this.clock.sleep(this.random() * latencyMs);
			return { statusCode: 429 };
		}
		const { status, headers } = this.store.handle();
		if (status === 429 && wasTold) this.refusedThoughTold += 1;
		await this.clock.sleep(this.random() * latencyMs);
		if (!lucky && this.random() < dropped) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
		const names = Object.keys(headers).filter(() => this.random() >= withoutHeader);
		const needed = ['X-Rate-Limit-Requests-Left', 'X-Rate-Limit-Time-Reset-Ms'];
		if (windowMs !== USUAL_WINDOW_MS) needed.push('X-Rate-Limit-Time-Window-Ms');
		const inTime = this.clock.now() - sentAt <= windowMs / 3;
		this.told ||= inTime && needed.every((name) => names.includes(name));
		const id = Number(path.split('/').pop());
		return {
			statusCode: status,
			headers: Object.fromEntries(
				names.map((name) => [this.random() < 0.5 ? name : name.toLowerCase(), headers[name]!]),
			),
			body: status === 200 ? { id } : { status, title: 'Too many requests' },
		};
	}
}

const allIds = ({ requests }: World) => Array.from({ length: requests }, (_, index) => index + 1);

/** Runs clients on one store until all have their answers; other apps spend as `others` says. */
async function simulate(
	world: World,
	clients: number,
	others?: (store: QuotaStore, clock: FakeClock) => Promise<void>,
) {
	const random = randomOf(world.seed);
	const clock = new FakeClock(Array.from({ length: 101 }, random));
	const store = new QuotaStore(clock, world);
	const all = Array.from({ length: clients }, () => new Client(clock, store, world, random));
	let busy = true;
	const othersAtWork = (async () => {
		while (others && busy) await others(store, clock);
	})();
	const work = Promise.all(all.map(async (client) => await client.work())).finally(() => (busy = false));
	await clock.runUntilIdle();
	await othersAtWork;
	return { store, answers: await work, refusedThoughTold: all.reduce((sum, each) => sum + each.refusedThoughTold, 0) };
}

/** Windows in which the clients had more to send than the quota allowed: all but the first and the last two. */
const fullWindows = ({ windows }: QuotaStore) => windows.slice(1, -2);

function expectQuotaUsed(world: World, store: QuotaStore): void {
	const full = fullWindows(store);
	const left = full.reduce((sum, { others }) => sum + world.quota - others, 0);
	const used = full.reduce((sum, { served }) => sum + served, 0);
	expect(used).toBeGreaterThanOrEqual(0.9 * left);
}

const RUNS = Number(process.env.MODEL_RUNS ?? 60);

describe('on any store', () => {
	it('alone, nothing is refused for want of quota, nothing is lost, nobody sleeps for ever', async () => {
		await fc.assert(
			fc.asyncProperty(worlds([0, 50, 500, 4000, 25_000]), async (world) => {
				const { answers, refusedThoughTold } = await simulate(world, 1);
				expect(answers).toEqual([allIds(world)]);
				expect(refusedThoughTold).toBe(0);
			}),
			{ numRuns: RUNS },
		);
	});

	const busy = worlds([50, 300], { spreadMs: 0, requests: 700, busy: 0, dropped: 0, withoutHeader: 0 }).map(
		(world) => ({
			...world,
			quota: Math.max(world.quota, 50),
		}),
	);

	it('alone, with more to send than the quota allows, at least 90 % of it is used', async () => {
		await fc.assert(
			fc.asyncProperty(busy, async (world) => {
				const { answers, store, refusedThoughTold } = await simulate(world, 1);
				expect(answers).toEqual([allIds(world)]);
				expect(refusedThoughTold).toBe(0);
				expectQuotaUsed(world, store);
			}),
			{ numRuns: RUNS / 2 },
		);
	});

	it('with other apps, nothing is lost, refusals are few, and at least 90 % of what they leave is used', async () => {
		await fc.assert(
			fc.asyncProperty(busy, fc.integer({ min: 20, max: 2000 }), share(0.2), async (world, gapMs, portion) => {
				const { answers, store } = await simulate(world, 1, async (shared, clock) => {
					shared.spend(Math.ceil(portion * world.quota * 0.2));
					await clock.sleep(gapMs);
				});
				expect(answers).toEqual([allIds(world)]);
				for (const { refused } of store.windows) expect(refused).toBeLessThanOrEqual(MOST_AT_ONCE);
				expectQuotaUsed(world, store);
			}),
			{ numRuns: RUNS / 2 },
		);
	});

	it('two processes at once: the same', async () => {
		await fc.assert(
			fc.asyncProperty(busy, async (world) => {
				const { answers, store } = await simulate({ ...world, requests: 350 }, 2);
				const ids = allIds({ ...world, requests: 350 });
				expect(answers).toEqual([ids, ids]);
				for (const { refused } of store.windows) expect(refused).toBeLessThanOrEqual(2 * MOST_AT_ONCE);
				expectQuotaUsed(world, store);
			}),
			{ numRuns: RUNS / 2 },
		);
	});
});
