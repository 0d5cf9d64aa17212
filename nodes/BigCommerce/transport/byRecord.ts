import type { FieldProblem, Problem } from './problemBody';
import { textOf } from './textOf';
import type { JsonObject, JsonValue } from './types';

/** `0.email`, `[0].email`, `items.0.sku`: the record's number, and the field within the record. */
const NUMBERED = /^\.?(?:(?:items?|settings?|data|records?|payload|body)\.?)?\[?(\d+)\]?(?:\.(.*))?$/i;

/** Where an error in full stands for a record, these are its words and these its ornaments. */
const WORDS = ['', 'title', 'message', 'detail'];
const ORNAMENTS = ['status', 'type', 'instance', 'code'];

export interface ByRecord {
	/** By the position of the record in the call; fields without its number. */
	byIndex: Map<number, Problem>;
	/** What is said of no record in particular. */
	rest: Problem;
}

/**
 * Shares out what a problem says among the records that it says it of.
 * @param recordCount records of the call
 * @param records the records themselves, for answers that repeat a record instead of its number
 */
export function splitByRecord(problem: Problem, recordCount: number, records: readonly JsonObject[]): ByRecord {
	const fields = new Map<number, FieldProblem[]>();
	const blame = (index: number, said: readonly FieldProblem[]) =>
		fields.set(index, [...(fields.get(index) ?? []), ...said]);
	const repeated = new Set<FieldProblem>();
	for (const { data, fields: said } of problem.records ?? []) {
		const index = records.findIndex((record) => isSame(record, data));
		if (index < 0) continue;
		blame(index, said);
		for (const field of said) repeated.add(field);
	}
	const left: FieldProblem[] = [];
	for (const entry of problem.fields) {
		const [, number, name] = NUMBERED.exec(entry.field) ?? [];
		if (number !== undefined && Number(number) < recordCount) blame(Number(number), [{ ...entry, field: name ?? '' }]);
		else if (!repeated.has(entry)) left.push(entry);
	}
	return {
		byIndex: new Map([...fields].map(([index, said]) => [index, problemOf(said)])),
		rest: { title: problem.title, more: problem.more, fields: left },
	};
}

function problemOf(said: readonly FieldProblem[]): Problem {
	const words = said.filter(({ field }) => WORDS.includes(field)).map(({ message }) => message);
	const [title, ...more] = new Set(words);
	const fields = said.filter(
		({ field }) => !WORDS.includes(field) && !(title !== undefined && ORNAMENTS.includes(field)),
	);
	return { title, more, fields };
}

/** Whether the answer repeats this record: it says the same wherever both say something plain. */
function isSame(record: JsonObject, repeated: JsonObject): boolean {
	const shared = Object.entries(repeated).filter(
		([name, value]) => Object.hasOwn(record, name) && isPlain(value) && isPlain(record[name]),
	);
	return shared.length > 0 && shared.every(([name, value]) => lower(record[name]) === lower(value));
}

const isPlain = (value: JsonValue | undefined): boolean => typeof value !== 'object';

const lower = (value: JsonValue | undefined): string => textOf(value).toLowerCase();
