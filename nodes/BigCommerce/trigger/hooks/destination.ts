import { SetupFault } from '../faults';

const LOCAL =
	/^(localhost|.*\.(localhost|local|internal)|127(\.\d+){3}|0\.0\.0\.0|10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|169\.254(\.\d+){2}|\[::1?\]|\[f[cd].*\])$/i;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/i;

/** Address for the events that report failed deliveries: it must differ from that of all other hooks. */
const EXCEPTION_SCOPE = 'store/hook/deliveryException';

/** Where the events of a scope are delivered. */
export function destinationOf(scope: string, webhookUrl: string): string {
	return scope === EXCEPTION_SCOPE
		? `${webhookUrl}${webhookUrl.includes('?') ? '&' : '?'}about=deliveryException`
		: webhookUrl;
}

/** Whether a hook with this destination was registered for the webhook address. */
export function isDestinationOf(destination: string, webhookUrl: string): boolean {
	return destination === webhookUrl || destination === destinationOf(EXCEPTION_SCOPE, webhookUrl);
}

/**
 * Why BigCommerce would refuse or never reach an address. It takes HTTPS on port 443 only; a sandbox
 * store on this machine takes anything.
 * Source: BigCommerce docs, "Webhooks overview".
 */
export function destinationFault(webhookUrl: string, apiUrl: string): SetupFault | undefined {
	const { protocol, hostname, port } = new URL(webhookUrl);
	if (LOOPBACK.test(new URL(apiUrl).hostname)) return undefined;
	const advice =
		'Give n8n a public HTTPS address on port 443 and set it as WEBHOOK_URL in the environment of n8n; for a trial, a tunnel to your machine will do.';
	if (LOCAL.test(hostname)) {
		return new SetupFault(`BigCommerce cannot reach this n8n: its webhook address is local (${hostname})`, advice);
	}
	if (protocol !== 'https:') {
		return new SetupFault(
			`BigCommerce delivers webhooks over HTTPS only, but the webhook address of this n8n begins with ${protocol}//`,
			advice,
		);
	}
	if (port !== '') {
		return new SetupFault(
			`BigCommerce delivers webhooks to port 443 only, but the webhook address of this n8n has port ${port}`,
			advice,
		);
	}
	return undefined;
}

/** How many hooks an API account may have for one scope. Source: BigCommerce docs, "Webhooks overview". */
export const mostHooks = (scope: string): number => (scope === EXCEPTION_SCOPE ? 1 : 10);
