import type { ReadEndpoint } from '../model/endpoint';
import type { RecordKind } from '../model/record';
import type { ApiFailure } from '../transport/failure';
import type { Scope } from '../transport/scopes';
import type { Query } from '../transport/types';
import type { Row } from './rows';

/** How one kind of record is listed, searched and named. */
export interface RecordListing {
	record: RecordKind;
	/** May hold the `field` of `parent`: `GET /v2/orders/{order_id}/shipments`. */
	endpoint: ReadEndpoint;
	/** None where every API account may read. */
	scope?: Scope;
	/** Sent with every request of the list. */
	query?: Query;
	/** The field of a row that holds the ID. Default `id`. */
	id?: string;
	/** The record that the list is a part of. */
	parent?: Parent;
	/** How a row is named in the list, in one line. */
	label: (row: Row) => string;
	/** What is compared with what was typed. Default: the label. */
	compared?: (row: Row) => string;
	/** Adds to the rows of a page what the label needs besides. */
	complete?: (rows: Row[], source: Source) => Promise<Row[]>;
	/**
	 * How what was typed is looked for, the surest way first. Default: the label of each row is compared,
	 * for lists that BigCommerce documents no search for.
	 */
	ways?: (typed: string) => readonly Way[];
	/** Where the control panel shows a record, with `{id}`. */
	panel?: string;
}

/** A record whose parts are listed; it stands in a field beside the one that is searched. */
export interface Parent {
	/** BigCommerce's name of that field. */
	field: string;
	record: RecordKind;
	/** The filter that takes its ID, where the path does not hold it. */
	filter?: string;
}

/** One way to find what was typed. */
export interface Way {
	/** @param at what the page before gave as `next` */
	read: (source: Source, at: string | undefined) => Promise<Page>;
	/** Only tried when the ways before have found nothing. */
	isLastResort?: boolean;
}

export interface Page {
	rows: Row[];
	/** Where the next page begins; nothing on the last one. */
	next?: string;
	/** What was not looked through, for people. */
	note?: string;
	/** Why a part of the way could not be gone; thrown when nothing else finds anything. */
	failure?: ApiFailure;
}

/** A list of the store that is not the one being searched. */
export interface OtherList {
	endpoint: ReadEndpoint;
	scope?: Scope;
	query?: Query;
}

/** The list of one kind of record in one store, below one parent where it has one. */
export interface Source {
	readonly listing: RecordListing;
	/**
	 * @param at what the page before gave as `next`
	 * @throws ApiFailure
	 */
	page(query: Query, size: number, at?: string): Promise<Page>;
	/** The first page of another list. @throws ApiFailure */
	others(list: OtherList, size: number): Promise<Row[]>;
	/** Whether the row has what was typed in its name, or as its ID. */
	fits(row: Row, typed: string): boolean;
}
