import { NodeOperationError } from 'n8n-workflow';

import type { CredentialKind } from './connection';
import { ConnectionFault, credentialType, readConnection } from './connection';
import type { RequestContext, StoreApiOptions } from './storeApi';
import { StoreApi } from './storeApi';

/**
 * The store of the node's credential, ready to be called.
 * @throws NodeOperationError when the credential cannot be used as it is
 */
export async function openStore(context: RequestContext, options: StoreApiOptions = {}): Promise<StoreApi> {
	const kind = credentialKind(context);
	const credential = await context.getCredentials(credentialType(kind));
	try {
		return new StoreApi(context, readConnection(kind, credential), options);
	} catch (error) {
		throw new NodeOperationError(
			context.getNode(),
			error instanceof ConnectionFault ? error.message : 'The credential could not be read',
			{ description: 'Open the credential of this node and correct it.' },
		);
	}
}

/** Both nodes have the parameter `authentication`; it is the same for all items. */
function credentialKind(context: RequestContext): CredentialKind {
	const chosen: unknown = context.getNode().parameters.authentication;
	return chosen === 'oAuth2' ? 'oAuth2' : 'accessToken';
}
