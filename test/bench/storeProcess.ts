import type { Sandbox, SandboxOptions } from '../sandbox';
import { startSandbox } from '../sandbox';
import { answerQuestions } from './child';

/** How to reach the store of this process. */
export interface StoreAddress {
	apiUrl: string;
	storeHash: string;
	accessToken: string;
}

let store: Sandbox | undefined;

const opened = (): Sandbox => {
	if (!store) throw new Error('The store is not open yet');
	return store;
};

const handlers = {
	open: async (options: SandboxOptions): Promise<StoreAddress> => {
		store = await startSandbox(options);
		const { apiBaseUrl: apiUrl, storeHash, accessToken } = store;
		return { apiUrl, storeHash, accessToken };
	},
	/** Requests that the store has seen so far, and those among them that it refused for want of quota. */
	requests: (_: object) => ({ all: opened().requests.all.length, refused: opened().quota.refused }),
	/** Another app takes this share of every window. */
	reserve: (share: number) => opened().quota.reserve(share),
};

export type StoreHandlers = typeof handlers;

answerQuestions(handlers);
