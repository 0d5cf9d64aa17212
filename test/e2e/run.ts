import { parseArgs } from 'node:util';

import { runCLI } from 'jest';

import { buildPackage } from '../n8n/build';
import type { N8nLine } from '../n8n/versions';
import { N8N_VERSIONS, projectFolder } from '../n8n/versions';
import { LINE_VARIABLE } from './line';

const USAGE = `npm run test:e2e                 the package in n8n ${N8N_VERSIONS[2]} against the sandbox store
npm run test:e2e -- --line 1     in n8n ${N8N_VERSIONS[1]}; "both": one after the other
npm run test:e2e -- --only WORD  the tests whose name contains WORD`;

const LINES: Record<string, N8nLine[]> = { 1: [1], 2: [2], both: [2, 1] };

async function runLine(line: N8nLine, only: string | undefined): Promise<{ passed: number; failed: number }> {
	console.error(`\nn8n ${N8N_VERSIONS[line]}`);
	process.env[LINE_VARIABLE] = String(line);
	const { results } = await runCLI(
		{
			$0: 'jest',
			_: [],
			config: 'jest.e2e.config.js',
			runInBand: true,
			verbose: true,
			...(only === undefined ? {} : { testNamePattern: only }),
		},
		[projectFolder],
	);
	return { passed: results.numPassedTests, failed: results.numFailedTests + results.numRuntimeErrorTestSuites };
}

/** Ends with the line "N passed, N failed" on standard output. */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { line: { type: 'string', default: '2' }, only: { type: 'string' }, help: { type: 'boolean' } },
	});
	if (values.help) return console.log(USAGE);
	const lines = LINES[values.line];
	if (!lines) throw new Error(`--line takes 1, 2 or both, not ${values.line}`);
	buildPackage((message) => console.error(message));
	const total = { passed: 0, failed: 0 };
	for (const line of lines) {
		const { passed, failed } = await runLine(line, values.only);
		total.passed += passed;
		total.failed += failed;
	}
	// A run in which nothing was tested proves nothing.
	process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
	console.log(`${total.passed} passed, ${total.failed} failed`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	console.log('0 passed, 1 failed');
	process.exitCode = 1;
});
