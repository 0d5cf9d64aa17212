import { declared, type DeclaredCollection } from '../../sandbox/collections/routes';
import type { Particulars } from '../../sandbox/collections/declaration';
import { choice, flag, list, object, text, whole } from '../../sandbox/collections/kinds';
import { ApiError } from '../../sandbox/core/errors';
import { Query } from '../../sandbox/core/query';
import type { Answer, Call, Method } from '../../sandbox/core/route';
import { Store } from '../../sandbox/data/store';
import type { WebhookEvent } from '../../sandbox';

/** A made-up collection, to show what declarations can say. */
export const toyFields = {
	name: text(20).required(),
	colour: choice('red', 'blue').default('red'),
	price: whole(0).default(1),
	tags: list(text()).default([]),
	box: object({ size: whole().required(), lid: flag().default(true) }),
};

const account = { name: 'Tester', clientId: 'client', clientSecret: 's', accessToken: 't', scopes: [] };

/** A declared collection in a store of its own, and a way to call it. */
export class Shelf {
	readonly store = new Store({ now: () => Date.UTC(2026, 0, 1) });
	readonly events: WebhookEvent[] = [];
	readonly toys: DeclaredCollection;

	constructor(particulars: Partial<Particulars> = {}, path = '/v3/toys/{toy_id}') {
		this.toys = declared('toy', 'products', path, { fields: toyFields, ...particulars });
		this.store.onEvent((event) => this.events.push(event));
	}

	/** Status and body of the answer, refusals included. @throws Error where no route fits */
	call(method: Method, path: string, body?: unknown, clientId = account.clientId): Answer {
		const { pathname, searchParams } = new URL(path, 'http://localhost');
		for (const route of this.toys.routes) {
			const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
			const values = new RegExp(`^${route.path.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(pathname);
			if (!values || route.method !== method || (values[1] === 'count' && names.length === 1)) continue;
			const call: Call = {
				store: this.store,
				account: { ...account, clientId },
				version: pathname.startsWith('/v2') ? 'v2' : 'v3',
				method,
				path: pathname,
				params: Object.fromEntries(names.map((name, index) => [name, values[index + 1] ?? ''])),
				query: new Query(Object.fromEntries(searchParams)),
				body,
			};
			try {
				return route.handle(call);
			} catch (error) {
				if (error instanceof ApiError) return { status: error.status, body: error.body };
				throw error;
			}
		}
		throw new Error(`No route for ${method} ${path}`);
	}

	/** The rows of a list. */
	rows(path: string): unknown[] {
		const { body } = this.call('GET', path);
		return (Array.isArray(body) ? body : (body as { data: unknown[] }).data) as unknown[];
	}

	/** The names in a list. */
	names(path: string): unknown[] {
		return this.rows(path).map((row) => (row as { name: unknown }).name);
	}

	add(...names: string[]): void {
		for (const name of names) this.toys.add(this.store, { name });
	}
}
