import fc from 'fast-check';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { BigCommerce } from '../../../nodes/BigCommerce/BigCommerce.node';
import { BigCommerceStoreSetup } from '../../../nodes/BigCommerce/BigCommerceStoreSetup.node';
import type { Place } from '../../../nodes/BigCommerce/model/form/merge';
import { mergeAcross, mergeWithin } from '../../../nodes/BigCommerce/model/form/merge';
import { propertiesOfOperation } from '../../../nodes/BigCommerce/model/form/properties';
import type { Resource } from '../../../nodes/BigCommerce/model/operation';
import { SETUP_RESOURCES, SHOP_RESOURCES } from '../../../nodes/BigCommerce/resources';

const NODES: ReadonlyArray<[name: string, description: INodeTypeDescription, resources: readonly Resource[]]> = [
	['BigCommerce', new BigCommerce().description, SHOP_RESOURCES],
	['BigCommerce Store Setup', new BigCommerceStoreSetup().description, SETUP_RESOURCES],
];

/** A property as it looks without the conditions that say which operation it belongs to. */
function withoutPlace({ displayOptions, ...property }: INodeProperties): object {
	const { show = {}, hide } = displayOptions ?? {};
	const { resource: _, operation: __, ...others } = show;
	return {
		...property,
		...(Object.keys(others).length > 0 ? { show: others } : {}),
		...(hide ? { hide } : {}),
	};
}

/** What n8n shows of a description for an operation, whatever other conditions there are. */
function shownFor(description: INodeTypeDescription, { resource, operation }: Place): INodeProperties[] {
	const values = { resource, operation };
	const placed = ({ displayOptions: { show = {} } = {}, ...rest }: INodeProperties): INodeProperties => {
		const { resource: resources, operation: operations } = show;
		const place = { ...(resources && { resource: resources }), ...(operations && { operation: operations }) };
		return Object.keys(place).length > 0 ? { ...rest, displayOptions: { show: place } } : rest;
	};
	return description.properties
		.filter(({ name }) => !['authentication', 'resource', 'operation'].includes(name))
		.filter((property) => NodeHelpers.displayParameter(values, placed(property), null, description));
}

describe.each(NODES)('The form of %s', (_, description, resources) => {
	const places = resources.flatMap(({ value, operations }) =>
		operations.map((definition) => ({ resource: value, operation: definition.value, definition })),
	);

	it.each(places)('shows $resource.$operation just its own properties, in their order', ({ definition, ...place }) => {
		expect(shownFor(description, place).map(withoutPlace)).toEqual(
			propertiesOfOperation(definition).map(withoutPlace),
		);
	});

	it('begins its conditions with resource and operation, and hides nothing by them', () => {
		for (const { displayOptions: { show = {}, hide = {} } = {} } of description.properties) {
			const names = Object.keys(show);
			const placed = names.filter((name) => name === 'resource' || name === 'operation');
			expect(names.slice(0, placed.length)).toEqual(placed);
			expect(Object.keys(hide)).not.toEqual(expect.arrayContaining(['resource']));
			expect(Object.keys(hide)).not.toEqual(expect.arrayContaining(['operation']));
		}
	});

	it('weighs at most 65 kB and 2 kB per operation, in at most 650 properties', () => {
		const bytes = Buffer.byteLength(JSON.stringify(description));
		expect(bytes).toBeLessThanOrEqual(65_000 + 2_000 * places.length);
		expect(description.properties.length).toBeLessThanOrEqual(650);
	});

	it('tells the AI builder the words of every operation, and of every resource', () => {
		const hints = description.builderHint?.extraTypeDefContent ?? [];
		for (const { resource, operation, definition } of places) {
			const own = hints.filter(
				({ displayOptions: { show } = {} }) => show?.resource?.[0] === resource && show.operation?.[0] === operation,
			);
			expect(own.map(({ content }) => content)).toEqual([expect.stringContaining(definition.action)]);
		}
		const [resource] = description.properties.filter(({ name }) => name === 'resource');
		for (const option of resource?.options ?? []) expect(option).toHaveProperty('description');
	});

	it('has no write that begins with a value: nothing is set before somebody sets it', () => {
		const presets = description.properties.flatMap(({ name, type, default: value, displayOptions }) =>
			type === 'number' && value !== '' && name !== 'limit' ? [`${name} ${JSON.stringify(displayOptions)}`] : [],
		);
		expect(presets).toEqual([]);
	});
});

describe('Merging', () => {
	const property = (name: string): INodeProperties => ({ displayName: name, name, type: 'string', default: '' });
	const registry = fc
		.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 7 }), fc.boolean()), {
			minLength: 1,
			maxLength: 30,
			selector: ([resource, operation]) => `${resource}/${operation}`,
		})
		.map((places) =>
			places.map(([resource, operation, has]) => ({ resource: `r${resource}`, operation: `o${operation}`, has })),
		);
	const shows = ({ displayOptions: { show = {} } = {} }: INodeProperties, place: Place) =>
		Object.entries(show).every(([name, values]) => (values as string[]).includes(place[name as keyof Place]));

	it('covers just the operations that have a property, each once', () => {
		fc.assert(
			fc.property(registry, (places) => {
				const shown = places.map(({ has, ...place }) => ({ ...place, properties: has ? [property('p')] : [] }));
				const merged = mergeAcross(shown, places);
				for (const { has, ...place } of places) {
					expect(merged.filter((each) => shows(each, place))).toHaveLength(has ? 1 : 0);
				}
			}),
		);
	});

	it('keeps the order of each operation', () => {
		const orders = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(orders, (lists) => {
				const shown = lists.map((names, index) => ({
					resource: 'r',
					operation: `o${index}`,
					properties: names.map(property),
				}));
				const merged = mergeWithin('r', shown);
				for (const { properties, ...place } of shown) {
					const own = merged.filter((each) => shows(each, { resource: place.resource, operation: place.operation }));
					expect(own.map(({ name }) => name)).toEqual(properties.map(({ name }) => name));
				}
			}),
		);
	});
});
