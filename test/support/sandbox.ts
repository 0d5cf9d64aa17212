import type { ApiAccount, Sandbox, SandboxOptions } from '../sandbox';
import { startSandbox } from '../sandbox';
import type { Credential } from './credentials';

type Account = Pick<ApiAccount, 'accessToken' | 'clientSecret'>;

/** The store's API account as n8n holds it. Default: the account that has every scope. */
export function sandboxCredential(store: Sandbox, account: Account = store): Credential {
	const { accessToken, clientSecret } = account;
	// As after the credential's test without required scopes; empty, the first request would test it.
	return { type: 'bigCommerceApi', data: { ...reach(store), accessToken, clientSecret, grantedScopes: 'default' } };
}

/** A connected app of the store as n8n holds it. Default: with every scope. */
export function sandboxOAuth2Credential(
	store: Sandbox,
	account?: Pick<ApiAccount, 'accessToken' | 'scopes'>,
): Credential {
	return {
		type: 'bigCommerceOAuth2Api',
		data: {
			...reach(store),
			clientId: store.clientId,
			clientSecret: store.clientSecret,
			oauthTokenData: {
				access_token: account?.accessToken ?? store.accessToken,
				context: `stores/${store.storeHash}`,
				...(account && { scope: account.scopes.join(' ') }),
			},
		},
	};
}

const reach = ({ storeHash, apiBaseUrl }: Sandbox) => ({ storeHash, customUrls: true, apiUrl: apiBaseUrl });

export interface SandboxInTests {
	/** The running store. Only inside tests and hooks. */
	readonly store: Sandbox;
	credential(account?: Account): Credential;
	oAuth2Credential(account?: Pick<ApiAccount, 'accessToken' | 'scopes'>): Credential;
}

/**
 * Starts a sandbox store for the tests of a file (or of a `describe`) and closes it after them. Its logs
 * and faults are emptied before each test; its records stay.
 */
export function useSandbox(options: SandboxOptions = {}): SandboxInTests {
	let running: Sandbox | undefined;

	beforeAll(async () => {
		running = await startSandbox(options);
	});

	beforeEach(() => {
		running?.requests.clear();
		running?.faults.clear();
	});

	afterAll(async () => {
		await running?.close();
		running = undefined;
	});

	const store = (): Sandbox => {
		if (!running) throw new Error('The sandbox store runs only while tests do');
		return running;
	};

	return {
		get store() {
			return store();
		},
		credential: (account) => sandboxCredential(store(), account),
		oAuth2Credential: (account) => sandboxOAuth2Credential(store(), account),
	};
}
