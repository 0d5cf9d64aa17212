import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runChecks } from './check';
import { contentChecks } from './contents';
import { loadingChecks } from './loading';
import { manifestChecks } from './manifest';
import { pack } from './pack';
import { ruleChecks } from './rules';
import { run } from './run';

/**
 * Whether n8n would verify the package: builds and packs it, then holds the sources and the
 * unpacked tarball to the rules. Ends with the line "N passed, N failed".
 */
async function verify(): Promise<number> {
	const project = resolve(__dirname, '../..');
	const target = await mkdtemp(join(tmpdir(), 'n8n-nodes-bigcommerce-'));
	try {
		await run('npm', ['run', 'build'], project);
		const packed = await pack(project, target);
		const { passed, failed } = await runChecks([
			...ruleChecks(project, packed),
			...manifestChecks(packed.manifest),
			...contentChecks(project, packed),
			...loadingChecks(project, packed),
		]);
		console.log(`${passed} passed, ${failed} failed`);
		return failed === 0 ? 0 : 1;
	} catch (error) {
		console.log(error instanceof Error ? error.message : String(error));
		console.log('0 passed, 1 failed');
		return 1;
	} finally {
		await rm(target, { recursive: true, force: true });
	}
}

void verify().then((exitCode) => {
	process.exitCode = exitCode;
});
