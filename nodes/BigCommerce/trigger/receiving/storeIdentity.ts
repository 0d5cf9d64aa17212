import type { IWebhookFunctions } from 'n8n-workflow';

import { openStore } from '../../transport/openStore';

/** What of the credential a delivery is held against. */
export interface StoreIdentity {
	storeHash: string;
	clientSecret?: string | undefined;
}

interface Known {
	identity: StoreIdentity;
	/** Unix time in milliseconds. */
	until: number;
}

const KEPT_MS = 60_000;

const known = new Map<string, Known>();

/**
 * Holds a delivery against the node's credential. To read a credential costs n8n about as much as the rest of
 * a delivery, hence what was read is kept for a minute; nothing is refused by it without reading it again.
 *
 * @param faultOf what is wrong with the delivery, if anything
 * @param now Unix time in milliseconds
 * @throws NodeOperationError when the credential cannot be used as it is
 */
export async function checkIdentity<T>(
	context: IWebhookFunctions,
	faultOf: (identity: StoreIdentity) => T | undefined,
	now: number,
): Promise<T | undefined> {
	const { id, credentials } = context.getNode();
	const key = JSON.stringify([context.getWorkflow().id, id, credentials]);
	const kept = known.get(key);
	if (kept && now < kept.until && faultOf(kept.identity) === undefined) return undefined;
	const { storeHash, clientSecret } = (await openStore(context)).connection;
	known.set(key, { identity: { storeHash, clientSecret }, until: now + KEPT_MS });
	return faultOf({ storeHash, clientSecret });
}
