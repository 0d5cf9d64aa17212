import type { RequestLog, RequestRecord } from '../types';
import { matchesPath } from './faults';

/** An array that forgets its oldest entries. */
export class CappedLog<T> {
	readonly entries: T[] = [];

	constructor(private readonly limit: number) {}

	push(entry: T): void {
		this.entries.push(entry);
		if (this.entries.length > this.limit * 1.1) {
			this.entries.splice(0, this.entries.length - this.limit);
		}
	}

	clear(): void {
		this.entries.length = 0;
	}
}

/** What the store was asked, in order of arrival. */
export class Requests implements RequestLog {
	private readonly log: CappedLog<RequestRecord>;
	private lastId = 0;

	constructor(limit: number) {
		this.log = new CappedLog(limit);
	}

	get all(): readonly RequestRecord[] {
		return this.log.entries;
	}

	add(record: Omit<RequestRecord, 'id'>): RequestRecord {
		const entry = { id: ++this.lastId, ...record };
		this.log.push(entry);
		return entry;
	}

	matching(method: string, path: string | RegExp): RequestRecord[] {
		return this.all.filter((entry) => entry.method === method && matchesPath(path, entry.path));
	}

	clear(): void {
		this.log.clear();
	}
}
