import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { clientOf } from './client';

let sandbox: Sandbox;
let now = 1_800_000_000_000;
const clock = { now: () => now };
const start = async (options: SandboxOptions) => {
	sandbox = await startSandbox({ products: 3, customers: 3, orders: 0, ...options });
	return clientOf(sandbox);
};

afterEach(() => sandbox.close());

describe('quota', () => {
	test('is counted down in the headers and answered 429 with them when used up', async () => {
		const api = await start({ quota: 3, windowMs: 30_000, clock });
		const left: (string | null)[] = [];
		for (let request = 0; request < 4; request++) {
			const reply = await api.get('/v2/time');
			left.push(`${reply.status} ${reply.headers.get('x-rate-limit-requests-left')}`);
		}
		expect(left).toEqual(['200 2', '200 1', '200 0', '429 0']);
		now += 10_000;
		const { headers } = await api.get('/v2/time');
		expect(headers.get('x-rate-limit-time-reset-ms')).toBe('20000');
		expect(headers.get('x-rate-limit-time-window-ms')).toBe('30000');
		expect(headers.get('x-rate-limit-requests-quota')).toBe('3');
		now += 20_000;
		expect((await api.get('/v2/time')).status).toBe(200);
		expect(sandbox.quota.refused).toBe(2);
	});

	test.each([
		['standard', 150],
		['plus', 150],
		['pro', 450],
		['unlimited', undefined],
	] as const)('of the %s plan is %s', async (plan, limit) => {
		const api = await start({ plan });
		expect(sandbox.quota.limit).toBe(limit);
		const { headers } = await api.get('/v2/time');
		expect(headers.get('x-rate-limit-requests-quota')).toBe(limit === undefined ? null : String(limit));
	});

	test('is shared with another client, once or in every window', async () => {
		const api = await start({ quota: 10, windowMs: 1000, clock });
		expect(sandbox.quota.spend(25)).toBe(10);
		expect((await api.get('/v2/time')).status).toBe(429);
		sandbox.quota.reserve(0.5);
		now += 1000;
		expect((await api.get('/v2/time')).headers.get('x-rate-limit-requests-left')).toBe('4');
	});

	test('is not touched by a wrong token', async () => {
		await start({ quota: 10, clock });
		await clientOf(sandbox, 'wrong').get('/v2/time');
		expect(sandbox.quota.left).toBe(10);
	});
});

test('an endpoint over its concurrency cap answers 429 without headers', async () => {
	const api = await start({ plan: 'standard', latencyMs: 60 });
	const replies = await Promise.all(Array.from({ length: 4 }, () => api.get('/v3/catalog/trees/1/categories')));
	const refused = replies.filter(({ status }) => status === 429);
	expect(refused).toHaveLength(3);
	for (const { headers } of refused) expect(headers.get('x-rate-limit-requests-left')).toBeNull();
	expect((await api.get('/v3/catalog/trees/1/categories')).status).toBe(200);
});

test('latency is added to every answer', async () => {
	const api = await start({ latencyMs: 80 });
	const started = performance.now();
	await api.get('/v2/time');
	expect(performance.now() - started).toBeGreaterThanOrEqual(75);
});

test('requests are logged with body, account and status, and can be cleared', async () => {
	const api = await start({});
	await api.put('/v3/catalog/products/1', { price: 3 });
	expect(sandbox.requests.matching('PUT', '/v3/catalog/products/1')).toMatchObject([
		{ body: { price: 3 }, status: 200, account: 'Sandbox account' },
	]);
	sandbox.requests.clear();
	expect(sandbox.requests.all).toHaveLength(0);
});
