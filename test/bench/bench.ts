import { N8N_VERSIONS } from '../n8n/versions';
import { ensureN8n } from '../n8n/install';
import { canceling } from './cases/canceling';
import { customers } from './cases/customers';
import { describing } from './cases/describing';
import { heap } from './cases/heap';
import { inventory } from './cases/inventory';
import { largeList } from './cases/largeList';
import { lists } from './cases/lists';
import { orderUpdates } from './cases/orderUpdates';
import { overhead } from './cases/overhead';
import { planning } from './cases/planning';
import { sortedKeys } from './cases/sortedKeys';
import type { Row } from './report';
import { tableOf, writeResults } from './report';

/** Cases that compute are measured one by one; those that wait for a quota wait together. */
const COMPUTING = { overhead, describing, planning, sortedKeys, heap, canceling, lists, largeList, inventory };
const WAITING = { customers, orderUpdates };

async function measure(name: string, measureCase: () => Promise<Row[]>): Promise<Row[]> {
	const startedAt = performance.now();
	console.log(`${name} …`);
	const rows = await measureCase();
	console.log(`${name}: ${Math.round((performance.now() - startedAt) / 1000)} s`);
	return rows;
}

/** `npm run bench [case …]`: all cases, or the named ones; only a whole run is written to results.json. */
async function main(wanted: string[]): Promise<void> {
	const isWanted = ([name]: [string, unknown]) => wanted.length === 0 || wanted.includes(name);
	await ensureN8n(N8N_VERSIONS[2]); // the HTTP Request node is taken from it
	const rows: Row[] = [];
	for (const [name, run] of Object.entries(COMPUTING).filter(isWanted)) rows.push(...(await measure(name, run)));
	const waiting = Object.entries(WAITING).filter(isWanted);
	rows.push(...(await Promise.all(waiting.map(async ([name, run]) => await measure(name, run)))).flat());
	console.log(`\n${tableOf(rows)}\n`);
	if (wanted.length === 0) console.log(`Written to ${writeResults(rows)}`);
	process.exitCode = rows.every(({ reached }) => reached) ? 0 : 1;
}

void main(process.argv.slice(2));
