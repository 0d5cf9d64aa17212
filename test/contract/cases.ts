import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';

import { startSandbox, type Sandbox } from '../sandbox';
import { runNode, type Credential } from '../support/engine';
import { factsFolder } from '../support/facts';
import { placeFields } from '../support/placeFields';
import { callStore, nodeOf, paired } from '../support/runOperation';
import { sandboxCredential } from '../support/sandbox';
import { stubStore } from '../support/stubStore';
import { isObject } from './json';

const Case = z
	.object({
		resource: z.string(),
		operation: z.string(),
		/** By the names of fields; in which collection a field stood once does not matter. */
		parameters: z.record(z.unknown()),
		items: z.array(z.record(z.unknown())).optional(),
		/** Rows made of the SKUs that the store has, of which every twentieth does not exist. */
		generate: z.object({ rows: z.number(), field: z.string(), everyTwentieth: z.string() }).optional(),
		/** What a store answers to everything, instead of the sandbox store. */
		answer: z.object({ status: z.number(), body: z.unknown() }).optional(),
		timezone: z.string().optional(),
		runTwice: z.boolean().optional(),
	})
	.refine(({ items, generate }) => (items === undefined) !== (generate === undefined), 'either items or generate');

/** Rows that a person feeds into a store, and the operation that they go into. */
export type Case = z.output<typeof Case>;

/** Names of the files, without their ending; none without the folder. */
export function caseNames(): string[] {
	const folder = factsFolder('cases');
	if (folder === undefined) return [];
	return readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.map((file) => basename(file, '.json'))
		.sort();
}

/** @throws Error for a file that is no case, with what is wrong in it */
export function readCase(folder: string, name: string): Case {
	const parsed = Case.safeParse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
	if (!parsed.success) throw new Error(`${name}.json is no case: ${parsed.error.message}`);
	return parsed.data;
}

interface Arrived {
	method: string;
	/** Below the store. */
	path: string;
	body: unknown;
	status: number;
}

/** What came of one run over all rows. */
export interface CaseRun {
	/** For each row what the node gave for it: a record, or the reason why not. */
	rows: IDataObject[];
	/** What arrived at the store, in the order of arrival. */
	requests: Arrived[];
	/** The records that the store was asked to save or to change and did, one by one. */
	saved: unknown[];
}

/**
 * Runs the rows in a store of their own, twice where the case says so; rows that are refused do not stop the
 * others.
 *
 * @param more parameters beside those of the case
 */
export async function runCase(given: Case, more: INodeParameters = {}): Promise<CaseRun[]> {
	const changed = { ...given, parameters: { ...given.parameters, ...more } };
	return changed.answer ? await againstStub(changed, changed.answer) : await againstSandbox(changed);
}

function outcome(rows: IDataObject[], requests: Arrived[]): CaseRun {
	const saved = requests
		.filter(({ method, status }) => method !== 'GET' && status < 300)
		.flatMap(({ body }) => (Array.isArray(body) ? (body as unknown[]) : isObject(body) ? (body['items'] ?? body) : []));
	return { rows, requests, saved };
}

async function againstStub(given: Case, { status, body }: NonNullable<Case['answer']>): Promise<CaseRun[]> {
	const stub = stubStore(() => ({ status, body: body as never }));
	const rows = await run(given, given.items ?? [], stub.credential);
	const requests = stub.received.map(({ method, path, body: sent }) => ({ method, path, body: sent, status }));
	return [outcome(rows, requests)];
}

async function againstSandbox(given: Case): Promise<CaseRun[]> {
	const products = given.generate?.rows ?? 5;
	const store = await startSandbox({ products, customers: 2, orders: 2 });
	try {
		const items = given.items ?? (await generated(store, given.generate!));
		const runs: CaseRun[] = [];
		for (let time = 0; time < (given.runTwice ? 2 : 1); time++) {
			store.requests.clear();
			const rows = await run(given, items, sandboxCredential(store));
			const requests = store.requests.all.map(({ method, path, body, status }) => ({
				method,
				path: path.replace(/^\/stores\/[^/]+/, ''),
				body,
				status,
			}));
			runs.push(outcome(rows, requests));
		}
		return runs;
	} finally {
		await store.close();
	}
}

async function generated(
	store: Sandbox,
	{ rows, field, everyTwentieth }: NonNullable<Case['generate']>,
): Promise<object[]> {
	const skus: string[] = [];
	for (let page = 1; skus.length < rows; page++) {
		const list = (await callStore({ store }, 'GET', `/v3/catalog/variants?limit=250&page=${page}`)) as {
			data: Array<{ sku: string }>;
		};
		if (list.data.length === 0) throw new Error(`The store has ${skus.length} SKUs, ${rows} are needed`);
		skus.push(...list.data.map(({ sku }) => sku).filter((sku) => sku !== ''));
	}
	return Array.from({ length: rows }, (_, row) => ({
		[field]: row % 20 === 19 ? everyTwentieth.replace('n', String(row)) : skus[row],
		Quantity: row + 1,
	}));
}

async function run(
	{ resource, operation, parameters, timezone }: Case,
	items: readonly object[],
	credential: Credential,
): Promise<IDataObject[]> {
	const result = await runNode({
		nodeType: nodeOf(resource),
		parameters: { resource, operation, ...placeFields(resource, operation, parameters as INodeParameters) },
		items: items.map((json) => ({ json: json as IDataObject })),
		credential,
		onError: 'continueRegularOutput',
		...(timezone === undefined ? {} : { timezone }),
	});
	if (result.error) throw result.error;
	// One row for each item, in their order.
	expect(paired(result).map(([item]) => item)).toEqual(items.map((_, index) => index));
	return result.items.map(({ json }) => json);
}
