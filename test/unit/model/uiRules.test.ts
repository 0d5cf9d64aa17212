import { lintDescription } from '../../support/lintDescription';
import {
	duplicates,
	endsWrong,
	inOrder,
	isProperty,
	NODES,
	offenders,
	saysNothing,
	shown,
} from '../../support/shownProperties';

/**
 * n8n's rules for what people see, held against everything the nodes show. Each test names all that breaks
 * its rule, so a new operation is held to them without a test of its own.
 */
describe("n8n's linter, given the finished descriptions", () => {
	it('finds what it should, when there is something to find', () => {
		const description = {
			...NODES[0]!,
			properties: [
				{ displayName: 'some flag', name: 'flag', type: 'boolean' as const, default: false, description: 'A flag.' },
			],
		};
		expect(lintDescription(description).join()).toMatch(/display-name-miscased.*boolean-without-whether/s);
	});

	it.each(NODES)('finds nothing in $displayName', (description) => {
		expect(lintDescription(description)).toEqual([]);
	});
});

describe('Properties', () => {
	it('have placeholders that give an example', () => {
		const lists = ['collection', 'fixedCollection'];
		expect(
			offenders(shown, ({ property: { type, placeholder } }) =>
				placeholder === undefined || (lists.includes(type) ? /^(Add|Set) / : /^e\.g\. \S/).test(placeholder)
					? undefined
					: `placeholder "${placeholder}"`,
			),
		).toEqual([]);
		expect(
			offenders(
				shown.flatMap(({ at, property }) => (property.modes ?? []).map((mode) => ({ at: `${at} ${mode.name}`, mode }))),
				({ mode }) =>
					mode.type === 'string' && !/^e\.g\. \S/.test(mode.placeholder ?? '') && 'no example as placeholder',
			),
		).toEqual([]);
	});

	it('have boolean descriptions that begin with "Whether"', () => {
		expect(
			offenders(
				shown,
				({ property }) =>
					property.type === 'boolean' && !property.description?.startsWith('Whether ') && `"${property.description}"`,
			),
		).toEqual([]);
	});

	it('have descriptions that say something the name does not, and are punctuated', () => {
		expect(
			offenders(shown, ({ property: { displayName, description } }) =>
				description === undefined
					? undefined
					: saysNothing(description, displayName)
						? `"${description}" says nothing new`
						: endsWrong(description),
			),
		).toEqual([]);
	});

	it('stand in alphabetical order within collections', () => {
		const collections = shown.filter(({ property }) => property.type === 'collection');
		expect(collections.length).toBeGreaterThan(0);
		expect(
			offenders(collections, ({ property }) =>
				inOrder((property.options ?? []).filter(isProperty).map((each) => each.displayName)),
			),
		).toEqual([]);
	});

	it('are not required inside a collection: n8n then asks for them in every operation of the node', () => {
		expect(
			offenders(shown, ({ property, inside }) => inside?.type === 'collection' && property.required && 'required'),
		).toEqual([]);
	});

	it('take a whole list of the item beside the entries of the form', () => {
		const lists = shown.filter(({ property, at }) => property.type === 'fixedCollection' && !at.includes('Trigger'));
		expect(
			offenders(lists, ({ property: { options = [], typeOptions } }) => {
				const names = options.map(({ name }) => name);
				if (!typeOptions?.multipleValues) return 'takes one entry only: make it an object';
				return names.at(-1) !== 'fromItem' && `groups ${names.join()}`;
			}),
		).toEqual([]);
	});

	it('have defaults of their own type', () => {
		const typeOfDefault: Partial<Record<string, string>> = { string: 'string', number: 'number', boolean: 'boolean' };
		expect(
			offenders(shown, ({ property }) => {
				const wanted = typeOfDefault[property.type];
				const given = typeof property.default;
				// Numbers have no value before somebody gives them one.
				if (property.type === 'number' && property.default === '') return undefined;
				const isExpression = typeof property.default === 'string' && property.default.startsWith('=');
				return wanted !== undefined && given !== wanted && !isExpression && `default is a ${given}`;
			}),
		).toEqual([]);
	});

	it('offer choices with unique values, the default among them', () => {
		const choosing = shown.filter(({ property }) => ['options', 'multiOptions'].includes(property.type));
		expect(
			offenders(choosing, ({ property }) => {
				if (property.typeOptions?.loadOptionsMethod) return undefined;
				const values = (property.options ?? []).flatMap((option) =>
					'value' in option ? [JSON.stringify(option.value)] : [],
				);
				const defaults = [property.default].flat().map((value) => JSON.stringify(value));
				const missing = defaults.filter((value) => !values.includes(value));
				return duplicates(values).length > 0
					? `twice: ${duplicates(values).join()}`
					: missing.length > 0 && `default ${missing.join()} is no option`;
			}),
		).toEqual([]);
	});

	it('let a record be picked from a list, by ID and by URL', () => {
		expect(
			offenders(shown, ({ property: { type, modes = [] } }) => {
				const names = modes.map(({ name }) => name);
				return (
					type === 'resourceLocator' && !['list', 'id'].every((name) => names.includes(name)) && `modes ${names.join()}`
				);
			}),
		).toEqual([]);
	});
});

describe('Return All and Limit', () => {
	it('have the words and defaults that n8n asks for', () => {
		const returnAll = shown.filter(({ property, inside }) => property.name === 'returnAll' && !inside);
		const limit = shown.filter(({ property, inside }) => property.name === 'limit' && !inside);
		expect(returnAll.length).toBeGreaterThan(0);
		expect(limit).toHaveLength(returnAll.length);
		for (const { property } of returnAll) {
			expect(property).toMatchObject({
				displayName: 'Return All',
				type: 'boolean',
				default: false,
				description: 'Whether to return all results or only up to a given limit',
			});
		}
		for (const { property } of limit) {
			expect(property).toMatchObject({
				displayName: 'Limit',
				type: 'number',
				default: 50,
				description: 'Max number of results to return',
				typeOptions: { minValue: 1 },
			});
			expect(property.displayOptions?.show).toMatchObject({ returnAll: [false] });
		}
	});
});

describe('Form', () => {
	it('asks for the resource first, then for the operation', () => {
		const [{ properties } = { properties: [] }] = NODES;
		const names = properties.map(({ name }) => name).filter((name) => name !== 'authentication');
		expect(names[0]).toBe('resource');
		expect(names[1]).toBe('operation');
	});
});
