import type { N8nInstance } from '../n8n/instance';
import { startN8n } from '../n8n/instance';
import { N8nRest } from '../n8n/rest';
import type { N8nVersion } from '../n8n/versions';
import type { Sandbox, SandboxOptions } from '../sandbox/types';
import { startSandbox } from '../sandbox';
import { exampleWorkflow } from './exampleWorkflow';

export type Log = (line: string) => void;

/** Both example workflows, active in a real n8n. */
export interface ActiveExamples {
	sandbox: Sandbox;
	rest: N8nRest;
	/** Their IDs. */
	workflows: { shipPaidOrders: string; recoverCarts: string };
}

/** A sandbox store and a real n8n with the package, a credential and both example workflows, active. */
export interface Stage extends ActiveExamples {
	n8n: N8nInstance;
	close(): Promise<void>;
}

export interface StageOptions {
	version?: N8nVersion;
	/** Ports of the sandbox store and of n8n; free ones by default. */
	ports?: { sandbox: number; n8n: number };
	/** How long the recovery workflow waits before it looks whether the cart still stands. */
	waitSeconds: number;
	sandbox?: SandboxOptions;
	log: Log;
}

/** Sets everything up. Whatever was started is stopped again when a later step fails. */
export async function setTheStage({ version, ports, waitSeconds, sandbox: store, log }: StageOptions): Promise<Stage> {
	const sandbox = await startSandbox({ ...store, ...(ports ? { port: ports.sandbox } : {}) });
	log(`Sandbox store: ${sandbox.url}`);
	let n8n: N8nInstance | undefined;
	const close = async () => {
		await n8n?.stop();
		await sandbox.close();
	};
	try {
		n8n = await startN8n({ log, ...(version ? { version } : {}), ...(ports ? { port: ports.n8n } : {}) });
		const rest = await N8nRest.signIn(n8n);
		const workflows = await activateExamples({ rest, sandbox }, { waitSeconds, log });
		return { sandbox, n8n, rest, workflows, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** Puts the examples into an n8n, with a credential for the store. */
export async function activateExamples(
	{ rest, sandbox }: Omit<ActiveExamples, 'workflows'>,
	{ waitSeconds, log }: Pick<StageOptions, 'waitSeconds' | 'log'>,
): Promise<ActiveExamples['workflows']> {
	const { id, name } = await rest.createCredential('BigCommerce sandbox', 'bigCommerceApi', {
		storeHash: sandbox.storeHash,
		accessToken: sandbox.accessToken,
		clientId: sandbox.clientId,
		clientSecret: sandbox.clientSecret,
		customUrls: true,
		apiUrl: sandbox.apiBaseUrl,
	});
	const credential = { id, name };
	const activate = async (file: string, parameters: Record<string, Record<string, unknown>> = {}) => {
		const workflow = await rest.createWorkflow(exampleWorkflow(file, { credential, parameters }));
		await rest.activateWorkflow(workflow.id);
		log(`Workflow "${workflow.name}" is active`);
		return workflow.id;
	};
	return {
		shipPaidOrders: await activate('ship-paid-orders.json'),
		recoverCarts: await activate('recover-abandoned-carts.json', {
			'Give the Shopper Time': { amount: waitSeconds, unit: 'seconds' },
			'Send Recovery Message': { url: `${sandbox.url}/sandbox/messages` },
		}),
	};
}
