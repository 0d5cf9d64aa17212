// Prints one JSON line per execution of a workflow: { status, mode, data }. Runs on n8n's own Node, which reads SQLite.
//
// Usage: node readExecutions.mjs <database file> <workflow ID>
import { DatabaseSync } from 'node:sqlite';

const [file, workflowId] = process.argv.slice(2);
const database = new DatabaseSync(file, { readOnly: true });
const rows = database
	.prepare(
		`SELECT e.status, e.mode, d.data FROM execution_entity e
		 LEFT JOIN execution_data d ON d.executionId = e.id WHERE e.workflowId = ? ORDER BY e.id`,
	)
	.iterate(workflowId);
for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
