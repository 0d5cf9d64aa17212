import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../sandbox';

/**
 * Exchanges recorded from a live store, in the subfolder `recorded-answers` of the folder that
 * BIGCOMMERCE_FACTS_DIR names. They are not part of the project.
 */
const SUBFOLDER = 'recorded-answers';

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

/** Where facts of a kind lie, or why they are not there. */
export function factsFolder(subfolder: string): { folder: string } | { missing: string } {
	const facts = process.env['BIGCOMMERCE_FACTS_DIR'];
	if (!facts) return { missing: 'BIGCOMMERCE_FACTS_DIR is not set' };
	const folder = join(facts, subfolder);
	return existsSync(folder) ? { folder } : { missing: `BIGCOMMERCE_FACTS_DIR has no folder ${subfolder}` };
}

const found = factsFolder(SUBFOLDER);

/** Names of all recordings; none without the folder. */
export const recordedNames = (): string[] =>
	'missing' in found
		? []
		: readdirSync(found.folder)
				.filter((file) => file.endsWith('.json'))
				.map((file) => basename(file, '.json'))
				.sort();

/**
 * One recorded exchange.
 *
 * @throws Error without the folder, for a name that is not there, and for a file of another shape
 */
export function recordedAnswer(name: string): RecordedAnswer {
	if ('missing' in found) throw new Error(`No recording ${name}: ${found.missing}`);
	const text = readFileSync(join(found.folder, `${name}.json`), 'utf8');
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

let warned = false;

/** `describe` for tests that need the recordings; without them they show up as skipped, and say why. */
export function describeRecorded(name: string, define: () => void): void {
	if (!('missing' in found)) {
		describe(name, define);
		return;
	}
	if (!warned) {
		warned = true;
		const bar = '='.repeat(78);
		console.warn([bar, `TESTS AGAINST RECORDED ANSWERS SKIPPED: ${found.missing}.`, bar].join('\n'));
	}
	describe.skip(`${name} (SKIPPED: ${found.missing})`, define);
}
