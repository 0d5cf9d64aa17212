import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { updateOf } from '../../../../nodes/BigCommerce/model/crud';
import type { ChoiceField, Field } from '../../../../nodes/BigCommerce/model/field';
import { updateFields } from '../../../../nodes/BigCommerce/model/collections';
import {
	amount,
	choice,
	choices,
	date,
	flag,
	id,
	ids,
	integer,
	json,
	key,
	list,
	money,
	number,
	object,
	required,
	text,
	words,
} from '../../../../nodes/BigCommerce/model/fields';
import { requestOptions } from '../../../../nodes/BigCommerce/model/settings';
import type { Reading } from '../../../../nodes/BigCommerce/model/values/reader';
import { SCOPES } from '../../../../nodes/BigCommerce/transport/scopes';
import { readAll } from './support';

const FIELDS: Record<string, Field> = {
	Money: money('value', 'Value'),
	'Money as text': amount('value', 'Value'),
	Number: number('value', 'Value'),
	'Whole number': integer('value', 'Value'),
	Date: date('value', 'Value'),
	Text: text('value', 'Value'),
	Code: key('value', 'Value'),
	'Yes or no': flag('value', 'Value', 'Whether'),
	Choice: choice('value', 'Value', [
		[1, 'Pending'],
		[2, 'Shipped'],
		[3, 'Partially Shipped'],
	]),
	'Several choices': choices('value', 'Value', ['images', 'custom_fields']),
	ID: id('value', 'Value'),
	'Several IDs': ids('value', 'Value'),
	'Several texts': words('value', 'Value'),
	List: list('value', 'Value', [required(text('name', 'Name')), required(text('value', 'Value'))]),
	Object: object('value', 'Value', [text('url', 'URL')]),
	JSON: json('value', 'Value'),
};

const settings = requestOptions(
	updateOf({
		value: 'coupon',
		name: 'Coupon',
		description: '',
		collection: '/v2/coupons',
		key: id('id', 'Coupon ID'),
		scope: SCOPES.marketing,
		optional: [ids('ids', 'IDs')],
	}),
).fields.filter((field): field is ChoiceField => field.kind === 'choice');

/** `Number Format: Decimal Comma` as the form has it. */
function readingOf(option: string): Partial<Reading> {
	if (option === '') return {};
	const [title, chosen] = option.split(': ');
	const setting = settings.find(({ displayName }) => displayName === title);
	const value = setting?.choices.find(({ name }) => name === chosen)?.value;
	if (setting === undefined || value === undefined) throw new Error(`The form has no option ${option}`);
	return { [setting.name]: value };
}

const code = (cell: string): string => cell.replace(/^`|`$/g, '');

const rows = readFileSync(join(__dirname, '../../../../docs/values.md'), 'utf8')
	.split('\n')
	.filter((line) => line.startsWith('| ') && !/^\| (?:Field|-)/.test(line))
	.map((line) => line.slice(1, -1).split('|'))
	.map(([field = '', given = '', option = '', sent = '']) => ({
		field: field.trim(),
		given: code(given.trim()),
		option: option.trim(),
		sent: sent.trim(),
	}));

it('the documentation has examples of every kind, taken and refused', () => {
	expect(new Set(rows.map(({ field }) => field))).toEqual(new Set(Object.keys(FIELDS)));
	expect(rows.filter(({ sent }) => sent === 'refused').length).toBeGreaterThan(20);
});

it.each(rows)('$field: "$given" $option is $sent', ({ field, given, option, sent }) => {
	const sample = FIELDS[field];
	if (sample === undefined) throw new Error(`Nobody knows the kind ${field}`);
	const { values, faults } = readAll(
		[updateFields(sample, text('beside', 'Beside'))],
		{ updateFields: { value: given, beside: 'x' } },
		readingOf(option),
	);
	if (sent === 'refused') return expect(faults).toHaveLength(1);
	expect(faults).toEqual([]);
	expect('value' in values ? values.value : 'left out').toEqual(sent === 'left out' ? sent : JSON.parse(code(sent)));
});
