import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../sandbox';
import { describeWithFacts, factsFolder, whyMissing } from '../support/facts';

/** Exchanges recorded from a live store; they are not part of the project. */
const NAME = 'recorded-answers';

const Recording = z.object({
	method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
	/** As after `/stores/{hash}`, without the query. */
	path: z.string().startsWith('/v'),
	query: z.record(z.string()),
	/** null for none. */
	body: z.unknown(),
	status: z.number().int(),
	headers: z.record(z.string()),
	/** null for none. */
	answer: z.unknown(),
});

export interface RecordedAnswer extends z.output<typeof Recording> {
	/** Of its file, without the ending: `list-brands`. */
	name: string;
}

/** Names of all recordings; none without the folder. */
export const recordedNames = (): string[] => {
	const folder = factsFolder(NAME);
	if (folder === undefined) return [];
	return readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.map((file) => basename(file, '.json'))
		.sort();
};

/**
 * One recorded exchange.
 *
 * @throws Error without the folder, for a name that is not there, and for a file of another shape
 */
export function recordedAnswer(name: string): RecordedAnswer {
	const folder = factsFolder(NAME);
	if (folder === undefined) throw new Error(`No recording ${name}: ${whyMissing(NAME)}`);
	const text = readFileSync(join(folder, `${name}.json`), 'utf8');
	return { name, ...Recording.parse(JSON.parse(text)) };
}

/**
 * The recording as a stub: what `store.faults.next()` takes, so that the sandbox store gives the
 * recorded answer to the recorded call, headers included, instead of its own.
 */
export function asStub({ method, path, status, answer, headers }: RecordedAnswer): Fault {
	const { 'content-type': _type, ...others } = headers;
	return { match: { method, path }, status, headers: others, ...(answer !== null && { body: answer }) };
}

/** `describe` for tests that need the recordings; without them they show up as skipped, and say why. */
export const describeRecorded = (name: string, define: () => void): void => describeWithFacts(NAME, name, define);
