/** Without case and accents: "Muller" finds "Müller". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of what was typed: `Becker, Anna` has two. */
export const wordsOf = (typed: string): string[] => typed.split(/[\s,]+/).filter((word) => word !== '');

/** The number in `118` or `#118`; nothing in any other text. */
export const numberIn = (typed: string): string | undefined => /^#?(\d+)$/.exec(typed)?.[1];

/** Whether a label has all words that were typed, or the ID is what was typed. */
export function fits(typed: string, label: string, id: string | number | undefined): boolean {
	if (id !== undefined && String(id) === (numberIn(typed) ?? typed)) return true;
	const shown = plain(label);
	return wordsOf(plain(typed)).every((word) => shown.includes(word));
}
