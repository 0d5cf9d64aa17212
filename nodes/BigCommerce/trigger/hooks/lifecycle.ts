import type { IHookFunctions, INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { ApiFailure, toNodeApiError } from '../transport/failure';
import { openStore } from '../transport/openStore';
import { abandonedAddress } from './formerAddress';
import { chosenScopes } from './chosenEvents';
import { destinationFault } from './destination';
import { isDone } from './hooks';
import { reasonOf } from './reason';
import { forgetRegistration, newSecret, readRegistration, rememberRegistration } from './registration';
import { compare, HookLimitFault, inTurn, register, unregister } from './subscriptions';

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
		context.logger.warn(`BigCommerce Trigger: the webhooks could not be checked while n8n started: ${reasonOf(error)}`);
		return true;
	}
}

/**
 * Registers a hook for every chosen event, or none.
 * @throws NodeApiError, NodeOperationError
 */
export async function createHooks(context: IHookFunctions): Promise<boolean> {
	const node = context.getNode();
	const staticData = context.getWorkflowStaticData('node');
	const { destination: known, secret: before } = readRegistration(staticData);
	const webhookUrl = webhookUrlOf(context);
	const scopes = chosenScopes(context);
	if (scopes.length === 0) {
		throw new NodeOperationError(node, 'Trigger On is empty', { description: 'Choose at least one event.' });
	}
	const api = await openStore(context, { longestWaitMs: LONGEST_WAIT_MS });
	const fault = destinationFault(webhookUrl, api.connection.apiUrl);
	if (fault) throw new NodeOperationError(node, fault.message, { description: fault.description });
	// A person who activates the workflow gets a new secret; a repair at start-up leaves hooks that are well alone.
	const keep = AT_START_UP.includes(context.getActivationMode()) && known === webhookUrl;
	const secret = (keep ? before : undefined) ?? newSecret();
	const formerUrl = await abandonedAddress(context, known, webhookUrl);
	try {
		await inTurn(webhookUrl, async () => await register(api, { webhookUrl, scopes, secret, formerUrl }));
	} catch (error) {
		throw inNodeWords(node, error);
	}
	rememberRegistration(staticData, { destination: webhookUrl, scopes, secret }, Date.now());
	return true;
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

function inNodeWords(node: INode, error: unknown): Error {
	if (error instanceof ApiFailure) return toNodeApiError(node, error);
	if (error instanceof HookLimitFault) {
		return new NodeOperationError(node, error.message, {
			description:
				'Deactivate workflows that listen for this event, delete webhooks that nobody uses any more, or create another API account for this workflow.',
		});
	}
	return error instanceof NodeOperationError
		? error
		: new NodeOperationError(node, error instanceof Error ? error : String(error));
}
