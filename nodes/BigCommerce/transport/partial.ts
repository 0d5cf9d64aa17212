import { splitByRecord } from './byRecord';
import type { LabelOf } from './failure';
import { fieldsInWords } from './fieldWords';
import type { Problem } from './problemBody';
import { readProblem } from './problemBody';
import { clause } from './sentences';
import type { ApiResponse, JsonObject } from './types';

export type { Blame } from './blame';
export { blamedRecords, failureOfRecord } from './blame';
export { namedValues } from './namedValues';

/** What an answer of success says was not done. */
export interface PartialResult {
	/** By the position of the record in the call. */
	byIndex: Map<number, Problem>;
	/** What it says of no record in particular; also there when it says only that something failed. */
	general?: Problem;
	/** How many records failed, where the answer counts them; never 0. */
	failed?: number;
}

/**
 * Reads what an answer of success says was not done: status 207, errors beside the data, counts.
 * @param recordCount records that the call carried; what is said of a call with one record is said of it
 * @param records the records themselves, for answers that repeat a record instead of its number
 */
export function readPartial(
	{ status, body }: Pick<ApiResponse, 'status' | 'body'>,
	recordCount: number,
	records: readonly JsonObject[] = [],
): PartialResult {
	const failed = failedOf(body);
	const counted = failed === undefined ? {} : { failed };
	const problem = readProblem(isObject(body) ? errorsIn(body) : undefined);
	if (isSilent(problem)) {
		const isPartial = status === 207 || failed !== undefined;
		return { byIndex: new Map(), ...counted, ...(isPartial ? { general: unexplained(failed) } : {}) };
	}
	const { byIndex, rest } = splitByRecord(problem, recordCount, records);
	if (recordCount === 1) {
		const fields = [...(byIndex.get(0)?.fields ?? []), ...rest.fields];
		const more = [...(byIndex.get(0)?.title === undefined ? [] : [byIndex.get(0)!.title!]), ...rest.more];
		return { byIndex: new Map([[0, { title: rest.title ?? more.shift(), more, fields }]]), ...counted };
	}
	const isExplained = byIndex.size > 0 && rest.fields.length === 0 && (failed ?? 0) <= byIndex.size;
	return { byIndex, ...counted, ...(isExplained ? {} : { general: rest }) };
}

const unexplained = (failed: number | undefined): Problem => ({
	title:
		failed === undefined
			? 'BigCommerce says that it did only part of it, but not which part'
			: `BigCommerce says that ${failed} failed, but not why`,
	more: [],
	fields: [],
});

const isSilent = ({ title, fields }: Problem): boolean => title === undefined && fields.length === 0;

/** The parts of an answer that speak of errors; its data may have titles and details, too. */
function errorsIn({ errors, batch_errors, field_errors, data }: Record<string, unknown>): Record<string, unknown> {
	return { errors, batch_errors, ...(field_errors === undefined ? {} : { field_errors, data }) };
}

function failedOf(body: unknown): number | undefined {
	const { total, success, failed } = isObject(body) && isObject(body.meta) ? body.meta : {};
	if (typeof failed === 'number') return failed > 0 ? failed : undefined;
	return typeof total === 'number' && typeof success === 'number' && total > success ? total - success : undefined;
}

/**
 * A problem in words, with field, value and reason, for a record that was not saved.
 * @param record what was sent, for the values
 */
export function problemInWords(problem: Problem, record?: JsonObject, labelOf?: LabelOf): string {
	const fields = fieldsInWords(problem.fields, record ? { body: record } : {}, labelOf);
	const title = clause(problem.title ?? '');
	return [title !== '' && !fields.includes(title) ? title : '', fields].filter(Boolean).join(': ');
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
