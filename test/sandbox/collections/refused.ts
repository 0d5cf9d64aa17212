import { invalidFields, problem, type ApiError, type ProblemStyle } from '../core/errors';
import type { Failure, Problems } from './declaration';

/** Why an input is not taken, before it has the shape of an answer. */
export class Refused extends Error {
	constructor(
		/** 'invalid': 422 in v3, 400 in v2. */
		readonly status: number | 'invalid',
		readonly title: string | undefined,
		readonly problems: Problems,
	) {
		super(title ?? Object.values(problems)[0]);
	}

	/** As the answer to a call with one record. */
	answer(style: ProblemStyle): ApiError {
		if (this.status === 'invalid') return invalidFields(style, this.problems, this.title);
		return problem(style, this.status, this.message, this.problems);
	}

	/** As one row of a batch. */
	failure(index: number): Failure {
		const status = this.status === 'invalid' ? 422 : this.status;
		return { index, status, title: this.message, errors: this.problems };
	}
}

/** A batch that is refused whole: the rows' errors by `index.field`. */
export function refusedBatch(failures: readonly Failure[], style: ProblemStyle, title?: string): ApiError {
	const errors = failures.flatMap(({ index, errors: problems }) =>
		Object.entries(problems).map(([field, message]) => [`${index}.${field}`, message] as const),
	);
	const [first] = failures;
	return problem(
		style,
		first?.status ?? 422,
		title ?? (first?.status === 422 ? 'The batch is not valid.' : (first?.title ?? '')),
		Object.fromEntries(errors),
	);
}
