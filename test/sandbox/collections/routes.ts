import { noContent, ok, v3Data } from '../core/answers';
import { notFound } from '../core/errors';
import type { Answer, Call, Method, Route } from '../core/route';
import type { Row } from '../core/table';
import { createMany, removeMany, save, updateMany, upsertMany } from './batches';
import { Collection } from './collection';
import type { Create, Particulars, Remove, Update } from './declaration';
import { Inputs, type Draft } from './inputs';
import { list, selected } from './lists';
import { Refused } from './refused';
import type { Scope } from '../core/scopes';

const details = <T extends object>(call: true | T): Partial<T> => (call === true ? {} : call);

/**
 * Declares a plain collection of the store's API: its routes, and its records for seeds and other
 * parts of the store. The version of the path decides on envelope, statuses and the shape of refusals.
 *
 * @param name what one of them is called in refusals: `blog post`
 * @param path of a single record, `/v3/catalog/brands/{brand_id}`, or of the collection where there
 *   is none of one
 */
export function declared(name: string, scope: Scope, path: string, particulars: Particulars): DeclaredCollection {
	const [, collectionPath = path, one] = /^(.*)\/\{(\w+)\}$/.exec(path) ?? [];
	const collection = new Collection({ name, scope, path: collectionPath, one, ...particulars });
	return Object.assign(collection, { routes: routesOf(collection) });
}

export type DeclaredCollection = Collection & { routes: readonly Route[] };

function routesOf(collection: Collection): Route[] {
	const { declaration } = collection;
	const { path, one, scope } = declaration;
	const route = (method: Method, isMany: boolean, handle: (call: Call) => Answer, ending = ''): Route => {
		const concurrency = collection.concurrencyOf(method, isMany);
		const routePath = `${path}${isMany ? ending : `/{${one}}`}`;
		return { method, path: routePath, scope, handle, ...(concurrency !== undefined && { concurrency }) };
	};
	const routes: Route[] = [];
	const { list: lists = true, get = true, count, create, update, remove, ...many } = declaration.calls ?? {};
	const { createMany: creates, updateMany: updates, upsertMany: upserts, removeMany: removes } = many;
	if (lists) routes.push(route('GET', true, (call) => list(collection, call)));
	if (count) routes.push(route('GET', true, (call) => ok({ count: selected(collection, call).length }), '/count'));
	if (create || creates) {
		routes.push(
			route('POST', true, (call) =>
				creates && (!create || Array.isArray(call.body))
					? createMany(collection, call, details(creates))
					: createOne(collection, call, details(create ?? true)),
			),
		);
	}
	if (updates) routes.push(route('PUT', true, (call) => updateMany(collection, call, details(updates))));
	if (upserts) routes.push(route('PUT', true, (call) => upsertMany(collection, call, upserts)));
	if (removes) routes.push(route('DELETE', true, (call) => removeMany(collection, call, removes)));
	if (one && get) {
		routes.push(route('GET', false, (call) => shown(collection, call, collection.one(call), 200)));
	}
	if (one && update) routes.push(route('PUT', false, (call) => updateOne(collection, call, details(update))));
	if (one && remove) routes.push(route('DELETE', false, (call) => removeOne(collection, call, details(remove))));
	return routes;
}

function shown(collection: Collection, call: Call, record: Row, status: number): Answer {
	const view = collection.viewer(call)(record);
	return collection.isV2 ? ok(view, status) : v3Data(view, status);
}

/** Carries out what a draft says. @throws ApiError in the collection's shape */
function saved(
	collection: Collection,
	call: Call,
	status: number,
	plan: (inputs: Inputs) => Draft | undefined,
): Answer {
	try {
		const draft = plan(new Inputs(collection, call));
		return draft ? shown(collection, call, save(collection, call, draft), status) : noContent;
	} catch (error) {
		throw error instanceof Refused ? error.answer(collection.style) : error;
	}
}

const createOne = (collection: Collection, call: Call, { status }: Create): Answer =>
	saved(collection, call, status ?? (collection.isV2 ? 201 : 200), (inputs) => inputs.toCreate(call.body));

function updateOne(collection: Collection, call: Call, { status = 200, needs, resets = [] }: Update): Answer {
	const record = collection.one(call);
	return saved(collection, call, status, (inputs) => {
		const draft = inputs.toUpdate(call.body, record, needs);
		return draft && { ...draft, input: { ...collection.defaults(call.store, resets), ...draft.input } };
	});
}

function removeOne(collection: Collection, call: Call, options: Remove): Answer {
	const { missing = collection.isV2 ? 404 : 204, shows = false } = options;
	const record = collection.find(call, collection.keyOf(call));
	if (!record) {
		if (missing === 404) throw notFound(collection.style);
		return noContent;
	}
	const answer = shows ? shown(collection, call, record, 200) : noContent;
	collection.remove(call, [record]);
	return answer;
}
