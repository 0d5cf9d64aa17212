import nock from 'nock';

import type { Credential } from '../../support/engine';

export const credential: Credential = {
	type: 'bigCommerceApi',
	data: { storeHash: 'abc123', accessToken: 'secret-token', grantedScopes: 'default' },
};

export interface Asked {
	/** Below `/stores/{store_hash}`. */
	path: string;
	query: Record<string, string>;
}

/** What the store answers to a request: rows, or anything else as a body of its own. */
export type Answers = (asked: Asked) => readonly unknown[] | { status: number; body?: object };

/**
 * A store whose lists are given row by row; it pages them as BigCommerce does. Returns what it was asked.
 * Whoever uses it ends it with `nock.cleanAll`.
 */
export function standIn(answers: Answers): Asked[] {
	const asked: Asked[] = [];
	nock('https://api.bigcommerce.com')
		.persist()
		.get(/.*/)
		.reply((uri) => {
			const url = new URL(uri, 'https://api.bigcommerce.com');
			const one = { path: url.pathname.replace('/stores/abc123', ''), query: Object.fromEntries(url.searchParams) };
			asked.push(one);
			const rows = answers(one);
			if (!Array.isArray(rows)) {
				const { status, body } = rows as { status: number; body?: object };
				return [status, body];
			}
			return paged(one, rows);
		});
	return asked;
}

function paged({ path, query }: Asked, rows: readonly unknown[]): [number, unknown?] {
	const limit = Number(query.limit ?? 50);
	const page = Number(query.page ?? 1);
	const data = rows.slice((page - 1) * limit, page * limit);
	if (path.startsWith('/v2/')) return data.length === 0 ? [204] : [200, data];
	const pagination = { total: rows.length, per_page: limit, total_pages: Math.ceil(rows.length / limit) };
	return [200, { data, meta: { pagination } }];
}
