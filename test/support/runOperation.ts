import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BigCommerce } from '../../nodes/BigCommerce/BigCommerce.node';
import { BigCommerceStoreSetup } from '../../nodes/BigCommerce/BigCommerceStoreSetup.node';
import { SETUP_RESOURCES } from '../../nodes/BigCommerce/resources';
import type { JsonObject } from '../../nodes/BigCommerce/transport/types';
import type { RunOptions, RunResult } from './engine';
import { runNode } from './engine';
import { placeFields } from './placeFields';
import type { SandboxInTests } from './sandbox';

type Options = Partial<Omit<RunOptions, 'nodeType' | 'parameters' | 'items'>>;

export type RunOperation = (
	operation: string,
	/** Values by the names of fields, put where the form has them; or collections as the form has them. */
	parameters: INodeParameters,
	/** Input items. Default: one empty item. */
	items?: object[],
	options?: Options,
) => Promise<RunResult>;

/** One for all runs, as in n8n. */
const shop = new BigCommerce();
const setup = new BigCommerceStoreSetup();

/** The node that has the resource. */
export const nodeOf = (resource: string) => (SETUP_RESOURCES.some(({ value }) => value === resource) ? setup : shop);

/** Runs operations of one resource through the public node against a sandbox store. */
export function operationsOf(resource: string, sandbox: SandboxInTests): RunOperation {
	return async (operation, { fields, ...parameters }, items = [{}], options = {}) =>
		await runNode({
			nodeType: nodeOf(resource),
			parameters: {
				resource,
				operation,
				...placeFields(resource, operation, { ...parameters, ...((fields ?? {}) as INodeParameters) }),
			},
			items: items.map((json) => ({ json: json as IDataObject })),
			credential: sandbox.credential(),
			...options,
		});
}

/** Calls the sandbox store directly, as another app of the merchant would. Returns the body of the answer. */
export async function callStore(
	{ store }: Pick<SandboxInTests, 'store'>,
	method: string,
	path: string,
	body?: JsonObject | JsonObject[],
) {
	const { apiBaseUrl, storeHash, accessToken } = store;
	const response = await fetch(`${apiBaseUrl}/stores/${storeHash}${path}`, {
		method,
		headers: { 'X-Auth-Token': accessToken, 'Content-Type': 'application/json', Accept: 'application/json' },
		...(body && { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
	return (text === '' ? undefined : JSON.parse(text)) as unknown;
}

/** Rows of a result as pairs of input item and row; a row that stands for a failure has its `error` only. */
export function paired({ items }: Pick<RunResult, 'items'>): Array<[item: unknown, row: IDataObject]> {
	return items.map(({ json, pairedItem }) => [
		typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : pairedItem,
		json,
	]);
}

/** The resource locator's value for a record that is named by its ID. */
export const byId = (value: string | number) => ({ __rl: true as const, mode: 'id', value });

/** Matches a row that has at least these fields. */
export const rowWith = (fields: object): unknown => expect.objectContaining(fields);
