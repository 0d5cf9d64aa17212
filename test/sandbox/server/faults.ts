import type { Fault, Faults } from '../types';

interface Queued {
	fault: Fault;
	/** Requests that it has still to let pass. */
	ahead: number;
	/** Requests that it has still to strike. */
	left: number;
}

/** Faults on demand, in the order in which they were asked for. */
export class FaultQueue implements Faults {
	private queue: Queued[] = [];

	get pending(): number {
		return this.queue.length;
	}

	next(fault: Fault): () => void {
		const entry = { fault, ahead: (fault.from ?? 1) - 1, left: fault.times ?? 1 };
		this.queue.push(entry);
		return () => {
			this.queue = this.queue.filter((other) => other !== entry);
		};
	}

	clear(): void {
		this.queue = [];
	}

	/** The fault that strikes this request, if any: the first whose turn has come. All that are meant count. */
	strike(method: string, path: string): Fault | undefined {
		const meant = this.queue.filter(({ fault }) => matches(fault, method, path));
		const entry = meant.find(({ ahead }) => ahead === 0);
		for (const each of meant) if (each.ahead > 0) each.ahead--;
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
