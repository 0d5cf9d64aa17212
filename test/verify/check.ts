/** One thing that must be true of the package. `run` returns what is wrong, one line each. */
export interface Check {
	name: string;
	run: () => string[] | Promise<string[]>;
}

/** Runs the checks in order and prints one line each. Returns how many passed and failed. */
export async function runChecks(checks: Check[]): Promise<{ passed: number; failed: number }> {
	const failed: string[] = [];
	for (const { name, run } of checks) {
		const findings = await findingsOf(run);
		console.log(`${findings.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
		for (const finding of findings) console.log(`         ${finding}`);
		if (findings.length > 0) failed.push(name);
	}
	return { passed: checks.length - failed.length, failed: failed.length };
}

/** A check that throws has found something: what it threw. */
async function findingsOf(run: Check['run']): Promise<string[]> {
	try {
		return await run();
	} catch (error) {
		return [error instanceof Error ? error.message : String(error)];
	}
}
