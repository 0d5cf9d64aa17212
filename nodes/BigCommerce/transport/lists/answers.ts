import { z } from 'zod';

import { listOf, rowsOf } from '../payload';
import type { ApiResponse, JsonObject } from '../types';

const figure = z.number().int().min(0).optional().catch(undefined);

const pageMeta = z.object({
	meta: z.object({
		// Sites say `total_items`, customs information `total_page`; both beside their own spelling of the rest.
		pagination: z.object({
			total: figure,
			total_items: figure,
			total_pages: figure,
			total_page: figure,
			per_page: figure,
			limit: figure,
		}),
	}),
});

const cursorMeta = z.object({
	meta: z.object({
		cursor_pagination: z.object({
			start_cursor: z.string().nullish(),
			end_cursor: z.string().nullish(),
			links: z.object({ next: z.string().nullish(), previous: z.string().nullish() }).nullish(),
		}),
	}),
});

/** One answer of a list. */
export interface Page {
	rows: JsonObject[];
	/** Rows as they came, those included that are none. */
	count: number;
	/** Rows of the whole list, where the answer says it. */
	total: number | undefined;
	/** Rows per page, where the answer says it. */
	perPage: number | undefined;
	cursors: Cursors | undefined;
}

export interface Cursors {
	after: string | undefined;
	before: string | undefined;
	/** Whether there is more in that direction; `undefined` where the answer has no links. */
	hasNext: boolean | undefined;
	hasPrevious: boolean | undefined;
}

export function readPageOf(answer: ApiResponse, listKey?: string): Page {
	const pages = pageMeta.safeParse(answer.body).data?.meta.pagination;
	const perPage = pages?.per_page ?? pages?.limit;
	return {
		rows: rowsOf(answer, listKey),
		count: listOf(answer, listKey).length,
		total: pages?.total ?? pages?.total_items ?? totalFrom(pages?.total_pages ?? pages?.total_page, perPage),
		perPage: perPage === 0 ? undefined : perPage,
		cursors: cursorsOf(answer),
	};
}

/** At most so many, when only the number of pages is told. */
const totalFrom = (pages: number | undefined, perPage: number | undefined): number | undefined =>
	pages === undefined || perPage === undefined ? undefined : pages * perPage;

function cursorsOf({ body }: ApiResponse): Cursors | undefined {
	const cursors = cursorMeta.safeParse(body).data?.meta.cursor_pagination;
	if (!cursors) return undefined;
	const { start_cursor: before, end_cursor: after, links } = cursors;
	return {
		after: after ?? undefined,
		before: before ?? undefined,
		hasNext: links ? Boolean(links.next) : undefined,
		hasPrevious: links ? Boolean(links.previous) : undefined,
	};
}
