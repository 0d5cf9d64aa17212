/** Seeded random numbers, so that a sandbox is the same at every start. */
export class Random {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** Next number in [0, 1); the mulberry32 generator. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let t = this.state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}

	/** Integer from min to max, both included. */
	integer(min: number, max: number): number {
		return min + Math.floor(this.next() * (max - min + 1));
	}

	pick<T>(items: readonly [T, ...T[]] | readonly T[]): T {
		const item = items[Math.floor(this.next() * items.length)];
		if (item === undefined) throw new Error('Nothing to pick from');
		return item;
	}

	hex(length: number): string {
		let text = '';
		while (text.length < length) text += Math.floor(this.next() * 16).toString(16);
		return text;
	}

	/** Version 4 UUID. */
	uuid(): string {
		const hex = this.hex(30);
		const variant = this.pick(['8', '9', 'a', 'b']);
		return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
	}

	shuffle<T>(items: readonly T[]): T[] {
		const shuffled = [...items];
		for (let i = shuffled.length - 1; i > 0; i--) {
			const j = this.integer(0, i);
			const a = shuffled[i] as T;
			shuffled[i] = shuffled[j] as T;
			shuffled[j] = a;
		}
		return shuffled;
	}
}
