import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { z } from 'zod';

import type { Grant } from './scopes';
import { parseStoreHash } from './storeHash';

export type CredentialKind = 'accessToken' | 'oAuth2';

/** n8n's name of the credential type. */
export const credentialType = (kind: CredentialKind): string =>
	kind === 'oAuth2' ? 'bigCommerceOAuth2Api' : 'bigCommerceApi';

/** A store as a credential reaches it. Holds no token: n8n adds that to each request itself. */
export interface Connection {
	kind: CredentialKind;
	/** For example `https://api.bigcommerce.com`, without a slash at the end. */
	apiUrl: string;
	storeHash: string;
	/** Key of webhook signatures; without it only the secret header protects deliveries. */
	clientSecret: string | undefined;
	/** What is known of the token's scopes; `undefined` when nothing is. */
	grantedScopes: Grant | undefined;
}

export const DEFAULT_API_URL = 'https://api.bigcommerce.com';

/** Characters that nobody sees and that get copied along: zero-width ones, a soft hyphen, a byte order mark. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

const text = z
	.string()
	.transform((value) => value.replace(UNSEEN, '').trim())
	.optional()
	.catch(undefined);

const asEntered = z.string().trim().optional().catch(undefined);

const credentialData = z.object({
	storeHash: text,
	accessToken: asEntered,
	customUrls: z.boolean().optional().catch(false),
	apiUrl: text,
	clientSecret: text,
	grantedScopes: text,
	oauthTokenData: z.object({ scope: text, access_token: asEntered }).optional().catch(undefined),
});

/** The credential cannot be used as it is; the message says why, in the words of its form. */
export class ConnectionFault extends Error {}

/**
 * @throws ConnectionFault when the store hash or the address is missing or malformed
 */
export function readConnection(kind: CredentialKind, credential: ICredentialDataDecryptedObject): Connection {
	const data = credentialData.parse(credential);
	const storeHash = parseStoreHash(data.storeHash ?? '');
	if (!data.storeHash) {
		throw new ConnectionFault(
			'Store Hash in the credential is empty. Paste the hash, the API path of the API account, or the address of the control panel.',
		);
	}
	if (storeHash === undefined) {
		throw new ConnectionFault(
			'Store Hash in the credential is not a store hash. Paste the hash, the API path of the API account, or the address of the control panel.',
		);
	}
	const apiUrl = ((data.customUrls && data.apiUrl) || DEFAULT_API_URL).replace(/\/+$/, '');
	if (!/^https?:\/\/[^/]+/.test(apiUrl)) {
		throw new ConnectionFault('API URL in the credential must begin with https://');
	}
	refuseUnsendable(kind === 'oAuth2' ? data.oauthTokenData?.access_token : data.accessToken);
	const granted = kind === 'oAuth2' ? data.oauthTokenData?.scope : data.grantedScopes;
	return {
		kind,
		apiUrl,
		storeHash,
		clientSecret: data.clientSecret || undefined,
		grantedScopes: granted ? { parameters: granted.split(/\s+/), complete: kind === 'oAuth2' } : undefined,
	};
}

/** n8n puts the token into a header as it was entered, and no header can hold such a character. */
function refuseUnsendable(token = ''): void {
	if (!/[^\x21-\x7e]/.test(token)) return;
	throw new ConnectionFault(
		'Access Token in the credential holds a blank or a character that cannot be seen. Copy the token again, without anything before, in or after it.',
	);
}
