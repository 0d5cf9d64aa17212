import type { FastifyReply } from 'fastify';
import { JsonText } from '../core/json';

/** Writes past Fastify, which would lower the case of the header names. */
export function sendRaw(
	reply: FastifyReply,
	status: number,
	text: string,
	contentType: string,
	headers: Record<string, string> = {},
): void {
	if (reply.raw.destroyed) return;
	const body = Buffer.from(text);
	reply.raw.writeHead(status, {
		'Content-Type': contentType,
		'Content-Length': String(body.length),
		...headers,
	});
	reply.raw.end(body);
}

/** JSON, or no body at all where there is none. */
export function sendJson(
	reply: FastifyReply,
	status: number,
	body: unknown,
	headers: Record<string, string> = {},
): void {
	if (reply.raw.destroyed) return;
	if (body === undefined) {
		reply.raw.writeHead(status, { ...(status !== 204 && { 'Content-Length': '0' }), ...headers });
		reply.raw.end();
		return;
	}
	const text = body instanceof JsonText ? body.text : JSON.stringify(body);
	sendRaw(reply, status, text, 'application/json', headers);
}
