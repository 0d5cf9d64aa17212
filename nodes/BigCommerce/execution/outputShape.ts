import { textOf } from '../transport/textOf';
import type { JsonObject } from '../transport/types';
import type { ItemInput } from './itemInput';
import { keepFields } from './simplify';

/**
 * How rows of an item are to look: as they came, simplified (with what Include asked for), or (as an AI
 * tool) with selected fields only.
 * The parameters are the ones that `outputFields` adds to every operation with a `simplify` list.
 */
export function outputShape(input: ItemInput): (row: JsonObject) => JsonObject {
	const { context, index: itemIndex } = input;
	const { simplify } = input.operation;
	const raw = (row: JsonObject) => row;
	if (!simplify) return raw;
	const output = context.getNodeParameter('output', itemIndex, '') as string;
	if (output === 'raw') return raw;
	if (output === 'selectedFields') {
		const selected = textOf(context.getNodeParameter('selectedFields', itemIndex, ''));
		const paths = selected
			.split(',')
			.map((path) => path.trim())
			.filter((path) => path !== '');
		return (row) => keepFields(row, paths);
	}
	const simple = output === 'simplified' || context.getNodeParameter('simplify', itemIndex, true) === true;
	if (!simple) return raw;
	const included = input.included();
	return (row) => keepFields(row, [...simplify, ...Object.keys(row).filter((name) => cameAlong(name, included))]);
}

const letters = (name: string) => name.replaceAll('_', '');

/** `storecredit` comes as `store_credit_amounts`, `line_items.options` as a part of `line_items`. */
const cameAlong = (name: string, included: readonly string[]) =>
	included.some((include) => letters(name).startsWith(letters(include.split('.')[0]!)));
