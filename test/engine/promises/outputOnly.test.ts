import type { INodeParameters } from 'n8n-workflow';

import { textOf } from '../../../nodes/BigCommerce/transport/textOf';
import { fieldsOf } from '../../../nodes/BigCommerce/model/facts';
import type { Operation } from '../../../nodes/BigCommerce/model/operation';
import { stubStore } from '../../support/stubStore';
import { markedItems, markedParameters } from './markedItems';
import { plausibleAnswer } from './plausibleStore';
import type { Registered } from './registry';
import { attempt, REGISTERED } from './registry';

/**
 * Parameters that only shape the output can be wrong, too, by an expression: that is found before anything is sent,
 * or results would be lost after the work is done.
 */
interface Parameter {
	name: string;
	label: string;
	usual: unknown;
	refused: readonly unknown[];
	/** What is understood, or means nothing. */
	taken: readonly unknown[];
}

const flag = (name: string, label: string): Parameter => ({
	name,
	label,
	usual: false,
	refused: ['abc', -1, 1.5, [true]],
	taken: ['true', 0, null, 'no'],
});

const RETURN_ALL = flag('returnAll', 'Return All');
const SIMPLIFY = flag('simplify', 'Simplify');
const LIMIT: Parameter = {
	name: 'limit',
	label: 'Limit',
	usual: 5,
	refused: ['true', 'abc', 0, -1, 1.5, NaN, [5]],
	taken: ['7', null],
};
const OUTPUT: Parameter = {
	name: 'output',
	label: 'Output',
	usual: 'raw',
	refused: ['true', 'abc', 0, -1, 1.5, 'raw, simplified'],
	taken: ['Simplified', null],
};
const FIELDS: Parameter = {
	name: 'selectedFields',
	label: 'Fields',
	usual: 'id',
	refused: [null, '', ' , ', [111]],
	taken: ['id, name'],
};

/** Of an operation, as n8n shows it to a person or to an agent. */
function parametersOf(operation: Operation, asTool: boolean): Parameter[] {
	const isList = operation.kind === 'list' || fieldsOf(operation).some(({ name }) => name === 'returnAll');
	const shape = asTool ? [OUTPUT, FIELDS] : [SIMPLIFY];
	return [...(isList ? [RETURN_ALL, LIMIT] : []), ...(operation.simplify ? shape : [])];
}

const CASES = [false, true].flatMap((asTool) =>
	REGISTERED.filter(({ operation }) => parametersOf(operation, asTool).length > 0).map((registered) => ({
		...registered,
		asTool,
		name: `${registered.at}${asTool ? ', of an agent' : ''}`,
	})),
);

/** One item for each value, with the usual values of the others. */
function itemsWith(parameters: readonly Parameter[], which: 'refused' | 'taken') {
	const usual = Object.fromEntries(parameters.map(({ name, usual: value }) => [name, value]));
	return parameters.flatMap(({ name, label, [which]: values }) =>
		values.map((value) => {
			// The fields are read only where they are asked for.
			const output = name === 'selectedFields' ? { output: 'selectedFields' } : {};
			return { label, item: { ...markedItems(1)[0], ...usual, ...output, [name]: value } };
		}),
	);
}

async function run(
	given: Registered & { asTool: boolean },
	items: object[],
	onError: 'stopWorkflow' | 'continueRegularOutput',
) {
	const store = stubStore((request) => plausibleAnswer(given, request, true));
	const byExpression: INodeParameters = Object.fromEntries(
		parametersOf(given.operation, given.asTool).map(({ name }) => [name, `={{ $json.${name} }}`]),
	);
	const own =
		given.at === 'apiRequest.request' ? { method: 'GET', path: '/v3/catalog/brands' } : markedParameters(given);
	const parameters = { ...own, ...byExpression };
	const { asTool } = given;
	return { ...(await attempt(given, store, { parameters, items, onError, asTool, isAlone: true })), store };
}

describe('A parameter of the output', () => {
	it('is there for most operations', () => {
		expect(CASES.length).toBeGreaterThan(60);
	});

	it.each(CASES)('that is wrong is refused by its name, and nothing is sent: $name', async (given) => {
		const wrong = itemsWith(parametersOf(given.operation, given.asTool), 'refused');
		const { items, store } = await run(
			given,
			wrong.map(({ item }) => item),
			'continueRegularOutput',
		);
		expect(store.received).toEqual([]);
		expect(items.map(({ json }) => textOf(json.error).split(' ').slice(0, 2).join(' '))).toEqual(
			wrong.map(({ label }) => expect.stringMatching(new RegExp(`^${label}\\b`)) as string),
		);
	});

	it.each(CASES)('that is wrong for a later item keeps all back: $name', async (given) => {
		const parameters = parametersOf(given.operation, given.asTool);
		const [right] = itemsWith(parameters, 'taken');
		const [wrong] = itemsWith(parameters, 'refused');
		const { error, store } = await run(given, [right!.item, wrong!.item], 'stopWorkflow');
		expect(store.received).toEqual([]);
		expect(error?.message).toMatch(new RegExp(`^${wrong!.label}\\b`));
		expect(error?.context?.itemIndex).toBe(1);
	});

	it.each(CASES)('is understood as it may be written, and where it is empty: $name', async (given) => {
		const right = itemsWith(parametersOf(given.operation, given.asTool), 'taken');
		const { error, items } = await run(
			given,
			right.map(({ item }) => item),
			'continueRegularOutput',
		);
		expect(error).toBeUndefined();
		expect(items.filter(({ json }) => 'error' in json).map(({ json }) => json.error)).toEqual([]);
	});
});
