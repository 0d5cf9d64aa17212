import { splitByRecord } from './byRecord';
import type { LabelOf, Words } from './failure';
import { ApiFailure } from './failure';
import { fieldsInWords } from './fieldWords';
import { namedValues } from './namedValues';
import type { Problem } from './problemBody';
import type { JsonObject } from './types';

/** Whom a refused batch blames. */
export interface Blame {
	/** The call itself is at fault (its path, its scope, what all records share): no smaller batch fares better. */
	isAboutCall: boolean;
	/** Positions of the records that are blamed, ascending; empty where the answer names none. */
	records: number[];
}

const CALL: Blame = { isAboutCall: true, records: [] };

/** Statuses that are not about single records. */
const ABOUT_CALL = [401, 403, 405, 406, 415, 423, 429];

/**
 * Finds out which records of a refused batch are to blame: by their numbers in the names of fields, by records
 * that the answer repeats, or by values that its words name (an unknown SKU, an email in use).
 * @param records as they were sent, in the order of the call
 */
export function blamedRecords({ kind, status, details }: ApiFailure, records: readonly JsonObject[]): Blame {
	const { problem } = details;
	if (kind !== 'refused' || status === undefined || status >= 500 || ABOUT_CALL.includes(status) || !problem)
		return CALL;
	const numbered = [...splitByRecord(problem, records.length, records).byIndex.keys()];
	if (numbered.length > 0) return { isAboutCall: false, records: numbered.sort((a, b) => a - b) };
	const { found, isShared } = recordsNamed(problem, records);
	// Without a record of its own, 404 is about the path.
	return isShared || (found.length === 0 && status === 404) ? CALL : { isAboutCall: false, records: found };
}

/** Fields that can tell records apart, or that records refer to others by. */
const NAMING = /(^|_)(id|uuid|sku|email|name|code|key|value)$/;

/** Words of a refusal that say which field of the records a value is of. */
const NOUNS = ['location', 'product', 'variant', 'sku', 'email', 'customer', 'category', 'price list', 'currency'];

/** Records that have a value which the words name; where the words say of what, in such a field. */
function recordsNamed(problem: Problem, records: readonly JsonObject[]): { found: number[]; isShared: boolean } {
	const values = new Set(namedValues(problem).map((value) => value.toLowerCase()));
	const text = [problem.title, ...problem.more, ...problem.fields.map(({ message }) => message)]
		.join(' ')
		.toLowerCase();
	const nouns = NOUNS.filter((noun) => text.includes(noun)).map((noun) => noun.replace(' ', '_'));
	const leaves = records.map((record) => namingLeaves(record));
	const isMeant = ([name]: Leaf) => nouns.some((noun) => name.includes(noun));
	const isOfNoun = leaves.some((each) => each.some(isMeant));
	const found = leaves.flatMap((each, index) =>
		each.some((leaf) => (!isOfNoun || isMeant(leaf)) && values.has(leaf[1])) ? [index] : [],
	);
	const shared = new Set(leaves.map((each) => JSON.stringify(each.filter(([name]) => name.includes('location')))));
	const isShared =
		nouns.includes('location') && found.length === records.length && found.length > 1 && shared.size === 1;
	return { found, isShared };
}

type Leaf = [name: string, value: string];

/** Names and values of a record that may be named in a refusal, those of objects in it too. */
function namingLeaves(record: JsonObject): Leaf[] {
	return Object.entries(record).flatMap(([name, value]): Leaf[] => {
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) return namingLeaves(value);
		const isPlain = typeof value === 'string' || typeof value === 'number';
		return isPlain && NAMING.test(name) ? [[name, String(value).toLowerCase()]] : [];
	});
}

/** The failure of a whole batch as that of one of its records: only what is said of that record. */
export function failureOfRecord(failure: ApiFailure, index: number, records: readonly JsonObject[]): ApiFailure {
	const { problem } = failure.details;
	const own = problem && splitByRecord(problem, records.length, records).byIndex.get(index);
	if (!own) return failure;
	const wordsWith = (labelOf?: LabelOf): Words => {
		const fields = fieldsInWords(own.fields, { body: records[index] ?? null }, labelOf);
		return {
			message: `BigCommerce did not accept the values: ${[own.title, fields].filter(Boolean).join(': ')}`,
			description: 'Correct the values that are named.',
		};
	};
	const { message, description } = wordsWith();
	return new ApiFailure(failure.kind, message, description, { ...failure.details, problem: own, wordsWith });
}
