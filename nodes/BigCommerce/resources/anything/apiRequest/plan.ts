import type { ItemValues } from '../../../model/item';
import type { Connection } from '../../../transport/connection';
import type { Pagination } from '../../../transport/endpoints';
import { textOf } from '../../../transport/textOf';
import type { JsonValue, Method, Query } from '../../../transport/types';
import { readPath } from './path';
import { enteredQuery } from './query';
import { RequestFault } from './requestFault';

/** What the parameters of an item ask for. */
export interface Plan {
	method: Method;
	path: string;
	query: Query;
	body: JsonValue | undefined;
	returnAll: boolean;
	/** Rows at most, of a list that is not paged by hand. */
	limit: number;
	/** How pages are turned; `auto` goes by what is known of the endpoint. */
	pagination: Pagination;
	fullResponse: boolean;
	/** Whether a write may be sent again when nobody knows whether it was carried out. */
	repeatable: boolean;
}

/** What the form shows at first. */
export const USUAL_LIMIT = 50;

export const isRead = ({ options }: Pick<ItemValues, 'options'>): boolean => options.method === 'GET';

/** @throws what the item refuses, when the parameters cannot be sent */
export function planOf(item: ItemValues, connection: Connection): Plan {
	const { options } = item;
	const place = judged(item, 'Path', () => readPath(textOf(options.path), connection, isRead(item)));
	const entered = judged(item, 'Query Parameters', () => enteredQuery(options));
	const returnAll = options.returnAll === true;
	const fullResponse = options.fullResponse === true;
	if (returnAll && fullResponse) {
		throw item.refuse(
			'Full Response cannot be combined with Return All',
			'All pages together have no status and headers of their own.',
		);
	}
	return {
		method: options.method as Method,
		path: place.path,
		query: { ...place.query, ...entered },
		body: options.body,
		returnAll,
		limit: Number(options.limit ?? USUAL_LIMIT),
		pagination: (options.pagination ?? 'auto') as Pagination,
		fullResponse,
		repeatable: options.repeatIfUnanswered === true,
	};
}

function judged<T>(item: ItemValues, field: string, read: () => T): T {
	try {
		return read();
	} catch (fault) {
		throw fault instanceof RequestFault ? item.refuse(`${field} ${fault.must}`, fault.advice) : fault;
	}
}
