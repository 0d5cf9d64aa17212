import { readQuota, readRetryAfterMs } from '../../../nodes/BigCommerce/transport/quotaReport';

const ALL = {
	'x-rate-limit-requests-left': '35',
	'x-rate-limit-requests-quota': '150',
	'x-rate-limit-time-reset-ms': '12000',
	'x-rate-limit-time-window-ms': '30000',
};

const without = (name: keyof typeof ALL) => Object.fromEntries(Object.entries(ALL).filter(([key]) => key !== name));

describe('readQuota', () => {
	it('reads the four headers', () => {
		expect(readQuota(ALL)).toEqual({ left: 35, quota: 150, resetMs: 12_000, windowMs: 30_000 });
	});

	it('says nothing without the requests that are left', () => {
		expect(readQuota(without('x-rate-limit-requests-left'))).toBeUndefined();
		expect(readQuota({})).toBeUndefined();
	});

	it.each([
		['x-rate-limit-requests-quota', { left: 35, quota: undefined, resetMs: 12_000, windowMs: 30_000 }],
		['x-rate-limit-time-reset-ms', { left: 35, quota: 150, resetMs: undefined, windowMs: 30_000 }],
		['x-rate-limit-time-window-ms', { left: 35, quota: 150, resetMs: 12_000, windowMs: undefined }],
	] as const)('does without %s', (name, expected) => {
		expect(readQuota(without(name))).toEqual(expected);
	});

	it.each([
		['-5', 0],
		['86400000', 30_000],
		['NaN', undefined],
		['soon', undefined],
		['', undefined],
		['Infinity', undefined],
		['1e999', undefined],
	])('bounds a reset of "%s"', (text, resetMs) => {
		expect(readQuota({ ...ALL, 'x-rate-limit-time-reset-ms': text })?.resetMs).toBe(resetMs);
	});

	it.each([
		['-1', undefined],
		['0', undefined],
		['x', undefined],
		['7200000', 120_000],
		['60000', 60_000],
	])('bounds a window of "%s"', (text, windowMs) => {
		expect(readQuota({ ...ALL, 'x-rate-limit-time-window-ms': text })?.windowMs).toBe(windowMs);
	});

	it('never waits for hours, whatever both say', () => {
		const headers = { ...ALL, 'x-rate-limit-time-window-ms': '36000000', 'x-rate-limit-time-reset-ms': '36000000' };
		expect(readQuota(headers)?.resetMs).toBe(120_000);
		expect(readQuota({ 'x-rate-limit-requests-left': '0', 'x-rate-limit-time-reset-ms': '36000000' })?.resetMs).toBe(
			120_000,
		);
	});

	it('takes less than nothing left for nothing, and no quota for unknown', () => {
		expect(readQuota({ ...ALL, 'x-rate-limit-requests-left': '-3' })?.left).toBe(0);
		expect(readQuota({ ...ALL, 'x-rate-limit-requests-left': '7.9' })?.left).toBe(7);
		expect(readQuota({ ...ALL, 'x-rate-limit-requests-left': 'many' })).toBeUndefined();
		expect(readQuota({ ...ALL, 'x-rate-limit-requests-quota': '0' })?.quota).toBeUndefined();
	});
});

describe('readRetryAfterMs', () => {
	const read = (headers: Record<string, string>, body?: unknown) => readRetryAfterMs({ headers, body });

	it('reads both headers and the body, in seconds', () => {
		expect(read({ 'x-retry-after': '7' })).toBe(7000);
		expect(read({ 'retry-after': '3' })).toBe(3000);
		expect(read({}, { error: { code: 503, retry_after_seconds: 12 } })).toBe(12_000);
		expect(read({}, { title: 'Busy' })).toBeUndefined();
		expect(read({})).toBeUndefined();
	});

	it.each([
		['-10', 0],
		['86400', 120_000],
		['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
	])('bounds "%s"', (text, ms) => {
		expect(read({ 'x-retry-after': text })).toBe(ms);
	});
});
