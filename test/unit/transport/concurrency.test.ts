import { Concurrency } from '../../../nodes/BigCommerce/transport/concurrency';

const ENDPOINT = 'GET /v3/catalog/products';

/** Lets full rounds of requests be answered, each `tookMs` after it left; returns the time afterwards. */
function rounds(concurrency: Concurrency, count: number, tookMs: number, from = 0, endpoint = ENDPOINT): number {
	let now = from;
	for (let round = 0; round < count; round++) {
		const { limit } = concurrency;
		for (let answer = 0; answer < limit; answer++) concurrency.answered(endpoint, now, now + tookMs);
		now += tookMs;
	}
	return now;
}

describe('Concurrency', () => {
	it('doubles per round trip while latency holds, up to a most', () => {
		const concurrency = new Concurrency();
		expect(concurrency.limit).toBe(8);
		rounds(concurrency, 1, 50);
		expect(concurrency.limit).toBe(16);
		rounds(concurrency, 10, 50);
		expect(concurrency.limit).toBe(48);
	});

	it('halves when the store is too busy, once per crowd, and then grows by one per round', () => {
		const concurrency = new Concurrency();
		const now = rounds(concurrency, 5, 50);
		for (let refusal = 0; refusal < 20; refusal++) concurrency.refused(now, now + 50 + refusal);
		expect(concurrency.limit).toBe(24);
		rounds(concurrency, 4, 50, now + 200);
		expect(concurrency.limit).toBeGreaterThanOrEqual(27);
		expect(concurrency.limit).toBeLessThanOrEqual(29);
	});

	it('never falls below one', () => {
		const concurrency = new Concurrency();
		for (let time = 0; time < 1000; time += 100) concurrency.refused(time, time + 50);
		expect(concurrency.limit).toBe(1);
		rounds(concurrency, 40, 50, 2000);
		expect(concurrency.limit).toBeGreaterThan(10);
	});

	it('shrinks when all answers become slow', () => {
		const concurrency = new Concurrency();
		const now = rounds(concurrency, 6, 50);
		rounds(concurrency, 3, 900, now);
		expect(concurrency.limit).toBeLessThan(40);
	});

	it('grows again once slow has become the usual', () => {
		const concurrency = new Concurrency();
		const now = rounds(concurrency, 6, 50);
		rounds(concurrency, 60, 300, now);
		expect(concurrency.limit).toBe(48);
	});

	it('minds neither single slow answers nor small differences', () => {
		const concurrency = new Concurrency();
		const now = rounds(concurrency, 6, 50);
		for (let answer = 0; answer < 500; answer++) {
			concurrency.answered(ENDPOINT, now + answer, now + answer + (answer % 10 === 0 ? 80 : 3000));
		}
		expect(concurrency.limit).toBe(48);
	});

	it('does not compare one endpoint with another', () => {
		const concurrency = new Concurrency();
		const now = rounds(concurrency, 6, 50);
		rounds(concurrency, 6, 2000, now, 'POST /v3/catalog/products');
		expect(concurrency.limit).toBe(48);
	});

	it('does not remember endpoints without end', () => {
		const concurrency = new Concurrency();
		for (let endpoint = 0; endpoint < 5000; endpoint++) concurrency.answered(`GET /${endpoint}`, 0, 50);
		expect(concurrency['paces'].size).toBeLessThanOrEqual(200);
	});
});
