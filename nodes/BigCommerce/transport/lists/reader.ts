import { z } from 'zod';

import type { EndpointFacts } from '../endpoints';
import { ApiFailure } from '../failure';
import type { ApiResponse, JsonObject, Query, ReadRequest } from '../types';
import type { Page } from './answers';
import { readPageOf } from './answers';
import { Collector } from './collector';
import type { Window } from './windows';
import { startOf } from './windows';

const counted = z.object({ count: z.number().int().min(0) });

/** Parameters of a list that do not change how many rows it has. */
const NO_FILTERS = ['page', 'limit', 'sort', 'direction', 'include', 'consignment_structure'];

/** A stretch of a list as one answer has shown it: rows in a row, as they stood at that time. */
export interface Stretch extends Page {
	/** Position of its first row, counted from 0, when the answer was made. */
	start: number;
	end: number;
	/** Whether the list ended with it. */
	isLast: boolean;
}

/** What reading a list needs. */
export interface PageSender {
	send: (request: ReadRequest) => Promise<ApiResponse>;
	/** Called for every page that has come. */
	countPage: () => void;
}

/** One list being read. */
export class ListReader {
	readonly collector: Collector;
	/** Position of the first row that is wanted. */
	origin = 0;

	constructor(
		private readonly sender: PageSender,
		readonly request: ReadRequest,
		readonly facts: EndpointFacts,
		/** Rows per page; fewer where the endpoint turns out to give fewer. */
		public size: number,
		readonly limit: number | undefined,
		keeps?: (row: JsonObject) => boolean,
	) {
		this.collector = new Collector(facts.rowKey, limit, keeps);
	}

	/** How long the list is, where that can be asked for; an estimate, since it may be counted otherwise. */
	async length(): Promise<number | undefined> {
		const { count } = this.facts;
		const filters = Object.entries(this.request.query ?? {}).filter(([name]) => !NO_FILTERS.includes(name));
		if (!count || filters.some(([name]) => !count.filters.includes(name))) return undefined;
		const { scope } = this.request;
		const request: ReadRequest = { method: 'GET', path: count.path, query: Object.fromEntries(filters) };
		return await this.sender.send({ ...request, ...(scope && { scope }) }).then(
			({ body }) => counted.safeParse(body).data?.count,
			() => undefined, // whoever cannot count reads on step by step
		);
	}

	/** Collects the rows of a stretch, but for those before the first that is wanted. @returns how many were new */
	add({ rows, start }: Stretch): number {
		return this.collector.add(start < this.origin ? rows.slice(this.origin - start) : rows);
	}

	/** @param parameters on top of the query of the request */
	async page(parameters: Query): Promise<Page> {
		return readPageOf(await this.answer(parameters), this.facts.listKey);
	}

	/** The same, as it came. */
	async answer(parameters: Query): Promise<ApiResponse> {
		const answer = await this.sender.send({ ...this.request, query: { ...this.request.query, ...parameters } });
		this.sender.countPage();
		return answer;
	}

	/** Reads one window; behind the end of the list there is nothing, whatever BigCommerce says of it. */
	async stretch(window: Window): Promise<Stretch> {
		const page = await this.page({ ...window }).catch((error: unknown) =>
			error instanceof Error ? error : new Error(String(error)),
		);
		if (!(page instanceof Error)) return stretchOf(page, window);
		if (window.page > 1 && page instanceof ApiFailure && page.status === 404) return stretchOf(NOTHING, window);
		throw page;
	}
}

const NOTHING: Page = { rows: [], count: 0, total: undefined, perPage: undefined, cursors: undefined };

export function stretchOf(page: Page, window: Window): Stretch {
	const start = startOf(window);
	const end = start + page.count;
	// Fewer rows than asked for end a list; where the total is known it decides, as pages may be smaller.
	const isLast = page.total === undefined ? page.count !== window.limit : end >= page.total;
	return { ...page, start, end, isLast: isLast || page.count === 0 };
}
