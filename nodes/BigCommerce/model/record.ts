import type { Scope } from '../transport/scopes';
import type { ReadEndpoint } from './endpoint';

/** How the ID of a record is written. */
export type IdKind = 'id' | 'uuid' | 'text';

/** Finds records by a key: many keys travel in one filter. */
export interface LookUp {
	endpoint: ReadEndpoint;
	/** The filter that takes one key or, when it ends in `:in`, several; empty where the list takes none for it. */
	filter: string;
	/** The filter that takes one key as it is, for keys with a comma: that would split them in an `:in` filter. */
	exact?: string;
	/** The field of a row that holds the key. */
	row: string;
	/** The field of a row that holds the ID. Default `id`. */
	id?: string;
	scope: Scope;
}

/** Another way than its ID to name a record. */
export interface NaturalKey {
	/** Mode of the locator, for example `sku`. */
	mode: string;
	/** `By SKU`. */
	displayName: string;
	placeholder: string;
	find: LookUp;
}

/** A kind of record that a person picks: what locators and look-ups need to know of it. */
export interface RecordKind {
	/** For example `product`; the search behind its list has this name. */
	name: string;
	/** BigCommerce's own word, title case, singular. */
	displayName: string;
	idKind: IdKind;
	exampleId: string;
	keys?: readonly NaturalKey[];
	/** Addresses that show the record; the first group of `pattern` is its ID. */
	page?: { pattern: string; example: string };
}
