import { execFileSync } from 'node:child_process';
import type { Log } from './install';
import { projectFolder } from './versions';

/** Builds the package as it is published, which is what n8n loads. @throws Error when it does not compile; why is on standard error */
export function buildPackage(log: Log): void {
	log('Building the package');
	// tsc reports on standard output, which belongs to the result of whoever builds.
	execFileSync('npm', ['run', '--silent', 'build'], { cwd: projectFolder, stdio: ['ignore', 2, 2] });
}
