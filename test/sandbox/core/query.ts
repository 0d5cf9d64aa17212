/** Reading query strings the way BigCommerce does: one text per name, the last one given. */
export class Query {
	constructor(public raw: Readonly<Record<string, string | string[]>>) {}

	text(name: string): string | undefined {
		const value = this.raw[name];
		return Array.isArray(value) ? value[value.length - 1] : value;
	}

	has(name: string): boolean {
		const value = this.text(name);
		return value !== undefined && value !== '';
	}

	integer(name: string): number | undefined {
		const text = this.text(name);
		if (text === undefined || !/^-?\d+$/.test(text)) return undefined;
		return Number(text);
	}

	number(name: string): number | undefined {
		const text = this.text(name);
		if (text === undefined || text.trim() === '' || Number.isNaN(Number(text))) return undefined;
		return Number(text);
	}

	/** A comma list. */
	list(name: string): string[] {
		const text = this.text(name);
		return text ? text.split(',').map((part) => part.trim()) : [];
	}

	integers(name: string): number[] {
		return this.list(name)
			.filter((part) => /^-?\d+$/.test(part))
			.map(Number);
	}

	/** The query again, with some parameters replaced, as in `meta.pagination.links`. */
	with(changes: Record<string, string | number>): string {
		const parameters = new URLSearchParams();
		for (const [name, value] of Object.entries(changes)) parameters.set(name, String(value));
		for (const name of Object.keys(this.raw)) {
			if (!(name in changes) && this.has(name)) parameters.set(name, this.text(name) as string);
		}
		return `?${parameters.toString()}`;
	}
}
