import type { FastifyReply } from 'fastify';

export const escapeHtml = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#222}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}td,th{border-bottom:1px solid #ddd;padding:.3rem .6rem;text-align:left;vertical-align:top}
button{font:inherit;padding:.2rem .7rem;margin:0 .3rem .3rem 0;cursor:pointer}code{background:#f3f3f3;padding:0 .2rem}h2{margin:1.5rem 0 .3rem}`;

/** Answers with a whole page around some content. */
export function sendHtml(reply: FastifyReply, status: number, content: string): void {
	const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sandbox store</title><style>${STYLE}</style><body>${content}</body></html>`;
	void reply.code(status).type('text/html; charset=utf-8').send(page);
}
