import type { FailureKind } from '../../../nodes/BigCommerce/transport/failure';
import { ApiFailure } from '../../../nodes/BigCommerce/transport/failure';
import { Retry } from '../../../nodes/BigCommerce/transport/retry';
import type { ApiRequest, ApiResponse, Method } from '../../../nodes/BigCommerce/transport/types';

const request = (method: Method, repeatable = false): ApiRequest =>
	method === 'GET' ? { method, path: '/v3/things' } : { method, path: '/v3/things', repeatable };

const answer = (status: number, headers: Record<string, string> = {}, body?: unknown): ApiResponse => ({
	status,
	headers,
	body,
});

const failure = (kind: FailureKind, passing = true) =>
	new ApiFailure(kind, 'It failed', '', { method: 'GET', path: '/v3/things', passing });

const QUOTA_SPENT = answer(429, { 'x-rate-limit-requests-left': '0', 'x-rate-limit-time-reset-ms': '9000' });

/** The delays of a call that gets the same result again and again. */
function delays(call: ApiRequest, result: ApiResponse | ApiFailure, random = 1, most = 100): number[] {
	const retry = new Retry(call);
	const list: number[] = [];
	for (let delay; list.length < most && (delay = retry.delayAfter(result, random)) !== undefined;) list.push(delay);
	return list;
}

describe('Retry', () => {
	describe('429', () => {
		it.each(['GET', 'POST', 'PUT', 'DELETE'] as const)(
			'for want of quota: %s lines up again at once, for ever',
			(method) => {
				const list = delays(request(method), QUOTA_SPENT);
				expect(list).toHaveLength(100);
				expect(list.slice(0, 3)).toEqual([0, 0, 0]);
				expect(Math.max(...list)).toBeLessThanOrEqual(60_000);
			},
		);

		it.each([answer(429), answer(429, { 'x-rate-limit-requests-left': '12' })])(
			'for another reason: exponential backoff, a dozen tries in all',
			(busy) => {
				const list = delays(request('POST'), busy);
				expect(list.slice(0, 4)).toEqual([500, 1000, 2000, 4000]);
				expect(list).toHaveLength(11);
				expect(Math.max(...list)).toBe(60_000);
			},
		);

		it('has jitter of up to half the delay', () => {
			expect(delays(request('GET'), answer(429), 0)[0]).toBe(250);
			expect(delays(request('GET'), answer(429), 0.5)[0]).toBe(375);
		});

		it('waits for as long as the store asks', () => {
			expect(delays(request('GET'), answer(429, { 'retry-after': '20' }))[0]).toBe(20_000);
		});

		it('for want of quota does not use up the tries for other troubles', () => {
			const retry = new Retry(request('GET'));
			for (let refusal = 0; refusal < 50; refusal++) expect(retry.delayAfter(QUOTA_SPENT, 0)).toBeDefined();
			for (let fault = 0; fault < 4; fault++) expect(retry.delayAfter(answer(503), 0)).toBeDefined();
			for (let busy = 0; busy < 11; busy++) expect(retry.delayAfter(answer(429), 0)).toBeDefined();
			expect(retry.delayAfter(answer(503), 0)).toBeUndefined();
			expect(retry.delayAfter(answer(429), 0)).toBeUndefined();
		});
	});

	describe('5xx', () => {
		it.each([500, 502, 503, 504])(
			'%d: a repeatable call is sent five times in all, another one never again, whatever its method',
			(status) => {
				expect(delays(request('GET'), answer(status))).toEqual([1000, 2000, 4000, 8000]);
				for (const method of ['POST', 'PUT', 'DELETE'] as const) {
					expect(delays(request(method, true), answer(status))).toHaveLength(4);
					expect(delays(request(method, false), answer(status))).toEqual([]);
				}
			},
		);

		it('a web page instead of data makes no difference', () => {
			const page = answer(500, { 'content-type': 'text/html' }, '<!DOCTYPE html><html></html>');
			expect(delays(request('GET'), page)).toHaveLength(4);
			expect(delays(request('POST'), page)).toEqual([]);
		});

		it('waits for as long as header or body ask', () => {
			expect(delays(request('DELETE', true), answer(503, { 'x-retry-after': '15' }))[0]).toBe(15_000);
			expect(delays(request('DELETE', true), answer(503, {}, { error: { retry_after_seconds: 30 } }))[0]).toBe(30_000);
		});

		it('a body that says when to come back says that nothing was done: then anything is sent again', () => {
			const busy = answer(503, {}, { error: { code: 'SERVICE_DEGRADED', retry_after_seconds: 30 } });
			expect(delays(request('POST'), busy)).toHaveLength(11);
			const retry = new Retry(request('POST'));
			retry.delayAfter(busy, 0);
			expect(retry.mayHaveHappened).toBe(false);
		});

		it.each([501, 507])('%d is final', (status) => {
			expect(delays(request('GET'), answer(status))).toEqual([]);
		});
	});

	it.each([301, 400, 401, 403, 404, 409, 413, 422, 423])('%d is final', (status) => {
		expect(delays(request('GET'), answer(status))).toEqual([]);
	});

	describe('no answer', () => {
		it('repeats what never arrived, whatever it is', () => {
			expect(delays(request('POST'), failure('notSent'))).toHaveLength(4);
			expect(delays(request('GET'), failure('notSent'))).toHaveLength(4);
		});

		it('repeats what may have arrived only if twice is as good as once', () => {
			expect(delays(request('GET'), failure('unanswered'))).toHaveLength(4);
			for (const method of ['POST', 'PUT', 'DELETE'] as const) {
				expect(delays(request(method, true), failure('unanswered'))).toHaveLength(4);
				expect(delays(request(method, false), failure('unanswered'))).toEqual([]);
			}
		});

		it('does not repeat what repeating cannot mend', () => {
			expect(delays(request('GET'), failure('notSent', false))).toEqual([]);
			expect(delays(request('GET'), failure('cancelled'))).toEqual([]);
			expect(delays(request('GET'), failure('tooLong'))).toEqual([]);
			expect(delays(request('GET'), failure('held'))).toEqual([]);
		});
	});

	it('remembers whether an earlier try may have been carried out', () => {
		const after = (result: ApiResponse | ApiFailure) => {
			const retry = new Retry(request('DELETE'));
			retry.delayAfter(result, 0);
			return retry.mayHaveHappened;
		};
		expect(after(failure('unanswered'))).toBe(true);
		expect(after(answer(500))).toBe(true);
		expect(after(answer(501))).toBe(false);
		expect(after(answer(507))).toBe(false);
		expect(after(failure('notSent'))).toBe(false);
		expect(after(answer(429))).toBe(false);
		expect(after(answer(404))).toBe(false);
	});
});
