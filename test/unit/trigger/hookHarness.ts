import type { IDataObject } from 'n8n-workflow';

import type { Hook, Sandbox } from '../../sandbox';
import type { SandboxInTests } from '../../support/sandbox';
import type { AnyContext, Setup } from './contexts';
import { contextOf, WEBHOOK_URL } from './contexts';

export const ORIGIN_HEADER = 'X-N8n-Webhook-Secret';
export const EVENTS = ['store/cart/abandoned', 'store/order/created', 'store/product/updated'];
export const OTHER_URL = 'https://somebody.example.com/hook';

/** One node whose hooks the tests watch, beside the hooks of other people. */
export class HookHarness {
	staticData: IDataObject = {};

	constructor(private readonly sandbox: SandboxInTests) {}

	get store(): Sandbox {
		return this.sandbox.store;
	}

	/** A context of the node, as n8n makes a new one for each call. */
	node(extra: Partial<Setup> = {}): ReturnType<typeof contextOf> {
		return contextOf({
			credential: this.sandbox.credential(),
			parameters: { events: EVENTS },
			staticData: this.staticData,
			...extra,
		});
	}

	list(): Hook[] {
		return this.store.hooks.list();
	}

	at(url = WEBHOOK_URL): Hook[] {
		return this.list().filter(({ destination }) => destination === url || destination.startsWith(`${url}?`));
	}

	/** Hooks that a request of the account changed, made or deleted. */
	writes(): unknown[] {
		return this.store.requests.all.filter(({ method }) => method !== 'GET');
	}

	/** A hook that somebody made by hand, or a process that is no more. */
	async make(scope: string, destination: string, extra: object = {}): Promise<Hook> {
		await this.call('POST', '/v3/hooks', { scope, destination, ...extra });
		return this.list().at(-1) as Hook;
	}

	/** Changes one of the node's hooks by hand. */
	async change(index: number, changes: object): Promise<void> {
		await this.call('PUT', `/v3/hooks/${this.at()[index]?.id}`, changes);
	}

	private async call(method: string, path: string, body: object): Promise<void> {
		const { apiBaseUrl, storeHash, accessToken, requests } = this.store;
		const answer = await fetch(`${apiBaseUrl}/stores/${storeHash}${path}`, {
			method,
			headers: { 'X-Auth-Token': accessToken, 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
		requests.clear();
	}
}

export const scopesOf = (hooks: readonly Hook[]): string[] => hooks.map(({ scope }) => scope).sort();

/** Does something just before each hook is created. */
export function beforeEachPost(context: AnyContext, act: () => unknown): void {
	const send = context.helpers.httpRequestWithAuthentication.bind(context);
	context.helpers.httpRequestWithAuthentication = async (type, options, more) => {
		if (options.method === 'POST') await act();
		return (await send(type, options, more)) as unknown;
	};
}
