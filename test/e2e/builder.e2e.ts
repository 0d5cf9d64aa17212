import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { BigCommerce } from '../../nodes/BigCommerce/BigCommerce.node';
import { BigCommercePollingTrigger } from '../../nodes/BigCommerce/BigCommercePollingTrigger.node';
import { BigCommerceStoreSetup } from '../../nodes/BigCommerce/BigCommerceStoreSetup.node';
import { BigCommerceTrigger } from '../../nodes/BigCommerce/BigCommerceTrigger.node';
import type { Resource } from '../../nodes/BigCommerce/model/operation';
import { SETUP_RESOURCES, SHOP_RESOURCES } from '../../nodes/BigCommerce/resources';
import type { BuilderAnswer } from '../n8n/builder';
import { askBuilder } from '../n8n/builder';
import { projectFolder } from '../n8n/versions';
import type { LocatorText } from './builderText';
import { locatorTexts, operationTexts } from './builderText';
import { LINE } from './line';

/** Characters that a node may take at most. The aim is 2,400 for each operation; heavy ones weigh more as yet. */
const mostOf = (operations: number): number => 2_750 * operations;

const PACKAGE = 'n8n-nodes-bigcommerce';

const installed = ({ description }: { description: INodeTypeDescription }): INodeTypeDescription => ({
	...description,
	name: `${PACKAGE}.${description.name}`,
});

const SHOP = installed(new BigCommerce());

const NODES: ReadonlyArray<[name: string, type: INodeTypeDescription, resources: readonly Resource[]]> = [
	['BigCommerce', SHOP, SHOP_RESOURCES],
	['BigCommerce Store Setup', installed(new BigCommerceStoreSetup()), SETUP_RESOURCES],
];

/** What the builder has to read of each operation, by its place. */
const wordsOf = (resources: readonly Resource[]): Record<string, string[]> =>
	Object.fromEntries(
		resources.flatMap((resource) =>
			resource.operations.map(({ value, action, description }) => [
				`${resource.value}.${value}`,
				[resource.description, `${action}: ${description}`],
			]),
		),
	);

/** The node as it would be if it told the builder nothing but what the form shows. */
function withoutHints({ builderHint: _, properties, ...type }: INodeTypeDescription): INodeTypeDescription {
	const undescribed = ({ options = [], ...property }: INodeProperties): INodeProperties => ({
		...property,
		options: options.map((option) => ('value' in option ? { name: option.name, value: option.value } : option)),
	});
	return { ...type, properties: properties.map((each) => (each.name === 'resource' ? undescribed(each) : each)) };
}

/** Locators that must be filled in, wherever they stand. */
function requiredLocators(properties: readonly INodeProperties[]): LocatorText[] {
	return properties.flatMap(({ type, required, name, description = '', options = [] }) => [
		...(type === 'resourceLocator' && required ? [{ name, description }] : []),
		...options.flatMap((option) => {
			if ('values' in option) return requiredLocators(option.values);
			return 'type' in option ? requiredLocators([option]) : [];
		}),
	]);
}

interface Example {
	nodes: Array<{ type: string; parameters: object }>;
}

const folder = join(projectFolder, 'workflows');
const FILES = readdirSync(folder).filter((file) => file.endsWith('.json'));
const exampleIn = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Example;

/** The same workflow with an operation that does not exist. */
const broken = ({ nodes, ...workflow }: Example): Example => ({
	...workflow,
	nodes: nodes.map(({ parameters, ...node }) => ({
		...node,
		parameters: 'operation' in parameters ? { ...parameters, operation: 'guess' } : parameters,
	})),
});

// The builder came with n8n 2.
(LINE === 2 ? describe : describe.skip)("n8n's AI builder", () => {
	let answer: BuilderAnswer;

	beforeAll(async () => {
		const workflows = FILES.map(exampleIn);
		answer = await askBuilder({
			types: [
				...NODES.map(([, type]) => type),
				withoutHints(SHOP),
				installed(new BigCommerceTrigger()),
				installed(new BigCommercePollingTrigger()),
			],
			workflows: [...workflows, ...workflows.map(broken)],
		});
	}, 120_000);

	describe.each(NODES.map((node, index) => [...node, index] as const))('of %s', (name, type, resources, index) => {
		const text = () => answer.texts[index]!;
		const operations = resources.flatMap((resource) => resource.operations);

		it('reads the words of each operation, and of no other', () => {
			const read = operationTexts(text());
			expect(read).toHaveLength(operations.length);
			expect(Object.fromEntries(read.map(({ place, words }) => [place, words]))).toEqual(wordsOf(resources));
		});

		it(`reads at most ${mostOf(operations.length)} characters`, () => {
			const { length } = text();
			const average = Math.round(length / operations.length);
			const heaviest = operationTexts(text())
				.sort((one, other) => other.text.length - one.text.length)
				.slice(0, 5)
				.map(({ place, text: own }) => `${place} ${own.length}`);
			process.stderr.write(
				`${name}: the builder reads ${length} characters of at most ${mostOf(operations.length)}, on average ` +
					`${average} for each of ${operations.length} operations, ` +
					`most for ${heaviest.join(', ')}\n`,
			);
			expect(length).toBeLessThanOrEqual(mostOf(operations.length));
		});

		it('reads of each locator that must be filled in that it is required', () => {
			const required = requiredLocators(type.properties);
			const read = locatorTexts(text());
			expect(required.length).toBeGreaterThan(0);
			for (const locator of required) {
				expect(locator.description).toMatch(/\bRequired\.?$/);
				expect(read).toContainEqual(locator);
			}
		});
	});

	it('would read the words of other resources if we gave it none for itself', () => {
		const own = new Map(
			SHOP_RESOURCES.flatMap(({ value, operations }) =>
				operations.map((operation) => [`${value}.${operation.value}`, operation.description]),
			),
		);
		const read = operationTexts(answer.texts[NODES.length]!);
		expect(read.filter(({ place, words }) => words[0] !== own.get(place)).length).toBeGreaterThan(10);
	});

	describe.each(FILES.map((file, index) => [file, index] as const))('of %s', (file, index) => {
		it('finds nothing wrong', () => {
			const { errors, warnings } = answer.workflows[index]!;
			expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
		});

		it('makes code that gives the same workflow', () => {
			const { before, after } = answer.workflows[index]!;
			expect(Object.keys(before.nodes)).toHaveLength(exampleIn(file).nodes.length);
			expect(after).toEqual(before);
		});

		it('would find an operation that does not exist', () => {
			expect(answer.workflows[FILES.length + index]!.warnings).toContainEqual(
				expect.stringContaining('parameters.operation'),
			);
		});
	});
});
