import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { areaRoutes } from './areas';
import { hookAdminRoutes } from './areas/hooks';
import { hookCollection } from './declarations/hooks';
import { serveControl } from './control/control';
import { ALL_SCOPES } from './core/scopes';
import { Random } from './core/random';
import { Store } from './data/store';
import { serveOauth } from './oauth';
import { seed } from './seed/seed';
import { ApiAccounts } from './server/accounts';
import { serveApi } from './server/api';
import { readBodiesAsText } from './server/bodies';
import { FaultQueue } from './server/faults';
import { Requests } from './server/log';
import { StoreQuota } from './server/quota';
import { ShopperSimulation } from './shopper';
import type { Message, Sandbox, SandboxOptions } from './types';
import { Deliveries } from './webhooks/deliveries';
import { hookControl } from './webhooks/control';
import { HookRegistry } from './webhooks/registry';

export type * from './types';

const ACCOUNTS_SEED = 7;
const CODES_SEED = 11;
const LOG_LIMIT = 20_000;

/**
 * Starts a stand-in BigCommerce store on loopback. Data and tokens are the same at every start.
 *
 * @throws when the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const clock = options.clock ?? { now: () => Date.now() };
	const logLimit = options.logLimit ?? LOG_LIMIT;
	const store = new Store(clock);
	seed(store, {
		products: options.products ?? 100,
		customers: options.customers ?? 50,
		orders: options.orders ?? 25,
	});
	const accounts = new ApiAccounts(new Random(ACCOUNTS_SEED));
	const main = accounts.create({ name: 'Sandbox account', scopes: ALL_SCOPES });
	const quota = new StoreQuota({
		plan: options.plan ?? 'unlimited',
		quota: options.quota,
		windowMs: options.windowMs ?? 30_000,
		headerCase: options.rateHeaderCase ?? 'canonical',
		clock,
	});
	const faults = new FaultQueue();
	const requests = new Requests(logLimit);
	const messages: Message[] = [];
	const webhooks = options.webhooks ?? {};
	const registry: HookRegistry = new HookRegistry(store, () => deliveries.options.activationDelayMs);
	const deliveries = new Deliveries(store, registry, accounts, { webhooks, logLimit });
	store.onEvent((event) => deliveries.announce(event));
	const shopper = new ShopperSimulation(store);
	const hooks = hookCollection(registry, deliveries);
	const routes = [...areaRoutes, ...hooks.routes, ...hookAdminRoutes(hooks, registry, deliveries)];

	const server = fastify({ forceCloseConnections: true, exposeHeadRoutes: false, bodyLimit: 20_000_000 });
	readBodiesAsText(server);
	serveApi(server, routes, {
		store,
		accounts,
		quota,
		faults,
		requests,
		latencyMs: options.latencyMs ?? 0,
		missingScopeStatus: options.missingScopeStatus ?? 403,
	});
	serveOauth(server, {
		store,
		accounts,
		random: new Random(CODES_SEED),
		autoApprove: options.autoApproveInstall ?? false,
	});

	let url = '';
	const sandbox: Sandbox = {
		get url() {
			return url;
		},
		get apiBaseUrl() {
			return url;
		},
		get loginBaseUrl() {
			return url;
		},
		storeHash: store.hash,
		accessToken: main.accessToken,
		clientId: main.clientId,
		clientSecret: main.clientSecret,
		createApiAccount: (input) => accounts.create(input),
		deleteApiAccount: (clientId) => {
			for (const hook of registry.ofClient(clientId)) registry.delete(hook.id);
			accounts.delete(clientId);
		},
		requests,
		faults,
		quota,
		shopper,
		hooks: hookControl(registry, deliveries),
		get deliveries() {
			return deliveries.log.entries;
		},
		messages,
		routes: routes.map(({ method, path }) => `${method} ${path}`),
		close: async () => {
			deliveries.close();
			await server.close();
		},
	};
	serveControl(server, sandbox, store, messages);
	await server.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });
	const { port } = server.server.address() as AddressInfo;
	url = `http://127.0.0.1:${port}`;
	store.url = `${url}/stores/${store.hash}`;
	return sandbox;
}
