import { z } from 'zod';

/** Codes of failures that come before a connection stands, so that the request cannot have arrived. */
const NEVER_ARRIVED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EADDRNOTAVAIL',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Failures that repeating cannot mend. */
const PERMANENT = /^(ENOTFOUND$|.*CERT|ERR_TLS|SELF_SIGNED|UNABLE_TO)/;

const errorLayer = z.object({
	code: z.string().optional().catch(undefined),
	syscall: z.string().optional().catch(undefined),
	message: z.string().optional().catch(undefined),
	cause: z.unknown(),
});

/** A request that got no answer. */
export interface NetworkFault {
	code: string | undefined;
	/** Whether it is certain that the store never saw the request. */
	neverArrived: boolean;
	/** Whether another try might get through. */
	passing: boolean;
	message: string;
}

/** Reads what n8n's request helper threw; the network's own error may lie several causes deep. */
export function readNetworkFault(error: unknown): NetworkFault {
	let layer = errorLayer.safeParse(error);
	let message = 'no answer';
	for (let depth = 0; layer.success && depth < 6; depth++) {
		const { code, syscall, message: said, cause } = layer.data;
		message = said ?? message;
		if (code !== undefined && /^[A-Z_]+$/.test(code)) {
			const neverArrived = NEVER_ARRIVED.has(code) || syscall === 'connect' || syscall === 'getaddrinfo';
			return { code, neverArrived, passing: !PERMANENT.test(code), message };
		}
		layer = errorLayer.safeParse(cause);
	}
	const code = /\b(E[A-Z]{5,}|EPIPE)\b/.exec(message)?.[1];
	return {
		code,
		neverArrived: code !== undefined && NEVER_ARRIVED.has(code),
		passing: code === undefined || !PERMANENT.test(code),
		message,
	};
}
