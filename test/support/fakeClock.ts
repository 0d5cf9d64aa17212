import type { Clock } from '../../nodes/BigCommerce/transport/clock';

interface Timer {
	at: number;
	wake: () => void;
}

/** Lets everything run that does not wait for time to pass. */
export const settle = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));

/**
 * A clock that stands still until a test moves it. Sleepers wake in the order of their times, those of the
 * same time in the order in which they lay down, each with everything it sets off before the next one.
 */
export class FakeClock implements Clock {
	private time = 0;
	private timers: Timer[] = [];

	/** @param randoms numbers that `random` gives in turn, again and again */
	constructor(private readonly randoms: readonly number[] = [0.5]) {}

	private drawn = 0;

	now(): number {
		return this.time;
	}

	random(): number {
		return this.randoms[this.drawn++ % this.randoms.length]!;
	}

	async sleep(ms: number): Promise<void> {
		await new Promise<void>((wake) => {
			const at = this.time + Math.max(0, ms);
			const place = this.timers.findLastIndex((timer) => timer.at <= at) + 1;
			this.timers.splice(place, 0, { at, wake });
		});
	}

	/** Whether somebody sleeps. */
	get hasSleepers(): boolean {
		return this.timers.length > 0;
	}

	/** Lets `ms` milliseconds pass. */
	async advance(ms: number): Promise<void> {
		const end = this.time + ms;
		await settle();
		while (this.timers[0] && this.timers[0].at <= end) await this.wakeNext();
		this.time = end;
	}

	/**
	 * Lets time pass until nobody sleeps any more.
	 * @throws when somebody still sleeps after `mostMs`: a test that would never end
	 */
	async runUntilIdle(mostMs = 24 * 60 * 60 * 1000): Promise<void> {
		const end = this.time + mostMs;
		await settle();
		while (this.timers[0]) {
			if (this.timers[0].at > end) throw new Error(`Somebody sleeps until ${this.timers[0].at} ms, it is ${this.time}`);
			await this.wakeNext();
		}
	}

	private async wakeNext(): Promise<void> {
		const timer = this.timers.shift()!;
		this.time = Math.max(this.time, timer.at);
		timer.wake();
		await settle();
	}
}
