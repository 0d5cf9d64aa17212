import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IConnections, INode } from 'n8n-workflow';

import type { N8nInstance, N8nOptions } from '../../n8n/instance';
import { freePort, startN8n } from '../../n8n/instance';
import { N8nRest } from '../../n8n/rest';
import { signatureHeaders } from '../../sandbox/webhooks/payload';
import { openGateway } from './gateway';
import { post } from './load';
import { StoreProcess } from './storeProcess';

export const SCOPE = 'store/order/updated';
export const BEHIND = 'Behind';

/** A store and an n8n behind a gateway, each in processes of their own, and a folder for what they leave behind. */
export interface World {
	folder: string;
	store: StoreProcess;
	n8n: N8nInstance;
	rest: N8nRest;
}

/** Opens a world, does `work` in it and leaves nothing running, whatever happens. */
export async function inWorld<T>(options: N8nOptions, work: (world: World) => Promise<T>): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'deliveries-'));
	const closers: Array<() => Promise<void>> = [() => rm(folder, { recursive: true, force: true })];
	try {
		const store = await StoreProcess.start(folder);
		closers.push(store.stop);
		const bare = 'BareTrigger.node.js';
		await cp(join(__dirname, bare), join(folder, '.n8n', 'custom', bare));
		const port = await freePort();
		const gateway = await openGateway(port);
		closers.push(gateway.close);
		const log = (line: string) => console.error(line);
		const n8n = await startN8n({ ...options, port, webhookUrl: gateway.url, userFolder: folder, log });
		closers.push(() => n8n.stop());
		return await work({ folder, store, n8n, rest: await N8nRest.signIn(n8n) });
	} finally {
		for (const close of closers.reverse()) await close();
	}
}

/** Something that receives requests and has one node behind it that does nothing. */
export interface Receiver {
	workflowId: string;
	/** Sends an event that nobody has sent before. */
	send: () => Promise<{ ms: number; ok: boolean }>;
}

/** A workflow that starts with our trigger. */
export async function triggerWorkflow({ rest, store, n8n }: World): Promise<Receiver & { sendTo: SendTo }> {
	const { connection } = store;
	const { id, name } = await rest.createCredential('Sandbox store', 'bigCommerceApi', {
		storeHash: connection.store_hash,
		accessToken: connection.access_token,
		clientId: connection.client_id,
		clientSecret: connection.client_secret,
		customUrls: true,
		apiUrl: connection.api_base_url,
	});
	const workflowId = await activated(rest, 'Trigger', {
		type: 'CUSTOM.bigCommerceTrigger',
		typeVersion: 1.1,
		parameters: { events: [SCOPE], output: 'event' },
		credentials: { bigCommerceApi: { id, name } },
	});
	const [hook] = await store.hooks();
	if (!hook) throw new Error('The trigger has registered no hook');
	const sendTo: SendTo = async (eventId, address = n8n.url) => {
		const body = eventBody(connection.store_hash, eventId);
		const signature = signatureHeaders(connection.client_secret, `msg_${eventId}`, Date.now(), body);
		const { pathname } = new URL(hook.destination);
		return await post(`${address}${pathname}`, { ...hook.headers, ...signature }, body);
	};
	return { workflowId, sendTo, send: async () => await sendTo(++lastId) };
}

/** Sends the event of an ID straight to n8n; `address` is that of another process of it, without a slash at the end. */
export type SendTo = (eventId: number, address?: string) => ReturnType<Receiver['send']>;

const SECRET = { name: 'X-N8n-Webhook-Secret', value: '0'.repeat(64) };

/** A credential with which the Webhook node looks, like our trigger, whether a header bears a secret. */
export async function headerAuth({ rest }: World): Promise<Pick<INode, 'parameters' | 'credentials'>> {
	const { id, name } = await rest.createCredential('Secret', 'httpHeaderAuth', SECRET);
	return { parameters: { authentication: 'headerAuth' }, credentials: { httpHeaderAuth: { id, name } } };
}

/** A workflow that starts with n8n's own Webhook node, which is sent the same. */
export async function webhookWorkflow(
	world: World,
	{ parameters, credentials }: Pick<INode, 'parameters' | 'credentials'> = { parameters: {} },
): Promise<Receiver> {
	const path = crypto.randomUUID();
	const workflowId = await activated(world.rest, 'Webhook', {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {}, ...parameters },
		webhookId: path,
		...(credentials && { credentials }),
	});
	return { workflowId, send: unchecked(world, path) };
}

/** A workflow that starts with a trigger that does nothing. */
export async function bareWorkflow(world: World): Promise<Receiver> {
	const webhookId = crypto.randomUUID();
	const workflowId = await activated(world.rest, 'Bare', {
		type: 'CUSTOM.bareTrigger',
		typeVersion: 1.1,
		parameters: {},
		webhookId,
	});
	return { workflowId, send: unchecked(world, `${webhookId}/webhook`) };
}

/** Sends like the store to somebody who does not look who sends. */
function unchecked({ store, n8n }: World, path: string): Receiver['send'] {
	const { store_hash: storeHash, client_secret: secret } = store.connection;
	return async () => {
		const body = eventBody(storeHash, ++lastId);
		const headers = signatureHeaders(secret, `msg_${lastId}`, Date.now(), body);
		return await post(`${n8n.url}/webhook/${path}`, { [SECRET.name]: SECRET.value, ...headers }, body);
	};
}

/** Far from the IDs of events that the store announces. */
let lastId = 10_000_000;

const eventBody = (storeHash: string, id: number): string =>
	JSON.stringify({
		scope: SCOPE,
		store_id: '1001',
		data: { type: 'order', id },
		hash: `hash-of-${id}`,
		created_at: Math.floor(Date.now() / 1000),
		producer: `stores/${storeHash}`,
	});

async function activated(
	rest: N8nRest,
	name: string,
	first: Pick<INode, 'type' | 'typeVersion' | 'parameters'> & Partial<INode>,
): Promise<string> {
	const webhookId = crypto.randomUUID();
	const nodes: INode[] = [
		{ id: '0', name, position: [0, 0], webhookId, ...first },
		{ id: '1', name: BEHIND, type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [220, 0], parameters: {} },
	];
	const connections: IConnections = { [name]: { main: [[{ node: BEHIND, type: 'main', index: 0 }]] } };
	const { id } = await rest.createWorkflow({ name, nodes, connections });
	await rest.activateWorkflow(id);
	return id;
}
