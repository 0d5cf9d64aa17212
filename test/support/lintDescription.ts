import { Linter } from 'eslint';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import type { INodeTypeDescription } from 'n8n-workflow';
import tseslint from 'typescript-eslint';

const OFF = [
	// Off in n8n's scanner too: an API may have a maximum.
	'n8n-nodes-base/node-param-type-options-max-value-present',
	// Takes the key in `e.g. {"id": 1}` for a word.
	'n8n-nodes-base/node-param-placeholder-miscased-id',
	// Fields of an entry stand in the order in which people fill them in.
	'n8n-nodes-base/node-param-fixed-collection-type-unsorted-items',
	// Knows no abbreviation in the plural, such as URLs.
	'n8n-nodes-base/node-param-operation-option-action-miscased',
];

/** A webhook scope as a description (`store/order/created`) begins with a small letter, as BigCommerce writes it. */
const COMPLAINS_OF_SCOPE = /lowercase-first-char.*\(description: "store\/[\w/*]+",?\)$/;

const rules = Object.fromEntries(
	Object.entries(n8nNodesBase.configs.nodes.rules).filter(
		([name]) => name.startsWith('n8n-nodes-base/node-param-') && !OFF.includes(name),
	),
);

/**
 * Holds a description to n8n's rules for parameters. The linter reads source text, and ours is put together
 * from definitions where it cannot follow; so it is given the finished description, written out.
 * @returns what it complains of, each with the line concerned
 */
export function lintDescription(description: INodeTypeDescription): string[] {
	// "Choose …" stands first, whatever comes behind it.
	const choosing = (_: string, value: unknown): unknown =>
		isObject(value) && value.name === 'Choose …' ? { ...value, name: '0' } : value;
	const literal = JSON.stringify(description, choosing, 1).replace(/^( *)"(\w+)":/gm, '$1$2:');
	const code = `export class Described implements INodeType {\n description: INodeTypeDescription = ${literal};\n}\n`;
	const lines = code.split('\n');
	const messages = new Linter().verify(
		code,
		[
			{
				files: ['**/*.ts'],
				languageOptions: { parser: tseslint.parser },
				plugins: { 'n8n-nodes-base': n8nNodesBase },
				rules,
			},
		],
		{ filename: 'Described.node.ts' },
	);
	return messages
		.map(({ ruleId, message, line }) => `${ruleId}: ${message} (${lines[line - 1]?.trim()})`)
		.filter((complaint) => !COMPLAINS_OF_SCOPE.test(complaint));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
