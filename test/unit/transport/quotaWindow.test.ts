import type { QuotaReport } from '../../../nodes/BigCommerce/transport/quotaReport';
import type { SentRequest } from '../../../nodes/BigCommerce/transport/quotaWindow';
import { QuotaWindow } from '../../../nodes/BigCommerce/transport/quotaWindow';

const WINDOW = 30_000;
const MARGIN = 20;

const report = (left: number, resetMs?: number): QuotaReport => ({ left, quota: 150, resetMs, windowMs: WINDOW });

const withoutQuota = (left: number, resetMs: number): QuotaReport => ({ ...report(left, resetMs), quota: undefined });

/** A window that heard its first answer at 0 ms. */
function after(first: QuotaReport): QuotaWindow {
	const window = new QuotaWindow();
	window.answer(0, window.send(0), first);
	return window;
}

const heardOf = (left: number, resetMs?: number) => after(report(left, resetMs));

function sendMany(window: QuotaWindow, count: number, now: number): SentRequest[] {
	return Array.from({ length: count }, () => window.send(now));
}

describe('QuotaWindow', () => {
	it('knows no limit before the first answer, nor when answers tell nothing', () => {
		const window = new QuotaWindow();
		expect(window.budget(0)).toBe(Infinity);
		for (let time = 0; time < 1000; time++) window.answer(time, window.send(time));
		expect(window.budget(1000)).toBe(Infinity);
	});

	describe('own spending', () => {
		it('is exact, one request after the other', () => {
			const window = heardOf(149, 20_000);
			for (let left = 149; left > 0; left--) {
				expect(window.budget(10)).toBe(left);
				window.answer(10, window.send(10), report(left - 1, 19_990));
			}
			expect(window.budget(10)).toBe(0);
		});

		it('counts what is under way', () => {
			const window = heardOf(100, 20_000);
			sendMany(window, 30, 5);
			expect(window.budget(10)).toBe(70);
		});

		it('is exact again once all answers are in, whatever their order', () => {
			const window = heardOf(100, 20_000);
			const sent = sendMany(window, 10, 5);
			// The store handled them in the order in which they were sent; the answers come the other way round.
			for (const [index, request] of [...sent.entries()].reverse()) {
				window.answer(60, request, report(99 - index, 19_950));
				expect(window.budget(60)).toBeLessThanOrEqual(90);
			}
			expect(window.budget(60)).toBe(90);
		});

		it('counts requests whose answers tell nothing, until a later request says what is left', () => {
			const window = heardOf(100, 20_000);
			for (const request of sendMany(window, 5, 5)) window.answer(50, request);
			expect(window.budget(50)).toBe(95);
			window.answer(70, window.send(51), report(94, 19_930));
			expect(window.budget(70)).toBe(94);
		});

		it('keeps counting a silent answer that the figure may not include', () => {
			const window = heardOf(100, 20_000);
			const [telling, silent] = sendMany(window, 2, 5);
			window.answer(50, silent!);
			window.answer(60, telling!, report(99, 19_940));
			// Had the silent one been handled first, 98 would have been left.
			expect(window.budget(60)).toBe(98);
		});

		it('counts, at the first answer of all, what was answered since that request left', () => {
			const window = new QuotaWindow();
			const [telling, silent] = sendMany(window, 2, 0);
			window.answer(40, silent!);
			window.answer(50, telling!, report(10, 5000));
			expect(window.budget(50)).toBe(9);
		});
	});

	describe('other apps', () => {
		it('show in the next figure', () => {
			const window = heardOf(100, 20_000);
			window.answer(50, window.send(5), report(40, 19_950));
			expect(window.budget(50)).toBe(40);
		});

		it('are believed at once, even with many requests under way', () => {
			const window = heardOf(100, 20_000);
			const [first] = sendMany(window, 30, 5);
			window.answer(50, first!, report(20, 19_950));
			expect(window.budget(50)).toBeLessThanOrEqual(0);
		});
	});

	describe('the end of the window', () => {
		it('is the earliest that the answers allow', () => {
			const window = new QuotaWindow();
			window.answer(400, window.send(0), report(100, 20_000)); // between 20,000 and 20,400
			window.answer(500, window.send(450), report(99, 19_700)); // between 20,150 and 20,200
			expect(window.resetsAt).toBe(20_200 + MARGIN);
		});

		it('brings the whole quota, less what may have been counted in the new window', () => {
			const window = heardOf(50, 1000);
			const slow = sendMany(window, 4, 990);
			expect(window.budget(1000 + MARGIN - 1)).toBe(46);
			expect(window.budget(1000 + MARGIN)).toBe(146);
			for (const request of slow) window.answer(1500, request, report(0, 10)); // all of the window before
			expect(window.budget(1500)).toBe(150);
		});

		it('carries over silent answers that may have been counted after it', () => {
			const window = new QuotaWindow();
			window.answer(100, window.send(0), report(50, 1000)); // ends between 1,000 and 1,100
			window.answer(900, window.send(800)); // certainly before
			window.answer(1050, window.send(950)); // perhaps after
			expect(window.budget(1100 + MARGIN)).toBe(149);
			expect(window.budget(1100 + 2 * MARGIN + WINDOW)).toBe(150);
		});

		it('is noticed early when an answer speaks of a later one', () => {
			const window = new QuotaWindow();
			window.answer(200, window.send(0), report(3, 1000)); // ends between 1,000 and 1,200
			window.answer(1150, window.send(1050), report(149, 29_900));
			expect(window.budget(1150)).toBe(149);
		});

		it('is at most one window away after a long silence', () => {
			const window = heardOf(0, 1000);
			expect(window.budget(10 * WINDOW)).toBe(150);
			expect(window.resetsAt).toBe(11 * WINDOW + MARGIN);
		});

		it('is reckoned from the first answer where none tells, for windows that open with the first request', () => {
			const window = heardOf(0, 1000);
			window.answer(5400, window.send(5000), undefined, true); // opened between 5,000 and 5,400
			window.answer(9000, window.send(8000));
			expect(window.budget(5400 + WINDOW)).toBe(148);
			expect(window.budget(5400 + WINDOW + MARGIN)).toBe(150);
		});

		it('is not reckoned from an answer that may come from somebody in front of the store', () => {
			const window = heardOf(0, 1000);
			window.answer(5400, window.send(5000)); // such as a 429 without headers
			window.answer(9000, window.send(8000), undefined, true);
			expect(window.resetsAt).toBe(9000 + WINDOW + MARGIN);
		});

		it('moves when the store counts from the first request of a window instead', () => {
			const window = heardOf(0, 1000);
			window.answer(100_100, window.send(100_000), report(149, WINDOW));
			expect(window.budget(100_100)).toBe(149);
			expect(window.resetsAt).toBe(100_100 + WINDOW + MARGIN);
		});

		it('comes closer when this machine slept meanwhile', () => {
			const window = heardOf(0, 29_000);
			window.answer(1050, window.send(1000), report(149, 5000)); // by our clock, 23 s too early
			expect(window.resetsAt).toBe(6050 + MARGIN);
			expect(window.budget(1050)).toBe(149);
		});
	});

	describe('stale answers', () => {
		it('of the window before change nothing', () => {
			const window = heardOf(5, 1000);
			const stale = sendMany(window, 3, 980);
			expect(window.budget(1100)).toBe(147);
			window.answer(1200, window.send(1100), report(149, 29_800));
			for (const [index, request] of stale.entries()) window.answer(1300, request, report(4 - index, 10));
			expect(window.budget(1300)).toBe(149);
		});

		it('a refusal of the window before does not close the new one', () => {
			const window = heardOf(0, 1000);
			const refused = window.send(990);
			expect(window.budget(1100)).toBe(149);
			window.answer(1150, refused, report(0, 5));
			expect(window.budget(1150)).toBe(150);
		});

		it('so slow that nobody can tell their window count as silent', () => {
			const window = heardOf(100, 1000);
			const slow = window.send(500);
			window.answer(1150, window.send(1100), report(149, 29_850));
			window.answer(15_500, slow, report(120, 15_500));
			expect(window.budget(15_500)).toBe(148);
		});
	});

	describe('missing headers', () => {
		it('without a quota, at least what was once left is there in the next window', () => {
			const window = after(withoutQuota(40, 1000));
			expect(window.budget(1100)).toBe(40);
			window.answer(1150, window.send(1100), withoutQuota(149, 29_900));
			expect(window.budget(1150)).toBe(149);
			expect(window.budget(40_000)).toBe(149);
		});

		it('never has less than one request per window to find out with', () => {
			const window = after(withoutQuota(0, 1000));
			expect(window.budget(1100)).toBe(1);
		});

		it('without a reset, the window is taken to last from the first answer on', () => {
			const window = heardOf(10);
			expect(window.budget(WINDOW)).toBe(10);
			expect(window.budget(WINDOW + MARGIN)).toBe(150);
		});

		it('a reset that comes later is believed', () => {
			const window = heardOf(10);
			window.answer(100, window.send(50), report(9, 4000));
			expect(window.resetsAt).toBe(4100 + MARGIN);
		});

		it('with the reset known, a figure without one is believed in the midst of the window only', () => {
			const window = new QuotaWindow();
			window.answer(100, window.send(0), report(50, 1000)); // ends between 1,000 and 1,100
			window.answer(500, window.send(400), report(30));
			expect(window.budget(500)).toBe(30);
			window.answer(1050, window.send(950), report(5)); // of this window or of the next
			expect(window.budget(1050)).toBe(29);
		});

		it('figures that stop coming do not stop the requests for ever', () => {
			const window = heardOf(3, 1000);
			let sent = 0;
			for (let now = 0; now < 10 * WINDOW; now += 100) {
				while (window.budget(now) > 0) {
					window.answer(now, window.send(now));
					sent += 1;
				}
			}
			expect(sent).toBeGreaterThan(9 * 150);
		});
	});

	it('recovers from nonsense: nothing left and no time to wait, again and again', () => {
		const window = new QuotaWindow();
		let sent = 0;
		for (let now = 0; now < WINDOW; now += 10) {
			if (window.budget(now) <= 0) continue;
			window.answer(now + 5, window.send(now), report(0, 0));
			sent += 1;
		}
		expect(sent).toBeGreaterThan(500);
	});
});
