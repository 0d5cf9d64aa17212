import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Runs a program and returns what it printed.
 * @throws Error with everything the program printed, when it fails.
 */
export async function run(program: string, args: string[], cwd: string): Promise<string> {
	try {
		return (await execute(program, args, { cwd, maxBuffer: 64 * 1024 * 1024 })).stdout;
	} catch (error) {
		const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
		throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}${stderr}`.trim(), {
			cause: error,
		});
	}
}
