/** JSON text that goes into an answer as it is. */
export class JsonText {
	constructor(readonly text: string) {}
}

/**
 * Writes records as JSON and remembers the text for as long as the record lives. Records are
 * replaced when they change, so a text is never out of date. One shape per instance.
 */
export class JsonCache<T extends object> {
	private readonly texts = new WeakMap<T, string>();

	array(records: readonly T[], shape: (record: T) => unknown): JsonText {
		const texts = records.map((record) => {
			let text = this.texts.get(record);
			if (text === undefined) this.texts.set(record, (text = JSON.stringify(shape(record))));
			return text;
		});
		return new JsonText(`[${texts.join(',')}]`);
	}
}
