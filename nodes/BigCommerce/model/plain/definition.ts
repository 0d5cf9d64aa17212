import type { Scope } from '../../transport/scopes';
import type { Method, Query } from '../../transport/types';
import type { Chosen, Endpoint } from '../endpoint';
import { isByField } from '../endpoint';
import type { Field } from '../field';
import type { Simplified } from '../item';
import type { CallOperation, ListOperation, Operation, ReadBack } from '../operation';
import { article, inSentence, pluralOf } from '../words';

export type Plain = 'create' | 'get' | 'getAll' | 'update' | 'delete' | 'count' | 'upsert';

type Path = `/v${2 | 3}/${string}`;

/** A plain resource: what its operations have in common. Words come from its singular and plural. */
export interface Crud {
	value: string;
	/** BigCommerce's own word, title case: `Blog Post`. */
	name: string;
	/** Default: by the rules of English. */
	plural?: string;
	/** One sentence about the resource. */
	description: string;
	/**
	 * Path of the collection; `{…}` are its parents: `/v2/orders/{order_id}/shipments`. Or one for each value of
	 * a field among `options`, such as the kind of owner; then there is neither `readBy` nor `batches`.
	 */
	collection: Chosen<Path>;
	/** Fields of the parents in the path. */
	parents?: readonly Field[];
	/** Fields of every operation that are not sent: what chooses the collection. */
	options?: readonly Field[];
	/** The field of the path that names one record; BigCommerce's name of it. */
	key: Field;
	/**
	 * The filter of the list that takes IDs, for collections in which no path names a single record; empty where
	 * the list takes none and is read whole.
	 */
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
	/** Names of required fields that stay as they are for good: no update offers them. */
	fixed?: readonly string[];
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

const atAll = <M extends Method>({ collection }: Crud, make: (path: Path) => Endpoint<M>): Chosen<Endpoint<M>> =>
	isByField(collection)
		? {
				byField: collection.byField,
				of: Object.fromEntries(Object.entries(collection.of).map(([value, path]) => [value, make(path)])),
			}
		: make(collection);

/** The endpoint of the collection. */
export const onAll = <M extends Method>(method: M, of: Crud): Chosen<Endpoint<M>> =>
	atAll(of, (path) => `${method} ${path}` as Endpoint<M>);

/** The endpoint of a single record. */
export const onOne = <M extends Method>(method: M, of: Crud): Chosen<Endpoint<M>> =>
	atAll(of, (path) => `${method} ${path}/{${of.key.name}}` as Endpoint<M>);

/** The endpoint of the collection where there is but one. */
export function onTheOnly<M extends Method>(method: M, { name, collection }: Crud): Endpoint<M> {
	if (isByField(collection)) throw new RangeError(`${name} has several collections`);
	return `${method} ${collection}` as Endpoint<M>;
}

export const readBackOf = (of: Crud): ReadBack =>
	of.readBy === undefined ? { endpoint: onOne('GET', of) } : { endpoint: onTheOnly('GET', of), filter: of.readBy };

/** What every operation has that returns records. */
export const shared = ({ scope, options, fixedQuery, shown, simplify }: Crud) => ({
	scope,
	...(options ? { options } : {}),
	...(fixedQuery ? { fixedQuery } : {}),
	...(shown ? { shown } : {}),
	...(simplify ? { simplify } : {}),
});
