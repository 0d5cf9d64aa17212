import type { Scope } from '../transport/scopes';
import type { JsonObject, Query } from '../transport/types';
import type { ReadEndpoint } from './endpoint';

/** A part of a record that is read by a call of its own when Include names it. */
export interface Part {
	/** The field that it comes in. */
	field: string;
	/** As the form shows it. */
	name: string;
	endpoint: ReadEndpoint;
	query?: Query;
	/** Any one of them. Default: the operation's. */
	scopes?: readonly Scope[];
}

/** What BigCommerce leaves out of a row that is too long, read by a call of its own. */
export interface Rest {
	endpoint: ReadEndpoint;
	/** The fields of the row that fill the `{…}` of the endpoint. */
	path: Readonly<Record<string, string>>;
	isMissing: (row: JsonObject) => boolean;
	/** @param rest the rows of the list that the endpoint gives */
	complete: (row: JsonObject, rest: readonly JsonObject[]) => JsonObject;
}
