import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Names the folder in which the facts lie that are not part of the project, each kind in a subfolder. */
export const FACTS_VARIABLE = 'BIGCOMMERCE_FACTS_DIR';

/** The subfolders, each with what it holds and what is not tested without it. */
export const FACTS = {
	'bigcommerce-openapi': {
		holds: 'the `reference` folder of a clone of https://github.com/bigcommerce/docs',
		tests: "requests and answers are not held to BigCommerce's OpenAPI files",
	},
	'recorded-answers': {
		holds: 'exchanges recorded from a live store',
		tests: 'the sandbox store is not compared with a live one',
	},
	cases: {
		holds: 'rows that people feed into a store',
		tests: 'such rows are not run',
	},
} as const;

export type FactsName = keyof typeof FACTS;

/** The folder of one kind of facts; `undefined` where it is not there, and `whyMissing` says why. */
export function factsFolder(name: FactsName): string | undefined {
	const facts = process.env[FACTS_VARIABLE];
	if (!facts) return undefined;
	const folder = resolve(facts, name);
	return existsSync(folder) ? folder : undefined;
}

/** Why there are no facts of this kind, in a few words for the names of skipped tests; `undefined` where there are. */
export function whyMissing(name: FactsName): string | undefined {
	const facts = process.env[FACTS_VARIABLE];
	if (!facts) return `${FACTS_VARIABLE} is not set`;
	if (!existsSync(facts)) return `${FACTS_VARIABLE} names a folder that does not exist: ${facts}`;
	return existsSync(join(facts, name)) ? undefined : `${FACTS_VARIABLE} has no subfolder ${name}`;
}

/**
 * `describe` for tests that need facts from outside the project. Without them the tests show up as skipped,
 * under a name that says why; `facts.test.ts` says it once and loudly for all of them.
 *
 * @param define defines the tests; without facts it gets a folder that does not exist
 */
export function describeWithFacts(name: FactsName, title: string, define: (folder: string) => void): void {
	const reason = whyMissing(name);
	if (reason === undefined) describe(title, () => define(factsFolder(name) ?? ''));
	else describe.skip(`${title} (SKIPPED: ${reason})`, () => define(''));
}

/** What to say, loudly, about everything that is missing; one text for each missing thing. */
export function announcements(): string[] {
	const missing = (Object.keys(FACTS) as FactsName[]).filter((name) => whyMissing(name) !== undefined);
	const [first] = missing;
	if (first === undefined) return [];
	const facts = process.env[FACTS_VARIABLE];
	if (!facts || !existsSync(facts)) {
		const lines = missing.map((name) => `  ${name}: ${FACTS[name].holds}`);
		return [banner(`TESTS SKIPPED: ${whyMissing(first)}.`, 'It is to name a folder with these subfolders:', ...lines)];
	}
	return missing.map((name) =>
		banner(`TESTS SKIPPED: ${whyMissing(name)}.`, `So ${FACTS[name].tests}. It is to hold ${FACTS[name].holds}.`),
	);
}

function banner(...lines: readonly string[]): string {
	const bar = '='.repeat(78);
	return [bar, ...lines, bar, ''].join('\n');
}
