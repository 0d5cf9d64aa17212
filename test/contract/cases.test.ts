import { caseNames, readCase, runCase } from './cases';
import { describeWithFacts } from '../support/facts';
describeWithFacts('cases', 'x', (folder) => {
	it.each(caseNames())('%s', async (name) => {
		const runs = await runCase(readCase(folder, name));
		process.stderr.write(`### ${name}\n${runs.map((r) => JSON.stringify({...r, rows: r.rows.slice(0,10), written: r.written.slice(0,10)}, null, 1).slice(0,6000)).join('\n')}\n`);
	});
});
