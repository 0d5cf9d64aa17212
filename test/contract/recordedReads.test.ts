import type { INodeParameters } from 'n8n-workflow';

import { endpointsOf } from '../../nodes/BigCommerce/model/facts';
import type { Operation, Resource } from '../../nodes/BigCommerce/model/operation';
import { RESOURCES } from '../../nodes/BigCommerce/resources';
import { payloadOf } from '../../nodes/BigCommerce/transport/payload';
import type { JsonObject, JsonValue } from '../../nodes/BigCommerce/transport/types';
import { runNode } from '../support/engine';
import { sampleParameters } from '../support/operationSamples';
import { nodeOf } from '../support/runOperation';
import { stubStore } from '../support/stubStore';
import type { RecordedAnswer } from './recordedAnswers';
import { describeRecorded, recordedAnswer, recordedNames } from './recordedAnswers';

/** Every operation that reads what was recorded from a live store gives just what the store answered. */
const reads = recordedNames()
	.map((name) => recordedAnswer(name))
	.filter(({ method, status }) => method === 'GET' && status === 200);

/** `/v2/orders/{order_id}` fits `/v2/orders/100`; the values of its parameters. */
function fit(template: string, path: string): Record<string, string> | undefined {
	const parts = template.split('/');
	const given = path.split('/');
	if (parts.length !== given.length) return undefined;
	const values: Record<string, string> = {};
	for (const [index, part] of parts.entries()) {
		if (part.startsWith('{')) values[part.slice(1, -1)] = given[index]!;
		else if (part !== given[index]) return undefined;
	}
	return values;
}

interface Reading {
	resource: Resource;
	operation: Operation;
	values: Record<string, string>;
}

/** Plain reads of the registry that call the recorded path. */
const readingOf = ({ path }: RecordedAnswer): Reading[] =>
	RESOURCES.flatMap((resource) =>
		resource.operations.flatMap((operation) => {
			if ((operation.kind !== 'get' && operation.kind !== 'list') || operation.fixedQuery) return [];
			const [endpoint = ''] = endpointsOf(operation);
			const values = fit(endpoint.replace(/^GET /, ''), path);
			return values ? [{ resource, operation, values }] : [];
		}),
	);

const cases = reads.flatMap((recorded) =>
	readingOf(recorded).map((reading) => ({
		recorded,
		...reading,
		name: `${recorded.name} by ${reading.resource.value}.${reading.operation.value}`,
	})),
);

const byId = (value: string) => ({ __rl: true as const, mode: 'id', value });

async function read({ recorded, resource, operation, values }: (typeof cases)[number], simplify: boolean) {
	const store = stubStore(({ query }) => ({
		// The recording is the whole list: whoever asks for a further page is at its end.
		...(Number(query.page ?? 1) > 1
			? { status: 204 }
			: { body: recorded.answer as JsonValue, headers: recorded.headers }),
	}));
	const sampled = sampleParameters(resource, operation, { only: 'required' });
	const path = Object.fromEntries(
		(operation.path ?? []).map(({ name, kind }) => [name, kind === 'record' ? byId(values[name]!) : values[name]!]),
	);
	const parameters: INodeParameters = { ...sampled, ...path, returnAll: true, simplify };
	const { error, items } = await runNode({
		nodeType: nodeOf(resource.value),
		parameters,
		credential: store.credential,
	});
	expect(error).toBeUndefined();
	return items.map(({ json }) => json);
}

describeRecorded('What a live store answered', () => {
	it('is read by operations', () => {
		expect(cases.length).toBeGreaterThan(4);
	});

	it.each(cases)('is given as it came: $name', async (reading) => {
		const payload = payloadOf({ body: reading.recorded.answer });
		expect(await read(reading, false)).toEqual([payload].flat());
	});

	it.each(cases.filter(({ operation }) => operation.simplify))('is simplified without loss: $name', async (reading) => {
		const rows = await read(reading, true);
		const payload = [payloadOf({ body: reading.recorded.answer })].flat() as JsonObject[];
		expect(rows).toHaveLength(payload.length);
		for (const [index, row] of rows.entries()) {
			expect(row.id).toBe(payload[index]!.id);
			for (const [field, value] of Object.entries(row)) {
				expect(payload[index]).toHaveProperty([field]);
				if (/^date_/.test(field) && typeof value === 'string') expect(value).toMatch(/^\d{4}-\d\d-\d\dT/);
			}
		}
	});

	it.each(reads)('is read by an API request, too: $name', async ({ path, answer, headers }) => {
		const store = stubStore(({ query }) =>
			Number(query.page ?? 1) > 1 ? { status: 204 } : { body: answer as JsonValue, headers },
		);
		const { error, items } = await runNode({
			nodeType: nodeOf('apiRequest'),
			parameters: { resource: 'apiRequest', operation: 'request', method: 'GET', path, returnAll: true },
			credential: store.credential,
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json)).toEqual([payloadOf({ body: answer })].flat());
	});
});
