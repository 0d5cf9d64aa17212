import type { IDataObject } from 'n8n-workflow';

import type { N8nInstance } from '../n8n/instance';
import { startN8n } from '../n8n/instance';
import { N8nRest } from '../n8n/rest';
import type { CredentialRef } from '../n8n/restSchemas';
import type { ApiAccount, Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { VERSION } from './line';

/** What all tests of a run share. */
export interface World {
	sandbox: Sandbox;
	n8n: N8nInstance;
	/** Signed in as the owner. */
	rest: N8nRest;
	/** A credential of the account that has every scope. */
	credential: CredentialRef;
}

let running: World | undefined;

/** The sandbox store and the n8n of this run. Only inside tests and hooks. */
export function world(): World {
	if (!running) throw new Error('The sandbox store and n8n run only while tests do');
	return running;
}

export async function openWorld(): Promise<void> {
	const sandbox = await startSandbox({ autoApproveInstall: true });
	try {
		const n8n = await startN8n({ version: VERSION, log: (line) => process.stderr.write(`${line}\n`) });
		const rest = await N8nRest.signIn(n8n);
		const credential = await rest.createCredential('Sandbox store', 'bigCommerceApi', accountData(sandbox));
		running = { sandbox, n8n, rest, credential };
	} catch (error) {
		await sandbox.close();
		throw error;
	}
}

export async function closeWorld(): Promise<void> {
	await running?.n8n.stop();
	await running?.sandbox.close();
	running = undefined;
}

/** What a person types into the form of the API-token credential. Default: the account that has every scope. */
export function accountData(
	sandbox: Sandbox,
	account: Pick<ApiAccount, 'accessToken' | 'clientId' | 'clientSecret'> = sandbox,
): IDataObject {
	const { accessToken, clientId, clientSecret } = account;
	return {
		storeHash: sandbox.storeHash,
		accessToken,
		clientId,
		clientSecret,
		customUrls: true,
		apiUrl: sandbox.apiBaseUrl,
	};
}
