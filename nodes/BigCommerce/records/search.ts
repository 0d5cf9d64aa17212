import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { searchMethodOf } from '../model/form/property';
import { ApiFailure, toNodeApiError } from '../transport/failure';
import { openStore } from '../transport/openStore';
import { LISTINGS } from './catalogue';
import type { RecordListing, Way } from './listing';
import { parentId } from './parents';
import type { Row } from './rows';
import { StoreSource } from './source';
import { ask, compare, PAGE_SIZE } from './ways';

/** A person waits for a list; it must not sleep through a whole quota window more than once. */
const LONGEST_WAIT_MS = 40_000;
/** Requests for one page of a list at most, should the store give the same page for ever. */
const MOST_PAGES = 25;

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** The searches behind the lists of all locators, by the names that the form knows them by. */
export const listSearch: Record<string, ListSearch> = Object.fromEntries(
	LISTINGS.map((listing): [string, ListSearch] => [
		searchMethodOf(listing.record.name),
		async function (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) {
			return await search(this, listing, (filter ?? '').trim(), paginationToken);
		},
	]),
);

/**
 * One page of a list. An empty one means that the store has no such record: whatever goes wrong is thrown,
 * and a last row without a value says what was not looked through.
 * @throws NodeApiError or NodeOperationError
 */
async function search(
	context: ILoadOptionsFunctions,
	listing: RecordListing,
	typed: string,
	token: string | undefined,
): Promise<INodeListSearchResult> {
	const api = await openStore(context, { longestWaitMs: LONGEST_WAIT_MS });
	try {
		const { parent, record } = listing;
		const source = new StoreSource(api, listing, parent && (await parentId(context, api, parent, record)));
		const ways = typed === '' ? [ask({})] : (listing.ways?.(typed) ?? [compare(typed)]);
		return await goThrough(source, ways, token);
	} catch (error) {
		throw asNodeError(context, error);
	}
}

function asNodeError(context: ILoadOptionsFunctions, error: unknown): Error {
	if (error instanceof NodeOperationError) return error;
	if (error instanceof ApiFailure) return toNodeApiError(context.getNode(), error);
	return new NodeOperationError(context.getNode(), error instanceof Error ? error : String(error));
}

/**
 * Goes through the ways until a page is full: n8n asks for more only where the list can be scrolled, so a
 * short page would hide what comes behind it.
 * @param token the number of the way and where in it the next page begins
 */
async function goThrough(source: StoreSource, ways: readonly Way[], token?: string): Promise<INodeListSearchResult> {
	const [, begin = '0', place = ''] = /^(\d+):(.*)$/s.exec(token ?? '') ?? [];
	const found = new Map<string | number, Row>();
	const notes: string[] = [];
	let failure: ApiFailure | undefined;
	let at = place === '' ? undefined : place;
	let pages = 0;
	for (let number = Number(begin); number < ways.length; number++) {
		const way = ways[number]!;
		const hasFound = found.size > 0 || (token !== undefined && at === undefined);
		if (way.isLastResort && hasFound) continue;
		do {
			const page = await way.read(source, at);
			for (const row of page.rows) {
				const id = source.idOf(row);
				if (id !== undefined && !found.has(id)) found.set(id, row);
			}
			if (page.note !== undefined) notes.push(page.note);
			failure ??= page.failure;
			at = page.next;
			if (++pages === MOST_PAGES || found.size >= PAGE_SIZE) {
				const next = at === undefined ? nextWay(ways, number) : `${number}:${at}`;
				return listed(source, found, notes, next);
			}
		} while (at !== undefined);
	}
	if (failure && found.size === 0) throw failure;
	return listed(source, found, notes);
}

/** A last resort is not gone to once something was found. */
function nextWay(ways: readonly Way[], number: number): string | undefined {
	const next = ways.findIndex(({ isLastResort }, index) => index > number && !isLastResort);
	return next === -1 ? undefined : `${next}:`;
}

function listed(
	source: StoreSource,
	found: ReadonlyMap<string | number, Row>,
	notes: readonly string[],
	paginationToken?: string,
): INodeListSearchResult {
	const rows = [...found].map(([id, row]): INodeListSearchItems => {
		const url = source.linkTo(id);
		return { name: source.listing.label(row) || String(id), value: id, ...(url === undefined ? {} : { url }) };
	});
	const unseen = notes.map((name): INodeListSearchItems => ({ name, value: '' }));
	return { results: [...rows, ...unseen], ...(paginationToken === undefined ? {} : { paginationToken }) };
}
