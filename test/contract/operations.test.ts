import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeParameterValueType } from 'n8n-workflow';

import { parseEndpoint } from '../../nodes/BigCommerce/model/endpoint';
import { endpointsOf, needOf } from '../../nodes/BigCommerce/model/facts';
import type { Operation, Resource } from '../../nodes/BigCommerce/model/operation';
import { RESOURCES } from '../../nodes/BigCommerce/resources';
import { ALL_SCOPES } from '../../nodes/BigCommerce/transport/scopes';
import { projectFolder } from '../n8n/versions';
import { startSandbox } from '../sandbox';
import type { RunResult } from '../support/engine';
import { runNode } from '../support/engine';
import { optionalFields, sampleParameters } from '../support/operationSamples';
import { readSchema, textOfSchema, writeSchema } from '../support/outputSchema';
import { recordExchanges } from '../support/recordExchanges';
import { nodeOf } from '../support/runOperation';
import { sandboxCredential } from '../support/sandbox';
import { formatFindings } from './checker';
import type { Exchange } from './checker';
import { describeContract } from './describeContract';
import type { SampleRule } from './sampleRules';
import { SAMPLE_RULES } from './sampleRules';

/**
 * Every operation of the registry, run against the sandbox store with samples of its own fields. A new
 * operation needs nothing here, unless its samples need values that exist in the store (sampleRules.ts).
 */
interface Sampled {
	resource: Resource;
	operation: Operation;
	name: string;
	rule: SampleRule;
}

const operations: Sampled[] = RESOURCES.flatMap((resource) =>
	resource.operations.map((operation) => {
		const name = `${resource.value}.${operation.value}`;
		return { resource, operation, name, rule: SAMPLE_RULES[name] ?? {} };
	}),
);

interface Sample {
	/** Which fields were filled in. */
	fields: string;
	results: RunResult[];
	exchanges: Exchange[];
}

const faultOf = ({ results }: Sample) => results.find(({ error }) => error)?.error;

/**
 * One run in a store of its own, so that no sample depends on what another did.
 * @param optional fields that are filled in beside the required ones
 */
async function runSample(
	{ resource, operation, rule }: Sampled,
	optional: 'all' | readonly string[],
	further?: SampleRule['values'],
): Promise<Sample> {
	const store = await startSandbox({ products: 5, customers: 5, orders: 5 });
	try {
		const usual = await rule.values?.(store);
		const more = await further?.(store);
		const values: Record<string, NodeParameterValueType> = { ...usual, ...more };
		const always = more ? Object.keys(more) : (rule.always ?? []);
		const parameters = sampleParameters(
			resource,
			operation,
			optional === 'all'
				? { only: 'all', values, always }
				: { only: 'required', values, always: [...always, ...optional] },
		);
		const { result, exchanges } = await recordExchanges(async () => {
			const results: RunResult[] = [];
			// The second run of an upsert finds what the first created.
			for (let run = 0; run < (operation.kind === 'upsert' ? 2 : 1); run++) {
				results.push(
					await runNode({ nodeType: nodeOf(resource.value), parameters, credential: sandboxCredential(store) }),
				);
			}
			return results;
		});
		return { fields: optional === 'all' ? optional : optional.join(', '), results: result, exchanges };
	} finally {
		await store.close();
	}
}

// The samples of an operation are taken by whichever of its tests comes first.
jest.setTimeout(120_000);

const samples = new Map<string, Promise<Sample[]>>();

/** All samples of an operation; taken once. */
function samplesOf(sampled: Sampled): Promise<Sample[]> {
	const known = samples.get(sampled.name) ?? takeSamples(sampled);
	samples.set(sampled.name, known);
	return known;
}

async function takeSamples(sampled: Sampled): Promise<Sample[]> {
	const { operation, rule } = sampled;
	const taken = [await runSample(sampled, [])];
	for (const [why, further] of Object.entries(rule.also ?? {})) {
		taken.push({ ...(await runSample(sampled, [], further)), fields: why });
	}
	const refused = Object.keys(rule.refused ?? {});
	for (const field of refused) taken.push(await runSample(sampled, [field]));
	const optional = optionalFields(operation).filter((field) => !refused.includes(field));
	if (optional.length === 0) return taken;
	const all = refused.length === 0 ? await runSample(sampled, 'all') : undefined;
	return [...taken, ...(all && !faultOf(all) ? [all] : await inGroups(sampled, optional))];
}

/** Some fields exclude each other: then halves of them do, down to single ones, that each have to do on their own. */
async function inGroups(sampled: Sampled, fields: readonly string[]): Promise<Sample[]> {
	const together = await runSample(sampled, fields);
	if (fields.length === 1 || !faultOf(together)) return [together];
	const middle = Math.ceil(fields.length / 2);
	return [...(await inGroups(sampled, fields.slice(0, middle))), ...(await inGroups(sampled, fields.slice(middle)))];
}

const describeFault = (sample: Sample) => {
	const fault = faultOf(sample);
	return (
		fault && [sample.fields || 'required', fault.message, fault.description ?? ''].join(': ').replaceAll('\n', ' ')
	);
};

const examplePath = (path: string) => path.replace(/\{[^}]+\}/g, '1');

describe('Every operation', () => {
	it.each(operations)('$name is carried out by the sandbox store', async (sampled) => {
		const taken = await samplesOf(sampled);
		const faults = taken
			.filter(({ fields }) => !(fields in (sampled.rule.refused ?? {})))
			.flatMap((sample) => describeFault(sample) ?? []);
		expect(faults).toEqual([]);
		expect(taken.every(({ exchanges }) => exchanges.length > 0)).toBe(true);
	});
});

/** `npm run docs` writes the schemas; everywhere else they must be what the operations give. */
const updating = process.env.UPDATE_SCHEMAS === '1';

describe('The schema that the editor shows', () => {
	// What an API request gives depends on the path.
	const known = operations.filter(({ operation }) => endpointsOf(operation).length > 0);

	it.each(known)('of $name is what it gives', async (sampled) => {
		const { resource, operation } = sampled;
		const [first] = await samplesOf(sampled);
		const example = first?.results.at(-1)?.items[0]?.json;
		expect(example).toBeDefined();
		const text = textOfSchema(example);
		if (updating) writeSchema(resource.value, operation.value, text);
		expect(readSchema(resource.value, operation.value)).toBe(text);
	});

	// Both nodes share the folder: n8n looks beside the file of a node.
	it('is there for no operation that does not exist', () => {
		const folder = join(projectFolder, 'nodes', 'BigCommerce', '__schema__');
		const names = new Set(
			known.map(({ resource, operation }) => join('v1.0.0', resource.value, `${operation.value}.json`)),
		);
		const orphans = () =>
			readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
				(file) => file.endsWith('.json') && !names.has(file),
			);
		if (updating) for (const file of orphans()) rmSync(join(folder, file));
		expect(orphans()).toEqual([]);
	});
});

describeContract("BigCommerce's specifications", (contract) => {
	it.each(operations)('allow every request and answer of $name', async (sampled) => {
		const exchanges = (await samplesOf(sampled)).flatMap((sample) => sample.exchanges);
		expect(formatFindings(contract().checkExchanges(exchanges))).toBe('');
	});

	const declaring = operations.filter(({ operation }) => endpointsOf(operation).length > 0);

	it.each(declaring)('know what $name declares, and it calls just that', async (sampled) => {
		const template = (method: string, path: string) => {
			const found = contract().operationFor(method, path)?.template;
			return found === undefined ? `${method} ${path} is not documented` : `${method} ${found}`;
		};
		const declared = endpointsOf(sampled.operation).map(parseEndpoint);
		const exchanges = (await samplesOf(sampled)).flatMap((sample) => sample.exchanges);
		const called = new Set(exchanges.map(({ method, path }) => template(method, path)));
		const known = new Set(declared.map(({ method, path }) => template(method, examplePath(path))));
		expect([...called].sort()).toEqual([...known].sort());
		expect([...known].filter((endpoint) => endpoint.endsWith(' is not documented'))).toEqual([]);
	});

	it.each(operations)('name the scope of $name', ({ operation }) => {
		const { scopes } = needOf(operation);
		if (scopes.length === 0) return; // tells which scopes there are, or depends on the path
		for (const endpoint of endpointsOf(operation)) {
			const { method, path } = parseEndpoint(endpoint);
			const text = contract().operationFor(method, examplePath(path))?.scopes ?? '';
			const named = ALL_SCOPES.filter(({ name }) => text.includes(name));
			if (named.length === 0) continue;
			expect(named).toEqual(expect.arrayContaining(scopes.filter((scope) => named.includes(scope))));
			expect(scopes.some((scope) => named.includes(scope))).toBe(true);
		}
	});
});
