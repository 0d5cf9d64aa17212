/** How a record is named: a number that the store gives out, or a text such as a UUID. */
export type Key = number | string;

/** A record whose fields only its declaration knows. */
export interface Row {
	id: Key;
	[field: string]: unknown;
}

/** Records with one value of a field, by that value. */
type Index = Map<unknown, Set<Key>>;

/**
 * Records of one kind. Those with numbers are listed by ascending number, those with texts in the
 * order in which they were made. Records are replaced, never changed in place, so that a listing
 * costs no more than its page.
 */
export class Table<T extends { id: Key }> {
	private readonly records = new Map<Key, T>();
	private readonly indexes = new Map<string, Index>();
	private ordered: T[] | undefined = [];
	private lastId: number;

	constructor(firstId = 1) {
		this.lastId = firstId - 1;
	}

	get size(): number {
		return this.records.size;
	}

	/** A number that was never given out. */
	nextId(): number {
		return ++this.lastId;
	}

	get(id: Key): T | undefined {
		return this.records.get(id);
	}

	/**
	 * Records whose field has this value, in the order of the list. Letters count as equal in upper
	 * and lower case; an empty text and an absent value are found by nothing. The field is indexed
	 * from the first call on.
	 */
	by<F extends keyof T & string>(field: F, value: T[F]): T[] {
		const index = this.indexes.get(field) ?? this.indexed(field);
		const ids = index.get(normal(value));
		return ids ? sorted([...ids].map((id) => this.records.get(id) as T)) : [];
	}

	/** Adds or replaces. */
	put(record: T): T {
		const old = this.records.get(record.id);
		for (const [field, index] of this.indexes) {
			if (old) removeFrom(index, old, field);
			addTo(index, record, field);
		}
		this.records.set(record.id, record);
		this.list(record, old === undefined);
		if (typeof record.id === 'number' && record.id > this.lastId) this.lastId = record.id;
		return record;
	}

	/** Gives the record a number of its own and adds it. */
	add(record: Omit<T, 'id'>): T {
		return this.put({ id: this.nextId(), ...record } as T);
	}

	delete(id: Key): boolean {
		const record = this.records.get(id);
		if (!record) return false;
		for (const [field, index] of this.indexes) removeFrom(index, record, field);
		this.records.delete(id);
		this.ordered = undefined;
		return true;
	}

	/** All records, in order. Not to be changed by the caller. */
	all(): readonly T[] {
		this.ordered ??= sorted([...this.records.values()]);
		return this.ordered;
	}

	private indexed(field: string): Index {
		const index: Index = new Map();
		for (const record of this.records.values()) addTo(index, record, field);
		this.indexes.set(field, index);
		return index;
	}

	/** Keeps the list in order where that costs little; otherwise it is sorted when it is next read. */
	private list(record: T, isNew: boolean): void {
		if (!this.ordered) return;
		const last = this.ordered[this.ordered.length - 1];
		if (isNew && (!last || comesAfter(record.id, last.id))) this.ordered.push(record);
		else if (isNew || typeof record.id !== 'number') this.ordered = undefined;
		else this.ordered[positionOf(this.ordered, record.id)] = record;
	}
}

const normal = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

const valueOf = (record: object, field: string): unknown => normal((record as Record<string, unknown>)[field]);

const comesAfter = (id: Key, other: Key): boolean => typeof id !== 'number' || typeof other !== 'number' || id > other;

function addTo(index: Index, record: { id: Key }, field: string): void {
	const value = valueOf(record, field);
	if (value === undefined || value === null || value === '') return;
	const ids = index.get(value);
	if (ids) ids.add(record.id);
	else index.set(value, new Set([record.id]));
}

function removeFrom(index: Index, record: { id: Key }, field: string): void {
	const value = valueOf(record, field);
	const ids = index.get(value);
	ids?.delete(record.id);
	if (ids?.size === 0) index.delete(value);
}

const sorted = <T extends { id: Key }>(records: T[]): T[] =>
	typeof records[0]?.id === 'number' ? records.sort((a, b) => Number(a.id) - Number(b.id)) : records;

function positionOf(records: readonly { id: Key }[], id: Key): number {
	let low = 0;
	let high = records.length - 1;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((records[middle] as { id: Key }).id < id) low = middle + 1;
		else high = middle;
	}
	return low;
}
