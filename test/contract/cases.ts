import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';

import { startSandbox, type Sandbox } from '../sandbox';
import { runNode, type Credential, type RunResult } from '../support/engine';
import { factsFolder } from '../support/facts';
import { placeFields } from '../support/placeFields';
import { callStore, nodeOf, paired } from '../support/runOperation';
import { sandboxCredential } from '../support/sandbox';
import { stubStore } from '../support/stubStore';

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

export interface Written {
	method: string;
	/** Below the store. */
	path: string;
	body: unknown;
}

/** What came of one run over all rows. */
export interface CaseRun {
	/** For each row what the node gave for it: a record, or the reason why not. */
	rows: IDataObject[][];
	/** What arrived at the store to be written, in the order of arrival. */
	written: Written[];
	/** How many requests arrived, those that only read included. */
	requests: number;
}

/** Runs the rows in a store of their own; rows that are refused do not stop the others. */
export async function runCase(given: Case): Promise<CaseRun[]> {
	return given.answer ? await againstStub(given, given.answer) : await againstSandbox(given);
}

async function againstStub(given: Case, { status, body }: NonNullable<Case['answer']>): Promise<CaseRun[]> {
	const stub = stubStore(() => ({ status, body: body as never }));
	const { rows } = await run(given, given.items ?? [], stub.credential);
	const written = stub.received.filter(({ method }) => method !== 'GET');
	return [{ rows, written, requests: stub.received.length }];
}

async function againstSandbox(given: Case): Promise<CaseRun[]> {
	const products = given.generate?.rows ?? 5;
	const store = await startSandbox({ products, customers: 2, orders: 2 });
	try {
		const items = given.items ?? (await generated(store, given.generate!));
		const runs: CaseRun[] = [];
		for (let time = 0; time < (given.runTwice ? 2 : 1); time++) {
			store.requests.clear();
			const { rows } = await run(given, items, sandboxCredential(store));
			const requests = [...store.requests.all];
			const written = requests
				.filter(({ method }) => method !== 'GET')
				.map(({ method, path, body }) => ({ method, path: path.replace(/^\/stores\/[^/]+/, ''), body }));
			runs.push({ rows, written, requests: requests.length });
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
): Promise<{ rows: IDataObject[][] }> {
	const result: RunResult = await runNode({
		nodeType: nodeOf(resource),
		parameters: { resource, operation, ...placeFields(resource, operation, parameters as INodeParameters) },
		items: items.map((json) => ({ json: json as IDataObject })),
		credential,
		onError: 'continueRegularOutput',
		...(timezone === undefined ? {} : { timezone }),
	});
	if (result.error) throw result.error;
	const rows = items.map((): IDataObject[] => []);
	for (const [item, row] of paired(result)) rows[Number(item)]?.push(row);
	return { rows };
}
