import { createHash, createHmac, timingSafeEqual } from 'crypto';

/**
 * What a signature says of a request. `wrong`: signed with another key, or changed since. `stale`: rightly
 * signed, but too long ago or in the future.
 */
export type SignatureVerdict = 'valid' | 'missing' | 'wrong' | 'stale';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Verifies a request signed by the Standard Webhooks scheme: header `webhook-signature` holds one or
 * more `v1,<base64>` separated by blanks, each an HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`.
 * BigCommerce's key is the client secret of the API account as it is shown, in UTF-8.
 * Source: BigCommerce docs, "HTTPS webhooks"; standardwebhooks.com.
 *
 * @param headers names in lower case
 * @param body the bytes as received
 * @param toleranceSeconds how far the time of sending may be from now
 * @param now Unix time in seconds
 */
export function verifySignature(
	headers: Headers,
	body: Buffer,
	clientSecret: string,
	toleranceSeconds: number,
	now: number,
): SignatureVerdict {
	const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
	if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return 'missing';
	if (!clientSecret || !/^\d{1,12}$/.test(timestamp)) return 'wrong';
	const expected = createHmac('sha256', Buffer.from(clientSecret, 'utf8'))
		.update(`${id}.${timestamp}.`)
		.update(body)
		.digest('base64');
	// Every one is compared, so that the time taken gives away nothing of which was near.
	const matches = signatures.split(' ').filter((signature) => isSameText(signature, `v1,${expected}`));
	if (matches.length === 0) return 'wrong';
	return Math.abs(now - Number(timestamp)) <= toleranceSeconds ? 'valid' : 'stale';
}

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();

/** Whether two texts are the same, in a time that gives away nothing of how much of them is. */
export function isSameText(one: string, other: string): boolean {
	return timingSafeEqual(digest(one), digest(other));
}
