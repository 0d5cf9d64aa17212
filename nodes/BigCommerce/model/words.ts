const VOWEL = /^(?:[aeio]|u(?!ni|se|s\b|r[li]|pc|uid)|hour|honest)/i;
/** Letters that are spelt out and sound like `em` or `aitch`: `MPN`, `HTML`; `SKU` is spoken as a word. */
const SPELT = /^(?!SKU)[FHLMNRSX][A-Z]/;

/** `a` or `an`, as the word sounds. */
export const article = (word: string): string =>
	(VOWEL.test(word) || SPELT.test(word)) && !/^(?:one|once|eu)/i.test(word) ? 'an' : 'a';

/** `Order Product` becomes `order product`; `SKU` and `URL` stay. */
export const inSentence = (title: string): string =>
	title
		.split(' ')
		.map((word) => (/^[A-Z0-9]{2,}s?$/.test(word) ? word : word.toLowerCase()))
		.join(' ');

/** `category` becomes `categories`. */
export function pluralOf(singular: string): string {
	if (/(?:ss|x|ch|sh|us)$/i.test(singular)) return `${singular}es`;
	return /[^aeiou]y$/i.test(singular) ? singular.replace(/y$/i, 'ies') : `${singular}s`;
}
