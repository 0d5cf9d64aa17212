import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BigCommercePollingTrigger } from '../../nodes/BigCommerce/BigCommercePollingTrigger.node';
import type { ApiAccount, Sandbox, SandboxOptions } from '../sandbox';
import { startSandbox } from '../sandbox';
import type { Poller } from './engine';
import { makePoller } from './engine';
import { callStore } from './runOperation';
import { sandboxCredential } from './sandbox';

/** One for all polls, as in n8n. */
const nodeType = new BigCommercePollingTrigger();

/** What the trigger gives for a record. */
export interface Reported {
	scope: string;
	created_at: number;
	id: number;
	record: IDataObject;
}

/** A sandbox store whose time stands still until it is moved, and polling triggers on it. */
export interface PolledStore {
	store: Sandbox;
	/** Unix milliseconds. */
	now: () => number;
	/** @param seconds may be negative */
	wait: (seconds: number) => void;
	/** Default: with the account that has every scope. */
	poller: (parameters: INodeParameters, account?: ApiAccount) => Poller;
	call: (method: string, path: string, body?: Parameters<typeof callStore>[3]) => Promise<unknown>;
}

const BEGINNING = Date.parse('2026-11-20T12:00:00.000Z');

export async function openPolledStore(options: SandboxOptions = {}): Promise<PolledStore> {
	let now = BEGINNING;
	const store = await startSandbox({ products: 3, customers: 3, orders: 3, ...options, clock: { now: () => now } });
	return {
		store,
		now: () => now,
		wait: (seconds) => (now += seconds * 1000),
		poller: (parameters, account) =>
			makePoller({ nodeType, parameters, credential: sandboxCredential(store, account) }),
		call: async (method, path, body) => await callStore({ store }, method, path, body),
	};
}

/** What a poll reports. */
export async function polled(poller: Poller, mode?: 'trigger' | 'manual'): Promise<Reported[]> {
	return (await poller.poll(mode)).map(({ json }) => json as unknown as Reported);
}

export const idsOf = (reported: readonly Reported[]): number[] => reported.map(({ id }) => id);

/** Records of one kind: how they are made and changed, and where they carry the number of their version. */
export interface RecordKind {
	type: 'customer' | 'order' | 'product';
	create: (store: PolledStore, version: number) => Promise<number>;
	change: (store: PolledStore, id: number, version: number) => Promise<void>;
	versionOf: (record: IDataObject) => number;
}

const dataOf = (answer: unknown) => (answer as { data: unknown }).data;

export const RECORD_KINDS: readonly RecordKind[] = [
	{
		type: 'product',
		create: async ({ call }, price) => {
			const product = { name: `Product ${price}`, type: 'physical', weight: 1, price };
			return (dataOf(await call('POST', '/v3/catalog/products', product)) as { id: number }).id;
		},
		change: async ({ call }, id, price) => void (await call('PUT', `/v3/catalog/products/${id}`, { price })),
		versionOf: ({ price }) => Number(price),
	},
	{
		type: 'order',
		create: async ({ store, call }, version) => {
			const { orderId } = store.shopper.placeOrder();
			await call('PUT', `/v2/orders/${orderId}`, { staff_notes: String(version) });
			return orderId;
		},
		change: async ({ call }, id, version) =>
			void (await call('PUT', `/v2/orders/${id}`, { staff_notes: String(version) })),
		versionOf: ({ staff_notes: notes }) => Number(notes),
	},
	{
		type: 'customer',
		create: async ({ call }, version) => {
			const customer = {
				email: `shopper${version}@example.com`,
				first_name: 'Jane',
				last_name: 'Doe',
				notes: String(version),
			};
			return (dataOf(await call('POST', '/v3/customers', [customer])) as Array<{ id: number }>)[0]!.id;
		},
		change: async ({ call }, id, version) =>
			void (await call('PUT', '/v3/customers', [{ id, notes: String(version) }])),
		versionOf: ({ notes }) => Number(notes),
	},
];
