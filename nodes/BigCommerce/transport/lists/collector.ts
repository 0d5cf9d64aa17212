import type { JsonObject, JsonValue } from '../types';

type Key = string | number;

/**
 * Collects the rows of a list in the order in which they come, each once. Rows are known by their key; rows
 * of a list without one are all kept, however alike.
 */
export class Collector {
	readonly rows: JsonObject[] = [];
	private readonly seen = new Set<Key>();
	private keyed: boolean | undefined;

	/**
	 * @param rowKey fields that together name a row
	 * @param limit rows at most
	 * @param keeps whether a row is wanted; others count for nothing
	 */
	constructor(
		private readonly rowKey: readonly string[],
		private readonly limit = Infinity,
		private readonly keeps: (row: JsonObject) => boolean = () => true,
	) {}

	/** Whether rows can be told apart by their key; decided by the first page. */
	get isKeyed(): boolean {
		return this.keyed ?? false;
	}

	get isFull(): boolean {
		return this.rows.length >= this.limit;
	}

	/** @returns how many of the rows were new, wanted or not */
	add(page: readonly JsonObject[]): number {
		this.keyed ??= page.length > 0 ? this.namesEach(page) : undefined;
		let fresh = 0;
		for (const row of page) {
			if (this.isFull) break;
			if (this.isKeyed) {
				const key = this.keyOf(row);
				if (this.seen.has(key)) continue;
				this.seen.add(key);
			}
			fresh += 1;
			if (this.keeps(row)) this.rows.push(row);
		}
		return fresh;
	}

	/** Forgets all rows, to read the list from its beginning again. */
	startAgain(): void {
		this.rows.length = 0;
		this.seen.clear();
	}

	/** Whether two answers have a row in common. */
	share(one: readonly JsonObject[], other: readonly JsonObject[]): boolean {
		const keys = new Set(one.map((row) => this.keyOf(row)));
		return other.some((row) => keys.has(this.keyOf(row)));
	}

	/** The ID of a row, where IDs are numbers. */
	idOf(row: JsonObject | undefined): number | undefined {
		const id = row && this.rowKey.length === 1 ? valueAt(row, this.rowKey[0]!) : undefined;
		return typeof id === 'number' ? id : undefined;
	}

	/** One answer never has a row twice: what repeats in it is no key. */
	private namesEach(page: readonly JsonObject[]): boolean {
		const hasKey = (row: JsonObject) => this.rowKey.some((field) => (valueAt(row, field) ?? undefined) !== undefined);
		return page.every(hasKey) && new Set(page.map((row) => this.keyOf(row))).size === page.length;
	}

	private keyOf(row: JsonObject): Key {
		const [first, ...others] = this.rowKey;
		const value = first === undefined ? undefined : valueAt(row, first);
		if (others.length === 0 && (typeof value === 'number' || typeof value === 'string')) return value;
		const values = this.rowKey.map((field) => valueAt(row, field) ?? null);
		return JSON.stringify(values.every((each) => each === null) ? row : values);
	}
}

function valueAt(row: JsonObject, field: string): JsonValue | undefined {
	let at: JsonValue | undefined = row;
	for (const part of field.split('.')) {
		if (typeof at !== 'object' || at === null || Array.isArray(at)) return undefined;
		at = Object.hasOwn(at, part) ? at[part] : undefined;
	}
	return at;
}
