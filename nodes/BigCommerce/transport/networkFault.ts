import { z } from 'zod';

/** Codes of failures that come before a connection stands, so that the request cannot have arrived. */
const NEVER_ARRIVED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** System calls that make a connection. A route can also be lost later, on one that stands. */
const CONNECTING = ['connect', 'getaddrinfo'];

/** Node's code for a header value that holds a character no header may hold. */
const INVALID_HEADER = 'ERR_INVALID_CHAR';

/** Failures that repeating cannot mend. */
const PERMANENT = /^(ERR_INVALID_CHAR$|ENOTFOUND$|.*CERT|ERR_TLS|SELF_SIGNED|UNABLE_TO)/;

const errorLayer = z.object({
	code: z.string().optional().catch(undefined),
	syscall: z.string().optional().catch(undefined),
	message: z.string().optional().catch(undefined),
	cause: z.unknown(),
	errors: z.array(z.unknown()).optional().catch(undefined),
});

/** A request that got no answer. */
export interface NetworkFault {
	code: string | undefined;
	/** Whether it is certain that the store never saw the request. */
	neverArrived: boolean;
	/** Whether another try might get through. */
	passing: boolean;
	/** Whether the request could not even be made, because of a character in a header. */
	invalidHeader: boolean;
	message: string;
}

/** Reads what n8n's request helper threw; the network's own error may lie several causes deep. */
export function readNetworkFault(error: unknown): NetworkFault {
	let layer = errorLayer.safeParse(error);
	let code: string | undefined;
	let syscall: string | undefined;
	let message = 'no answer';
	for (let depth = 0; layer.success && depth < 6; depth++) {
		const { data } = layer;
		if (code === undefined) message = data.message || message;
		if (data.code !== undefined && /^[A-Z_]+$/.test(data.code)) code ??= data.code;
		// Where several addresses were tried, each has its own error.
		syscall ??= data.syscall ?? errorLayer.safeParse(data.errors?.[0]).data?.syscall;
		layer = errorLayer.safeParse(data.cause);
	}
	code ??= /invalid character in header/i.test(message) ? INVALID_HEADER : /\b(E[A-Z]{5,}|EPIPE)\b/.exec(message)?.[1];
	return faultOf(code, syscall ?? syscallIn(message), message);
}

function faultOf(code: string | undefined, syscall: string | undefined, message: string): NetworkFault {
	const invalidHeader = code === INVALID_HEADER;
	return {
		code,
		neverArrived:
			invalidHeader ||
			(code !== undefined && NEVER_ARRIVED.has(code)) ||
			(syscall !== undefined && CONNECTING.includes(syscall)),
		passing: code === undefined || !PERMANENT.test(code),
		invalidHeader,
		message,
	};
}

/** Node begins its messages with it: `connect EHOSTUNREACH 10.0.0.1:443`. */
const syscallIn = (message: string): string | undefined => /\b(\w+) E[A-Z]{3,}\b/.exec(message)?.[1];
