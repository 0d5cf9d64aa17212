import { ApiFailure } from '../transport/failure';

/** What went wrong, in one line for the log. */
export function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const more = error instanceof ApiFailure && error.description ? ` (${error.description.replaceAll('\n', '; ')})` : '';
	return `${error.message}${more}`;
}
