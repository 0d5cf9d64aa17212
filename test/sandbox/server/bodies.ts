import type { FastifyInstance } from 'fastify';

/** Bodies reach the handlers as text, so that bad JSON is answered as the API does; files as bytes. */
export function readBodiesAsText(server: FastifyInstance): void {
	server.removeAllContentTypeParsers();
	const textual = ['application/json', 'application/x-www-form-urlencoded', 'text/plain'];
	server.addContentTypeParser(textual, { parseAs: 'string' }, (_request, body, done) => done(null, body));
	server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}
