import { parseArgs } from 'node:util';
import { startSandbox, type Plan, type Sandbox } from '.';

const PLANS: readonly Plan[] = ['standard', 'plus', 'pro', 'unlimited'];

const USAGE = `Starts a stand-in BigCommerce store on this machine.

npm run sandbox -- [options]
  --port P          port to listen on (default 4010; 0 takes any free one)
  --plan NAME       ${PLANS.join(' | ')} (default standard): the store's request quota
  --products N      products in the catalogue (default 100)
  --customers N     customers (default 50)
  --orders N        orders (default 25)
  --latency MS      time that every answer of the API takes at least (default 0)
  --help            this text`;

interface Settings {
	port: number;
	plan: Plan;
	products: number;
	customers: number;
	orders: number;
	latencyMs: number;
}

class UsageError extends Error {}

/** A flag's value as a whole number from 0 to the maximum. */
function whole(flag: string, text: string, maximum: number): number {
	if (!/^\d+$/.test(text) || Number(text) > maximum) {
		throw new UsageError(`--${flag} must be a whole number from 0 to ${maximum}, not '${text}'.`);
	}
	return Number(text);
}

function readSettings(): Settings | undefined {
	const text = (fallback: string) => ({ type: 'string', default: fallback }) as const;
	const { values } = parse(text);
	if (values.help) return undefined;
	const plan = PLANS.find((name) => name === values.plan);
	if (!plan) throw new UsageError(`--plan must be one of ${PLANS.join(', ')}, not '${values.plan}'.`);
	return {
		port: whole('port', values.port, 65_535),
		plan,
		products: whole('products', values.products, 1_000_000),
		customers: whole('customers', values.customers, 1_000_000),
		orders: whole('orders', values.orders, 1_000_000),
		latencyMs: whole('latency', values.latency, 600_000),
	};
}

function parse(text: (fallback: string) => { readonly type: 'string'; readonly default: string }) {
	try {
		return parseArgs({
			options: {
				port: text('4010'),
				plan: text('standard'),
				products: text('100'),
				customers: text('50'),
				orders: text('25'),
				latency: text('0'),
				help: { type: 'boolean', default: false },
			},
		});
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

const welcome = (sandbox: Sandbox, settings: Settings): string => `
The sandbox store is open: ${sandbox.url}  (control panel, ${settings.plan} plan)

  Store hash      ${sandbox.storeHash}
  API path        ${sandbox.apiBaseUrl}/stores/${sandbox.storeHash}
  Access token    ${sandbox.accessToken}
  Client ID       ${sandbox.clientId}
  Client secret   ${sandbox.clientSecret}

Connect n8n: create a BigCommerce credential with these values and, in its collapsed options,
set the API base URL to ${sandbox.apiBaseUrl} (for OAuth2, the login base URL to ${sandbox.loginBaseUrl}).

Play shopper (each fires the store's webhooks):
  curl -X POST ${sandbox.url}/sandbox/orders
  curl -X POST ${sandbox.url}/sandbox/orders/{id}/pay
  curl -X POST ${sandbox.url}/sandbox/orders/{id}/ship
  curl -X POST ${sandbox.url}/sandbox/orders/{id}/refund
  curl -X POST ${sandbox.url}/sandbox/carts/abandon
  curl -X POST ${sandbox.url}/sandbox/carts/{id}/convert
  curl -X POST ${sandbox.url}/sandbox/customers
Look around: ${sandbox.url}/sandbox/state, /sandbox/requests, /sandbox/deliveries, /sandbox/messages

Ctrl+C closes the store.
`;

function explain(error: unknown, settings: Settings | undefined): string {
	const message = error instanceof Error ? error.message : String(error);
	const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
	if (!isTaken) return message;
	return `Port ${settings?.port} is taken. Choose another with --port, or --port 0 for any free one.`;
}

async function main(): Promise<void> {
	let settings: Settings | undefined;
	try {
		settings = readSettings();
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		process.stderr.write(`${error.message}\n\n${USAGE}\n`);
		process.exitCode = 2;
		return;
	}
	if (!settings) {
		process.stdout.write(`${USAGE}\n`);
		return;
	}
	try {
		const sandbox = await startSandbox(settings);
		process.stdout.write(welcome(sandbox, settings));
		const close = (): void => void sandbox.close();
		process.once('SIGINT', close).once('SIGTERM', close);
	} catch (error) {
		process.stderr.write(`${explain(error, settings)}\n`);
		process.exitCode = 1;
	}
}

void main();
