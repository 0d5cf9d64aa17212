type Key = string | number;

/** How a record is found by something other than its id. An undefined or empty key is not indexed. */
export type Indexes<T, Name extends string> = Record<Name, (record: T) => Key | undefined>;

/**
 * Records of one kind, by id, listed in order of their ids. Records are replaced, never changed in
 * place, so that a listing costs no more than its page.
 */
export class Table<T extends { id: number }, Name extends string = never> {
	private readonly byId = new Map<number, T>();
	private readonly indexed = new Map<Name, Map<Key, Set<number>>>();
	private ordered: T[] | undefined = [];
	private lastId: number;

	constructor(
		firstId = 1,
		private readonly indexes: Indexes<T, Name> = {} as Indexes<T, Name>,
	) {
		this.lastId = firstId - 1;
		for (const name of this.indexNames()) this.indexed.set(name, new Map());
	}

	get size(): number {
		return this.byId.size;
	}

	/** An id that was never given out. */
	nextId(): number {
		return ++this.lastId;
	}

	get(id: number): T | undefined {
		return this.byId.get(id);
	}

	/** Records with this key, by ascending id. */
	by(name: Name, key: Key): T[] {
		const ids = this.indexed.get(name)?.get(key);
		if (!ids) return [];
		return [...ids].sort((a, b) => a - b).map((id) => this.byId.get(id) as T);
	}

	/** Adds or replaces. */
	put(record: T): T {
		const old = this.byId.get(record.id);
		if (old) this.unindex(old);
		this.byId.set(record.id, record);
		this.index(record);
		this.list(record, old === undefined);
		if (record.id > this.lastId) this.lastId = record.id;
		return record;
	}

	/** Gives the record an id of its own and adds it. */
	add(record: Omit<T, 'id'>): T {
		return this.put({ id: this.nextId(), ...record } as T);
	}

	delete(id: number): boolean {
		const record = this.byId.get(id);
		if (!record) return false;
		this.unindex(record);
		this.byId.delete(id);
		this.ordered = undefined;
		return true;
	}

	/** All records by ascending id. Not to be changed by the caller. */
	all(): readonly T[] {
		this.ordered ??= [...this.byId.values()].sort((a, b) => a.id - b.id);
		return this.ordered;
	}

	private indexNames(): Name[] {
		return Object.keys(this.indexes) as Name[];
	}

	private index(record: T): void {
		for (const name of this.indexNames()) {
			const key = this.indexes[name](record);
			if (key === undefined || key === '') continue;
			const keys = this.indexed.get(name);
			const ids = keys?.get(key);
			if (ids) ids.add(record.id);
			else keys?.set(key, new Set([record.id]));
		}
	}

	private unindex(record: T): void {
		for (const name of this.indexNames()) {
			const key = this.indexes[name](record);
			if (key === undefined) continue;
			const ids = this.indexed.get(name)?.get(key);
			ids?.delete(record.id);
			if (ids?.size === 0) this.indexed.get(name)?.delete(key);
		}
	}

	private list(record: T, isNew: boolean): void {
		if (!this.ordered) return;
		const last = this.ordered[this.ordered.length - 1];
		if (isNew && (!last || record.id > last.id)) this.ordered.push(record);
		else if (isNew) this.ordered = undefined;
		else this.ordered[this.position(this.ordered, record.id)] = record;
	}

	private position(records: readonly T[], id: number): number {
		let low = 0;
		let high = records.length - 1;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((records[middle] as T).id < id) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
