import type { Fault, Faults } from '../types';

/** Faults on demand, in the order in which they were asked for. */
export class FaultQueue implements Faults {
	private queue: { fault: Fault; left: number }[] = [];

	get pending(): number {
		return this.queue.length;
	}

	next(fault: Fault): () => void {
		const entry = { fault, left: fault.times ?? 1 };
		this.queue.push(entry);
		return () => {
			this.queue = this.queue.filter((other) => other !== entry);
		};
	}

	clear(): void {
		this.queue = [];
	}

	/** The fault that strikes this request, if any; it is counted down. */
	strike(method: string, path: string): Fault | undefined {
		const entry = this.queue.find(({ fault }) => matches(fault, method, path));
		if (!entry) return undefined;
		entry.left--;
		if (entry.left <= 0) this.queue = this.queue.filter((other) => other !== entry);
		return entry.fault;
	}
}

function matches({ match }: Fault, method: string, path: string): boolean {
	if (match?.method !== undefined && match.method.toUpperCase() !== method) return false;
	return match?.path === undefined || matchesPath(match.path, path);
}

/** Whether a path is meant: exactly, or by a pattern; with or without `/stores/{hash}`. */
export function matchesPath(wanted: string | RegExp, path: string): boolean {
	const candidates = [path, path.replace(/^\/stores\/[^/]+/, '')];
	return candidates.some((candidate) =>
		typeof wanted === 'string' ? candidate === wanted : new RegExp(wanted).test(candidate),
	);
}
