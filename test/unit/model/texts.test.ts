import type { INodePropertyCollection } from 'n8n-workflow';

import { fieldsOf } from '../../../nodes/BigCommerce/model/facts';
import type { Field } from '../../../nodes/BigCommerce/model/field';
import { RESOURCES } from '../../../nodes/BigCommerce/resources';
import { NODES, isProperty, offenders, operations, shown } from '../../support/shownProperties';

/**
 * What a test can hold of the words that people read: everything that the registry and the triggers show. A new
 * operation is held to it without a test of its own.
 */
interface Text {
	at: string;
	text: string;
}

const isGroup = (option: object): option is INodePropertyCollection => 'values' in option;

/** Names that are shown alone: of properties, choices, modes, groups, resources, operations. */
const labels: readonly Text[] = shown.flatMap(({ at, property: { displayName, type, options = [], modes = [] } }) => [
	// A notice is a sentence.
	...(type === 'notice' ? [] : [{ at, text: displayName }]),
	...options
		.filter((option) => !isProperty(option))
		.map((option) => ({
			at,
			text: isGroup(option) ? option.displayName : option.name,
		})),
	...modes.map((mode) => ({ at, text: mode.displayName })),
]);

const descriptions: readonly Text[] = [
	...NODES.map(({ name, description }) => ({ at: name, text: description })),
	...shown.flatMap(({ at, property: { displayName, type, description, hint, options = [] } }) =>
		[
			type === 'notice' ? displayName : undefined,
			description,
			hint,
			...options.map((option) => ('description' in option ? option.description : undefined)),
		].flatMap((text) => (text === undefined ? [] : [{ at, text }])),
	),
	...RESOURCES.map(({ value, description }) => ({ at: value, text: description })),
	...operations.flatMap(({ at, operation }) => fieldsOf(operation).flatMap((field) => saidIn(field, at))),
];

/** What the engine says of a field. */
function saidIn(field: Field, at: string): Text[] {
	const inner =
		field.kind === 'list' ? field.entries.flatMap(({ fields }) => fields) : 'fields' in field ? field.fields : [];
	const own = [field.advice, 'zero' in field ? field.zero : undefined];
	return [
		...own.flatMap((text) => (text === undefined ? [] : [{ at: `${at} ${field.name}`, text }])),
		...inner.flatMap((each) => saidIn(each, at)),
	];
}

const actions: readonly Text[] = operations.map(({ at, operation: { action } }) => ({ at, text: action }));

const placeholders: readonly Text[] = shown.flatMap(({ at, property: { placeholder, modes = [] } }) =>
	[placeholder, ...modes.map((mode) => mode.placeholder)].flatMap((text) => (text === undefined ? [] : [{ at, text }])),
);

const all = [...labels, ...descriptions, ...actions];

/** Without what is not prose: code, names of scopes and events, quoted texts. */
const prose = (text: string): string =>
	text
		.replace(/<code>.*?<\/code>|<a href=[^>]*>|<\/a>|"[^"]*"|\{[^}]*\}/g, '')
		.replace(/ ?· .*$/, '')
		.replace(/(?:store)?\/[\w/*.]+|\b[\w-]+(?:\.[\w-]+)+\b/g, '');

/** @param rule matches what is wrong */
const matching = (texts: readonly Text[], rule: RegExp) =>
	offenders(texts, ({ text }) => rule.test(prose(text)) && `"${text}"`);

it('are as many as there are forms', () => {
	expect(labels.length).toBeGreaterThan(1000);
	expect(descriptions.length).toBeGreaterThan(500);
	expect(placeholders.length).toBeGreaterThan(100);
});

/** Begin with a vowel's letter but no vowel's sound, and the other way round. */
const LIKE_CONSONANT = /^(?:uni|use|usu|usps|upc\b|url|uuid|us\b|utm|eu|one|once|sku)/i;
const LIKE_VOWEL = /^(?:hour|honest|heir|n8n|8|11\b|18\b)|^(?:[FHLMNRSX]|[FHLMNRSX][A-Z0-9]+s?)$/;
const soundsLikeVowel = (word: string): boolean =>
	!LIKE_CONSONANT.test(word) && (LIKE_VOWEL.test(word) || /^[aeiou]/i.test(word));

it('say a and an as the next word sounds', () => {
	expect(['hour', 'MPN', 'HTTPS', 'order', 'ID', 'HTML'].every(soundsLikeVowel)).toBe(true);
	expect(['unit', 'URL', 'SKU', 'user', 'product', 'one', 'store', 'UUID'].some(soundsLikeVowel)).toBe(false);
	expect(
		offenders(all, ({ text }) => {
			const wrong = [...prose(text).matchAll(/\b(an?)\s+([\w-]+)/gi)].find(
				([, article = '', word = '']) => (article.toLowerCase() === 'an') !== soundsLikeVowel(word),
			);
			return wrong && `"${wrong[0]}" in "${text}"`;
		}),
	).toEqual([]);
});

/** Small in the middle of a label. */
const SMALL = new Set([
	'a',
	'an',
	'and',
	'as',
	'at',
	'but',
	'by',
	'for',
	'in',
	'of',
	'on',
	'or',
	'per',
	'the',
	'to',
	'via',
	'with',
]);

/** Names of others, as these write them. */
const OWN_SPELLING = new Set(['iPhone', 'eCommerce', 'n8n']);

function isTitleCase(label: string): boolean {
	const words = label.replace(/[()]/g, '').split(/[\s-]+/);
	return words.every((word, index) => {
		const isEdge = index === 0 || index === words.length - 1;
		if (OWN_SPELLING.has(word) || !/[a-z]/i.test(word)) return true;
		return SMALL.has(word.toLowerCase()) && !isEdge ? word === word.toLowerCase() : /^["$]?[A-Z0-9]/.test(word);
	});
}

it('are in Title Case where they are labels', () => {
	expect(['Is in Stock', 'Order ID From', 'Maximum Uses per Customer', 'DHL eCommerce'].every(isTitleCase)).toBe(true);
	expect(['Order Id from', 'Name For the Customer', 'sku', 'Include fields'].some(isTitleCase)).toBe(false);
	const names = labels.filter(({ text }) => text !== 'Choose …');
	expect(offenders(names, ({ text }) => !isTitleCase(text) && `"${text}"`)).toEqual([]);
});

it('are actions without "of"', () => {
	expect(matching(actions, /\bof\b/)).toEqual([]);
});

it('are in plain English', () => {
	expect(matching(all, /\b(?:work(?:s|ed|ing)? on|pieces?|anew|e-mails?|stops? to)\b/i)).toEqual([]);
	expect(matching(labels, /\b(?:Street|Phones|ZIP|Zip Code|Postcode|and More|to Leave Out|Second Line)\b/)).toEqual([]);
	expect(matching(descriptions, /^(?:Read|Tell)\b/)).toEqual([]);
});

it('write abbreviations in capitals', () => {
	const words = [
		'id',
		'ids',
		'url',
		'urls',
		'sku',
		'skus',
		'upc',
		'api',
		'json',
		'uuid',
		'html',
		'iso',
		'csv',
		'gtin',
		'mpn',
	];
	const wrong = new RegExp(
		`\\b(?:${words.map((word) => `${word}|${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('|')})\\b`,
	);
	expect(wrong.test('Order Id') && wrong.test('the sku') && !wrong.test('IDs and a SKU')).toBe(true);
	expect(matching(all, wrong)).toEqual([]);
});

it('have neither line breaks nor stray blanks', () => {
	const stray = /^\s|\s$|\s{2}|[\n\r\t\u00a0]| [,.;:](?:\s|$)/;
	expect(stray.test('two  blanks') && stray.test('a\nbreak') && stray.test('end ')).toBe(true);
	expect(offenders([...all, ...placeholders], ({ text }) => stray.test(text) && JSON.stringify(text))).toEqual([]);
});
