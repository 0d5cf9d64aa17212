import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { ApiFailure } from '../../transport/failure';
import { openStore } from '../../transport/openStore';
import { SetupFault, inNodeWords, reasonOf } from '../faults';
import { abandonedAddress } from './formerAddress';
import { chosenScopes } from './chosenEvents';
import { destinationFault } from './destination';
import { isDone } from './hooks';
import { forgetRegistration, newSecret, readRegistration, rememberRegistration } from './registration';
import { compare, inTurn, register, unregister } from './subscriptions';

/** Activations that nobody is watching: n8n itself starts the workflows that were active before. */
const AT_START_UP = ['init', 'leadershipChange'];

/** What n8n waits for when it activates a workflow must not wait for a whole quota window twice. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Whether all hooks are as they should be: destination, events, switched on, secret.
 * When the store cannot be asked while n8n starts, the hooks of before are trusted, so that their
 * deliveries find the workflow active; the caretaker looks again later.
 * @throws NodeApiError, NodeOperationError
 */
export async function hooksExist(context: IHookFunctions): Promise<boolean> {
	return await inWordsOf(context, async () => {
		const { destination, secret, scopes: known = [] } = readRegistration(context.getWorkflowStaticData('node'));
		const webhookUrl = webhookUrlOf(context);
		if (destination !== webhookUrl || secret === undefined) return false;
		const scopes = chosenScopes(context);
		try {
			const api = await openStore(context, { longestWaitMs: LONGEST_WAIT_MS });
			return await inTurn(webhookUrl, async () => isDone(await compare(api, { webhookUrl, scopes, secret })));
		} catch (error) {
			const unreachable = error instanceof ApiFailure && (error.status === undefined || error.status >= 429);
			const sameEvents = scopes.length === known.length && scopes.every((scope) => known.includes(scope));
			if (!unreachable || !sameEvents || !AT_START_UP.includes(context.getActivationMode())) {
				throw inNodeWords(context.getNode(), error);
			}
			context.logger.warn(
				`BigCommerce Trigger: the webhooks could not be checked while n8n started: ${reasonOf(error)}`,
			);
			return true;
		}
	});
}

/**
 * Registers a hook for every chosen event, or none.
 * @throws NodeApiError, NodeOperationError
 */
export async function createHooks(context: IHookFunctions): Promise<boolean> {
	return await inWordsOf(context, async () => {
		const staticData = context.getWorkflowStaticData('node');
		const { destination: known, secret: before } = readRegistration(staticData);
		const webhookUrl = webhookUrlOf(context);
		const scopes = chosenScopes(context);
		if (scopes.length === 0) throw new SetupFault('Trigger On is empty', 'Choose at least one event.');
		const api = await openStore(context, { longestWaitMs: LONGEST_WAIT_MS });
		const fault = destinationFault(webhookUrl, api.connection.apiUrl);
		if (fault) throw fault;
		// A person who activates the workflow gets a new secret; a repair at start-up leaves hooks that are well alone.
		const keep = AT_START_UP.includes(context.getActivationMode()) && known === webhookUrl;
		const secret = (keep ? before : undefined) ?? newSecret();
		const formerUrl = await abandonedAddress(context, known, webhookUrl);
		await inTurn(webhookUrl, async () => await register(api, { webhookUrl, scopes, secret, formerUrl }));
		rememberRegistration(staticData, { destination: webhookUrl, scopes, secret }, Date.now());
		return true;
	});
}

/**
 * Removes the hooks of this node. A store that cannot be asked does not keep the workflow from being
 * switched off: the next activation finds the hooks by their address and cleans up.
 */
export async function deleteHooks(context: IHookFunctions): Promise<boolean> {
	const staticData = context.getWorkflowStaticData('node');
	const { destination } = readRegistration(staticData);
	const webhookUrl = webhookUrlOf(context);
	try {
		const api = await openStore(context, { longestWaitMs: LONGEST_WAIT_MS });
		const formerUrl = await abandonedAddress(context, destination, webhookUrl);
		await inTurn(webhookUrl, async () => await unregister(api, [webhookUrl, ...(formerUrl ? [formerUrl] : [])]));
		forgetRegistration(staticData, Date.now());
		return true;
	} catch (error) {
		context.logger.warn(
			`BigCommerce Trigger: the webhooks at ${webhookUrl} could not be removed: ${reasonOf(error)}. The next activation of the workflow removes them; BigCommerce itself switches them off after two days.`,
		);
		return false;
	}
}

function webhookUrlOf(context: IHookFunctions): string {
	const url = context.getNodeWebhookUrl('default');
	if (url === undefined) throw new NodeOperationError(context.getNode(), 'n8n gave no webhook address for this node');
	return url;
}

async function inWordsOf<T>(context: IHookFunctions, work: () => Promise<T>): Promise<T> {
	return await work().catch((error: unknown) => {
		throw inNodeWords(context.getNode(), error);
	});
}
