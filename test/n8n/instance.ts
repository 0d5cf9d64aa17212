import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnGuarded, type GuardedProcess } from './guardedProcess';
import { ensureN8n, type Log, type N8nRuntime } from './install';
import { poll } from './poll';
import { N8N_VERSIONS, isLine1, projectFolder, type N8nVersion } from './versions';

export interface N8nOptions {
	/** Which n8n; the 2.x line by default. */
	version?: N8nVersion;
	/** Where n8n keeps its database and settings. By default a temporary folder, which `stop()` removes. */
	userFolder?: string;
	/** Folder of the node package to load: this project by default; its dist/ must be built. */
	packageFolder?: string;
	/** Port on 127.0.0.1; a free one by default. */
	port?: number;
	/** The public URL n8n builds webhook destinations and OAuth callbacks from; its own URL by default. */
	webhookUrl?: string;
	/** Further environment variables of the n8n process. */
	env?: Record<string, string>;
	/** Receives what the start-up is doing; silent by default. */
	log?: Log;
}

const READY_TIMEOUT_MS = 180_000;
/** n8n itself waits up to 30 s for what runs. */
const GRACE_MS = 35_000;

/** Starts the pinned n8n (installing it if absent) with the package loaded, and returns once its REST interface answers. */
export async function startN8n(options: N8nOptions = {}): Promise<N8nInstance> {
	const log = options.log ?? (() => undefined);
	const version = options.version ?? N8N_VERSIONS[2];
	const runtime = await ensureN8n(version, log);
	const userFolder = options.userFolder ?? (await mkdtemp(join(tmpdir(), 'n8n-user-')));
	const port = options.port ?? (await freePort());
	const instance = new N8nInstance(runtime, { ...options, log, version, userFolder, port }, !options.userFolder);
	await instance.start();
	return instance;
}

type ResolvedOptions = N8nOptions & Required<Pick<N8nOptions, 'log' | 'version' | 'userFolder' | 'port'>>;

/** One n8n process on the loopback address. It ends with the process that started it, however that ends. */
export class N8nInstance {
	readonly version: N8nVersion;
	/** Where the editor and the REST interface are, without a slash at the end. */
	readonly url: string;
	readonly port: number;
	readonly userFolder: string;
	/** n8n's own output of all starts. */
	readonly logFile: string;
	#process: GuardedProcess | undefined;
	readonly #companions: GuardedProcess[] = [];

	constructor(
		private readonly runtime: N8nRuntime,
		private readonly options: ResolvedOptions,
		private readonly temporary: boolean,
	) {
		this.version = options.version;
		this.port = options.port;
		this.url = `http://127.0.0.1:${options.port}`;
		this.userFolder = options.userFolder;
		this.logFile = join(options.userFolder, 'n8n.log');
	}

	/** Starts n8n with the package as it is built now and waits until it answers. @throws Error with the end of its log when it ends or stays silent */
	async start(): Promise<void> {
		if (this.#process?.running()) throw new Error('This n8n is already running.');
		await placePackage(this.options.packageFolder ?? projectFolder, this.userFolder);
		const started = spawnGuarded({
			command: this.runtime.node,
			args: [this.runtime.n8n, 'start'],
			graceMs: GRACE_MS,
			cwd: this.userFolder,
			env: await this.#environment(),
			logFile: this.logFile,
		});
		this.#process = started;
		this.options.log(`n8n ${this.version}: starting on ${this.url}`);
		try {
			await poll(`n8n ${this.version} to answer on ${this.url}`, READY_TIMEOUT_MS, async () => {
				if (!started.running()) throw new Error(`n8n ended with ${await started.exited}.`);
				return (await this.#answers()) || undefined;
			});
		} catch (error) {
			await started.stop();
			const tail = this.readLog().trimEnd().split('\n').slice(-20).join('\n');
			throw new Error(`${(error as Error).message} The end of ${this.logFile}:\n${tail}`);
		}
		this.options.log(`n8n ${this.version}: ready`);
	}

	/**
	 * Starts one more process of this n8n, as queue mode has them, and returns once it answers. It ends with `stop()`.
	 * @returns its address, without a slash at the end
	 */
	async startCompanion(command: 'webhook' | 'worker'): Promise<string> {
		const port = String(await freePort());
		const started = spawnGuarded({
			command: this.runtime.node,
			args: [this.runtime.n8n, command],
			cwd: this.userFolder,
			env: {
				...(await this.#environment()),
				N8N_PORT: port,
				QUEUE_HEALTH_CHECK_ACTIVE: 'true',
				QUEUE_HEALTH_CHECK_PORT: port,
			},
			logFile: this.logFile,
		});
		this.#companions.push(started);
		const url = `http://127.0.0.1:${port}`;
		await poll(`n8n's ${command} process`, READY_TIMEOUT_MS, async () => {
			if (!started.running()) throw new Error(`The ${command} process ended with ${await started.exited}.`);
			const response = await fetch(`${url}/healthz/readiness`).catch(() => undefined);
			return response?.ok || undefined;
		});
		this.options.log(`n8n ${this.version}: ${command} process ready on ${url}`);
		return url;
	}

	/** Ends n8n gracefully (SIGTERM, then SIGKILL) and removes its folder if that was temporary. */
	async stop(): Promise<void> {
		for (const companion of this.#companions) await companion.stop();
		await this.#process?.stop();
		if (this.temporary) await rm(this.userFolder, { recursive: true, force: true });
	}

	/** Ends n8n and starts it again with the same folder and port; `env` is added to its environment. */
	async restart(env: Record<string, string> = {}): Promise<void> {
		await this.#process?.stop();
		this.options.env = { ...this.options.env, ...env };
		await this.start();
	}

	/** What n8n has printed so far. */
	readLog(): string {
		return existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8') : '';
	}

	/** Resolves with the first log line that matches; looks at what was printed before, too. */
	async waitForLog(pattern: RegExp, timeoutMs = 15_000): Promise<string> {
		return await poll(`a log line like ${pattern}`, timeoutMs, () =>
			this.readLog()
				.split('\n')
				.find((line) => pattern.test(line)),
		);
	}

	/** n8n 2 answers this with a status of its own until its database migrations are done. */
	async #answers(): Promise<boolean> {
		const response = await fetch(`${this.url}/rest/settings`).catch(() => undefined);
		return response?.ok === true && (response.headers.get('content-type') ?? '').includes('json');
	}

	async #environment(): Promise<Record<string, string>> {
		return {
			...inheritedEnvironment(),
			N8N_USER_FOLDER: this.userFolder,
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_PORT: String(this.port),
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			WEBHOOK_URL: `${(this.options.webhookUrl ?? this.url).replace(/\/$/, '')}/`,
			N8N_DIAGNOSTICS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
			N8N_TEMPLATES_ENABLED: 'false',
			N8N_PERSONALIZATION_ENABLED: 'false',
			N8N_HIRING_BANNER_ENABLED: 'false',
			N8N_VERIFIED_PACKAGES_ENABLED: 'false',
			N8N_SECURE_COOKIE: 'false',
			NO_COLOR: '1',
			// Asks a server of n8n's for a list; the module does not exist in the 1.x line.
			...(!isLine1(this.version) && { N8N_DISABLED_MODULES: 'mcp-registry' }),
			...this.options.env,
		};
	}
}

/** The variables of this machine that any program needs; a developer's own n8n settings stay out. */
function inheritedEnvironment(): Record<string, string> {
	const { PATH = '', HOME = tmpdir(), LANG = 'C.UTF-8', TZ = 'UTC' } = process.env;
	return { PATH, HOME, LANG, TZ };
}

/**
 * Puts the package where n8n looks for nodes under development; they then appear as `CUSTOM.<name>`.
 *
 * A copy of what is published, not a link to the project: n8n loads every file below that is called *.node.js, which in
 * a project means those in node_modules, too. And a copy finds n8n-workflow and zod in n8n, as an installed package does.
 */
async function placePackage(packageFolder: string, userFolder: string): Promise<void> {
	if (!existsSync(join(packageFolder, 'dist'))) {
		throw new Error(`There is no dist in ${packageFolder}. Build the package first: npm run build`);
	}
	const place = join(userFolder, '.n8n', 'custom', 'node_modules', 'n8n-nodes-bigcommerce');
	await rm(place, { recursive: true, force: true });
	for (const part of ['package.json', 'dist']) {
		await cp(join(packageFolder, part), join(place, part), { recursive: true });
	}
}

/** A port of 127.0.0.1 that nobody uses now. */
export async function freePort(): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
