/** Most characters of a value in a message. */
const MOST = 60;

/** A value for a message: short, on one line, quoted. */
export function shown(value: unknown): string {
	if (typeof value !== 'object' || value === null) return `"${oneLine(String(value))}"`;
	if (Array.isArray(value)) return `the list ${cut(outline(value, MOST))}`;
	const time = value instanceof Date ? value.getTime() : undefined;
	if (time === undefined) return `the object ${cut(outline(value, MOST))}`;
	return Number.isNaN(time) ? '"Invalid Date"' : `"${new Date(time).toISOString()}"`;
}

/** A name for a message, without what would break the line. */
export const oneLine = (text: string): string =>
	cut(
		text
			.slice(0, MOST + 1)
			.replace(/\p{Cs}/gu, '\ufffd')
			.replace(/[\p{Cc}\u2028\u2029]/gu, ' '),
	);

/** Halves no character. */
const cut = (text: string): string =>
	text.length > MOST ? `${text.slice(0, MOST - 1).replace(/\p{Cs}$/u, '')}…` : text;

/** Like JSON, but never longer than needed, and for anything. @param room how many characters are of use */
function outline(value: unknown, room: number): string {
	if (room <= 0) return '…';
	if (typeof value === 'string') return `"${oneLine(value)}"`;
	if (typeof value !== 'object' || value === null) return String(value);
	const isList = Array.isArray(value);
	let text = '';
	for (const name of Object.keys(value)) {
		if (text.length >= room) break;
		const before = `${text === '' ? '' : ', '}${isList ? '' : `${oneLine(name)}: `}`;
		text += before + outline((value as Record<string, unknown>)[name], room - text.length - before.length - 1);
	}
	return isList ? `[${text}]` : `{${text}}`;
}
