import { announcements, FACTS, factsFolder, FACTS_VARIABLE, whyMissing, type FactsName } from '../support/facts';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Here and nowhere else, so that a run of all tests says it once; plainly, since console.warn adds a stack trace.
for (const text of announcements()) process.stderr.write(text);

const names = Object.keys(FACTS) as FactsName[];

describe('Facts outside the project', () => {
	const before = process.env[FACTS_VARIABLE];
	let folder = '';

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'facts-'));
	});

	afterEach(() => {
		rmSync(folder, { recursive: true });
		if (before === undefined) delete process.env[FACTS_VARIABLE];
		else process.env[FACTS_VARIABLE] = before;
	});

	it('are announced as missing in one text when the variable is not set', () => {
		delete process.env[FACTS_VARIABLE];
		expect(announcements()).toEqual([expect.stringContaining(`${FACTS_VARIABLE} is not set`)]);
		for (const name of names) {
			expect(announcements()[0]).toContain(name);
			expect(factsFolder(name)).toBeUndefined();
			expect(whyMissing(name)).toBe(`${FACTS_VARIABLE} is not set`);
		}
	});

	it('are announced as missing in one text when the variable names no folder', () => {
		process.env[FACTS_VARIABLE] = join(folder, 'elsewhere');
		expect(announcements()).toEqual([expect.stringContaining(join(folder, 'elsewhere'))]);
		expect(whyMissing('cases')).toContain('does not exist');
		expect(factsFolder('cases')).toBeUndefined();
	});

	it('are announced one by one, each missing subfolder by its name', () => {
		process.env[FACTS_VARIABLE] = folder;
		mkdirSync(join(folder, 'bigcommerce-openapi'));
		expect(announcements()).toEqual([
			expect.stringContaining('has no subfolder recorded-answers'),
			expect.stringContaining('has no subfolder cases'),
		]);
		expect(factsFolder('bigcommerce-openapi')).toBe(join(folder, 'bigcommerce-openapi'));
		expect(whyMissing('bigcommerce-openapi')).toBeUndefined();
		expect(factsFolder('cases')).toBeUndefined();
	});

	it('are not announced when all are there', () => {
		process.env[FACTS_VARIABLE] = folder;
		for (const name of names) mkdirSync(join(folder, name));
		expect(announcements()).toEqual([]);
	});
});
