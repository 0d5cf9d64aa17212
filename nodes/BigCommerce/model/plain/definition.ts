import type { Scope } from '../../transport/scopes';
import type { Query } from '../../transport/types';
import type { Field } from '../field';
import type { Simplified } from '../item';
import type { CallOperation, ListOperation, Operation, ReadBack } from '../operation';
import { article, inSentence, pluralOf } from '../words';

export type Plain = 'create' | 'get' | 'getAll' | 'update' | 'delete' | 'count' | 'upsert';

/** A plain resource: what its operations have in common. Words come from its singular and plural. */
export interface Crud {
	value: string;
	/** BigCommerce's own word, title case: `Blog Post`. */
	name: string;
	/** Default: by the rules of English. */
	plural?: string;
	/** One sentence about the resource. */
	description: string;
	/** Path of the collection; `{…}` are its parents: `/v2/orders/{order_id}/shipments`. */
	collection: `/v${2 | 3}/${string}`;
	/** Fields of the parents in the path. */
	parents?: readonly Field[];
	/** The field of the path that names one record; BigCommerce's name of it. */
	key: Field;
	/** The filter of the list that takes IDs, for collections in which no path names a single record. */
	readBy?: string;
	/**
	 * Writes go to the collection, several records with each call. `match`: the fields by which a row of the
	 * answer finds the new record that it is.
	 */
	batches?: { match: readonly string[] };
	/** Fields that a PUT wants even where they do not change; they are read before. */
	keep?: readonly string[];
	scope: Scope | readonly Scope[];
	/** Which of the seven there are. Default: create, get, getAll, update, delete. */
	has?: readonly Plain[];
	/** What a new record must have, one with `showFor` beside certain values of others; an update offers it at any time. */
	required?: readonly Field[];
	/** What a new record may have. */
	optional?: readonly Field[];
	/** What only creating takes, or only updating. */
	newOnly?: readonly Field[];
	changesOnly?: readonly Field[];
	shapeBody?: CallOperation['shapeBody'];
	filters?: readonly Field[];
	/** What counting can be narrowed by: most counts of BigCommerce take no filter, and pass over it in silence. */
	countFilters?: readonly Field[];
	sort?: Field;
	include?: Field;
	fixedQuery?: Query;
	shapeQuery?: ListOperation['shapeQuery'];
	/** What of a record may be seen, in every output. */
	shown?: ListOperation['shown'];
	/** Body fields that find an existing record, and the filter of the list that takes them. */
	naturalKey?: { fields: readonly string[]; filter?: string };
	simplify?: readonly Simplified[];
	/** Descriptions in place of the derived ones. */
	says?: Partial<Record<Plain, string>>;
	/** Operations of its own, in place of a plain one of the same value or besides them. */
	special?: readonly Operation[];
}

export const singular = ({ name }: Crud): string => inSentence(name);
export const many = ({ name, plural }: Crud): string => plural ?? pluralOf(inSentence(name));
export const one = (of: Crud): string => `${article(singular(of))} ${singular(of)}`;

/** Path of a single record. */
export const item = ({ collection, key }: Crud): `/v${2 | 3}/${string}` => `${collection}/{${key.name}}`;

export const readBackOf = (of: Crud): ReadBack =>
	of.readBy === undefined ? { endpoint: `GET ${item(of)}` } : { endpoint: `GET ${of.collection}`, filter: of.readBy };

/** What every operation has that returns records. */
export const shared = ({ scope, fixedQuery, shown, simplify }: Crud) => ({
	scope,
	...(fixedQuery ? { fixedQuery } : {}),
	...(shown ? { shown } : {}),
	...(simplify ? { simplify } : {}),
});
