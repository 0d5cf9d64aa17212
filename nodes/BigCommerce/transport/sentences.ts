/**
 * Joins texts to sentences in one line: n8n drops line breaks, and what others wrote may lack its full stop.
 * Empty ones are left out.
 */
export function sentences(...texts: ReadonlyArray<string | undefined>): string {
	return texts
		.map((text) => (text ?? '').replace(/\s+/g, ' ').trim())
		.filter((text) => text !== '')
		.map((text) => (/[.!?:][)"'”’]*$/.test(text) ? text : `${text}.`))
		.join(' ');
}

/** A text of others in one line, without its full stop, cut where it gets long. */
export function clause(text: string, most = 300): string {
	const line = text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/[.;,]+$/, '');
	return line.length > most ? `${line.slice(0, most).trimEnd()}…` : line;
}
