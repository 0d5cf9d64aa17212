import { parseArgs } from 'node:util';

import { buildPackage } from '../n8n/build';
import { OWNER } from '../n8n/session';
import { N8N_VERSIONS } from '../n8n/versions';
import { checkBoth } from './check';
import type { Stage } from './stage';
import { setTheStage } from './stage';

const PORTS = { sandbox: 4010, n8n: 5678 };

/** How long the recovery workflow waits; an hour in the example itself. */
const WAIT_SECONDS = { demo: 20, check: 3 };

const USAGE = `npm run demo              a sandbox store and n8n with two running workflows, until Ctrl+C
npm run demo -- --check   the same on free ports: proves both workflows, prints one JSON line, ends
npm run demo -- --line 1  with n8n ${N8N_VERSIONS[1]} instead of ${N8N_VERSIONS[2]}`;

// The result is the only thing on standard output.
const log = (line: string) => console.error(line);

function options() {
	const { values } = parseArgs({
		options: { check: { type: 'boolean' }, line: { type: 'string', default: '2' }, help: { type: 'boolean' } },
	});
	if (values.line !== '1' && values.line !== '2') throw new Error(`--line takes 1 or 2, not ${values.line}`);
	return { ...values, version: N8N_VERSIONS[values.line === '1' ? 1 : 2] };
}

function show({ sandbox, n8n, workflows }: Stage): void {
	console.log(`
The demo is running. Ctrl+C ends it.

  n8n            ${n8n.url}   sign in as ${OWNER.email} with ${OWNER.password}
  Sandbox store  ${sandbox.url}   place and pay an order, abandon a cart, see shipments and messages

  Paid order -> shipment      ${n8n.url}/workflow/${workflows.shipPaidOrders}
  Abandoned cart -> message   ${n8n.url}/workflow/${workflows.recoverCarts}
                              the message comes after ${WAIT_SECONDS.demo} seconds
`);
}

async function main(): Promise<void> {
	const { check, help, version } = options();
	if (help) return console.log(USAGE);
	buildPackage(log);
	const stage = await setTheStage({
		version,
		log,
		waitSeconds: check ? WAIT_SECONDS.check : WAIT_SECONDS.demo,
		sandbox: { products: 50, customers: 25, orders: 10 },
		...(check ? {} : { ports: PORTS }),
	});
	if (check) {
		try {
			const result = await checkBoth(stage);
			console.log(JSON.stringify({ n8n: version, ...result }));
			process.exitCode = result.ok ? 0 : 1;
		} finally {
			await stage.close();
		}
		return;
	}
	show(stage);
	await new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
	});
	log('Stopping n8n and the sandbox store');
	await stage.close();
}

main().catch((error: unknown) => {
	log(`\nThe demo could not run: ${error instanceof Error ? error.message : String(error)}`);
	log(
		'Run the command again: what is installed already is kept. A port in use or a lost network are the usual causes.',
	);
	process.exitCode = 1;
});
