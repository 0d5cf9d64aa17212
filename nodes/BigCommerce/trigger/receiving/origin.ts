import type { Registration } from '../hooks/registration';
import { ORIGIN_HEADER } from '../hooks/registration';
import type { SignatureVerdict } from './signature';
import { isSameText, verifySignature } from './signature';

/** What came in. */
export interface ReceivedRequest {
	/** Names in lower case. */
	headers: Readonly<Record<string, string | string[] | undefined>>;
	/** The bytes as sent. */
	body: Buffer;
}

const SIGNATURE_WORDS: Record<Exclude<SignatureVerdict, 'valid'>, string> = {
	missing: 'it carries no signature, although the credential has a client secret',
	wrong:
		'its secret header is right but its signature is wrong: probably the Client Secret in the credential is not that of the API account that registered the webhook',
	stale: 'it was signed too long ago, or the clock of this server is wrong (Options > Timestamp Tolerance)',
};

/** The first proof: does the request carry the secret that only BigCommerce was told? */
export function secretFault({ headers }: ReceivedRequest, registration: Registration, now: number): string | undefined {
	const sent = headers[ORIGIN_HEADER.toLowerCase()];
	if (sent === undefined) return 'it carries no secret header';
	return knowsSecret(registration, sent, now) ? undefined : 'its secret header is wrong';
}

/** The second proof, whenever there is a key: was this very body signed with the client secret, just now? */
export function signatureFault(
	{ headers, body }: ReceivedRequest,
	clientSecret: string | undefined,
	toleranceSeconds: number,
	now: number,
): string | undefined {
	if (clientSecret === undefined) return undefined;
	const verdict = verifySignature(headers, body, clientSecret, toleranceSeconds, now / 1000);
	return verdict === 'valid' ? undefined : SIGNATURE_WORDS[verdict];
}

/** Whether a delivery carries the secret of this registration. Without a registration nothing does. */
export function knowsSecret(registration: Registration, sent: unknown, now: number): boolean {
	const { secret, previousSecret, previousSecretUntil = 0 } = registration;
	const accepted = [secret, now < previousSecretUntil ? previousSecret : undefined];
	if (typeof sent !== 'string' || sent === '') return false;
	return accepted.filter((known) => known !== undefined && isSameText(known, sent)).length > 0;
}
