import type { Problem } from './problemBody';

const QUOTED = /"([^"]+)"|`([^`]+)`|(?<![a-z])'([^']+)'(?![a-z])/gi;
const BRACKETED = /\[([^\]]+)\]/g;
const EMAIL = /[^\s"'`,;:<>()[\]]+@[^\s"'`,;:<>()[\]]+/g;
/** `sku AB 12 does not exist`, `id=12`, `with id 5`. */
const AFTER_NOUN =
	/\b(?:sku|id|email|name|code|key|uuid|(?:variant|product|location|customer|category)(?:_id)?)s?\b(?:\s*[=:]\s*|\s+)(?:with\s+id\s+)?(.+?)(?=\s+(?:is|are|was|were|does|do|did|not|already|has|have|cannot|can|must|already)\b|[\],;]|\.\s|\.$|$)/gi;

/**
 * Values that the words of a refusal name, as texts: an unknown SKU, an email in use, an ID. Some may be mere
 * words; whoever asks compares them with the values that were sent.
 * Source of the shapes: examples in BigCommerce's OpenAPI files (inventory.v3, promotions.v3, segments.v3,
 * channels.v3) and refusals shown by users of the API ("Location not found, identities: [3,2]").
 */
export function namedValues({ title, more, fields }: Problem): string[] {
	const found = new Set<string>();
	const add = (text: string | undefined) => {
		const value = (text ?? '').trim().replace(/^["'`]|["'`.]$/g, '');
		if (value !== '') found.add(value);
	};
	for (const text of [title ?? '', ...more, ...fields.map(({ message }) => message)]) {
		for (const [, double, back, single] of text.matchAll(QUOTED)) add(double ?? back ?? single);
		for (const [, list = ''] of text.matchAll(BRACKETED)) {
			for (const entry of list.split(',')) {
				add(entry);
				add(/^\s*[a-z_]+[\s:=]+(.+)$/i.exec(entry)?.[1]);
			}
		}
		for (const [email] of text.matchAll(EMAIL)) add(email.replace(/\.$/, ''));
		for (const [, value] of text.matchAll(AFTER_NOUN)) {
			add(value);
			// What follows may be words: the first of them alone may be the value.
			add(value?.split(/\s/)[0]);
		}
	}
	return [...found];
}
