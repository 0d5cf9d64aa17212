import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { buildPackage } from '../n8n/build';
import type { N8nVersion } from '../n8n/versions';
import { N8N_VERSIONS } from '../n8n/versions';
import type { ExactlyOnce } from './deliveries/exactlyOnce';
import { exactlyOnce } from './deliveries/exactlyOnce';
import { closeConnections } from './deliveries/load';
import { betweenProcesses } from './deliveries/processes';
import type { Kind } from './deliveries/speed';
import { compareSpeed, KINDS } from './deliveries/speed';
import type { Receiver, World } from './deliveries/world';
import { bareWorkflow, headerAuth, inWorld, triggerWorkflow, webhookWorkflow } from './deliveries/world';

const USAGE = `npm run bench:deliveries                    the trigger under load; writes test/bench/deliveries.json
npm run bench:deliveries -- --events N       how many events are delivered around the restart (default 5000)
npm run bench:deliveries -- --rounds N       how often each speed is measured (default 4; 0 leaves them out)
npm run bench:deliveries -- --only PART      main (restart and speeds) | lazy (speeds with n8n's expression engine
                                             started on demand) | processes (queue mode; needs redis-server)
npm run bench:deliveries -- --line 1         in n8n ${N8N_VERSIONS[1]}; writes nothing`;

const ROUND_MS = 6000;
const PROCESS_EVENTS = 20;
const LAZY_ENGINE = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };
const NAMES: Record<Kind, string> = {
	webhook: "n8n's Webhook",
	headerAuth: "n8n's Webhook with Header Auth",
	bare: 'a trigger that does nothing',
	trigger: 'BigCommerce Trigger',
};
const RESULT = join(__dirname, 'deliveries.json');

const load = (): number => Number(loadavg()[0]?.toFixed(2));
const round = (value: number): number => Math.round(value * 10) / 10;
const ratio = (ours: number, theirs: number): number => Math.round((ours / theirs) * 100) / 100;

interface Settings {
	version: N8nVersion;
	events: number;
	rounds: number;
}

/** Delivers around a restart first: the speeds are then measured with a full ledger. */
async function inOneProcess({ version, events, rounds }: Settings): Promise<Record<string, object>> {
	return await inWorld({ version }, async (world) => {
		const trigger = await triggerWorkflow(world);
		const once = await exactlyOnce(world, trigger.workflowId, events);
		return { once, ...(rounds > 0 && { speed: await speeds(world, trigger, rounds) }) };
	});
}

/** With n8n's expression engine started only where an expression needs it, which is not its default. */
async function withLazyEngine({ version, rounds }: Settings): Promise<Record<string, object>> {
	return await inWorld({ version, env: LAZY_ENGINE }, async (world) => ({
		speedWithLazyEngine: await speeds(world, await triggerWorkflow(world), rounds),
	}));
}

async function speeds(world: World, trigger: Receiver, rounds: number): Promise<object> {
	const receivers = {
		trigger,
		webhook: await webhookWorkflow(world),
		headerAuth: await webhookWorkflow(world, await headerAuth(world)),
		bare: await bareWorkflow(world),
	};
	const speed = await compareSpeed(world, receivers, { count: rounds, ms: ROUND_MS });
	const rows = KINDS.map((kind) => ({
		node: NAMES[kind],
		'executions/s': round(speed[kind].saturation),
		'p50 ms': round(speed[kind].p50),
		'p99 ms': round(speed[kind].p99),
		failures: speed[kind].failures,
	}));
	console.table(rows);
	const beside = (kind: Kind) => ({
		saturation: ratio(speed.trigger.saturation, speed[kind].saturation),
		p50: ratio(speed.trigger.p50, speed[kind].p50),
		p99: ratio(speed.trigger.p99, speed[kind].p99),
	});
	return {
		halfRate: round(speed.halfRate),
		rows,
		besideWebhook: beside('webhook'),
		besideHeaderAuth: beside('headerAuth'),
		besideBare: beside('bare'),
	};
}

/** @returns the path of the Redis server of this machine, if it has one */
function findRedis(): string | undefined {
	try {
		return execFileSync('which', ['redis-server'], { encoding: 'utf8' }).trim();
	} catch {
		return undefined;
	}
}

async function severalProcesses(): Promise<Record<string, object>> {
	const redis = findRedis();
	if (redis === undefined) throw new Error('Two webhook processors need redis-server (apt-get install redis-server)');
	return { betweenProcesses: await betweenProcesses(redis, PROCESS_EVENTS) };
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			events: { type: 'string', default: '5000' },
			rounds: { type: 'string', default: '4' },
			line: { type: 'string', default: '2' },
			only: { type: 'string' },
			help: { type: 'boolean' },
		},
	});
	if (values.help) return console.log(USAGE);
	const version = values.line === '1' ? N8N_VERSIONS[1] : N8N_VERSIONS[2];
	const settings = { version, events: Number(values.events), rounds: Number(values.rounds) };
	buildPackage((line) => console.error(line));
	let failed = false;
	for (const [part, measure] of Object.entries(PARTS)) {
		if (values.only !== undefined && values.only !== part) continue;
		const before = load();
		const results = await measure(settings);
		const measured = { n8n: version, cores: cpus().length, loadAverage: [before, load()] };
		for (const [name, result] of Object.entries(results)) {
			console.log(`${name} ${JSON.stringify({ ...measured, ...result }, null, '\t')}`);
			if (version === N8N_VERSIONS[2]) await keep(name, { ...measured, ...result });
		}
		const { once } = results as { once?: ExactlyOnce };
		failed ||= once !== undefined && once.lost + once.doubled > 0;
	}
	closeConnections();
	if (failed) process.exitCode = 1;
}

/** Each part stands for itself, so that one can be measured again. */
const PARTS: Record<string, (settings: Settings) => Promise<Record<string, object>>> = {
	main: inOneProcess,
	lazy: withLazyEngine,
	processes: severalProcesses,
};

async function keep(name: string, result: object): Promise<void> {
	const before = await readFile(RESULT, 'utf8').catch(() => '{}');
	const results = { ...(JSON.parse(before) as object), [name]: result };
	await writeFile(RESULT, `${JSON.stringify(results, null, '\t')}\n`);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
