import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checkBoth } from '../demo/check';
import { activateExamples } from '../demo/stage';
import { projectFolder } from '../n8n/versions';
import { LINE, VERSION } from './line';
import { world } from './world';

const PROVED = {
	ok: true,
	shipPaidOrders: { orderId: expect.any(Number) as number, shipped: true, shipmentsBeforePayment: 0 },
	recoverCarts: {
		cartId: expect.any(String) as string,
		messageTo: expect.stringContaining('@') as string,
		link: expect.stringContaining('http') as string,
		messagesForBoughtCart: 0,
		messagesWithoutConsent: 0,
	},
};

describe('demo', () => {
	it('has workflows that ship a paid order and win back a cart, and only then', async () => {
		const { rest, sandbox } = world();
		const workflows = await activateExamples({ rest, sandbox }, { waitSeconds: 3, log: () => undefined });
		try {
			expect(await checkBoth({ rest, sandbox, workflows })).toEqual(PROVED);
		} finally {
			for (const id of Object.values(workflows)) await rest.deleteWorkflow(id);
		}
	}, 150_000);

	it('proves both as one command, which leaves nothing running', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'demo-'));
		try {
			const { code, stdout, stderr } = await demo(folder, '--check', '--line', String(LINE));
			expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
			expect(stdout.trim().split('\n')).toHaveLength(1);
			expect(JSON.parse(stdout)).toEqual({ n8n: VERSION, ...PROVED });
			expect(processesIn(folder)).toEqual([]);
			expect((await readdir(folder)).filter((name) => name.startsWith('n8n'))).toEqual([]);
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}, 240_000);
});

interface Ended {
	code: number;
	stdout: string;
	stderr: string;
}

/** Runs the command of the README; what it writes for a while goes into the folder. */
async function demo(folder: string, ...args: string[]): Promise<Ended> {
	return await new Promise((resolve) => {
		execFile(
			'npm',
			['run', '--silent', 'demo', '--', ...args],
			{ cwd: projectFolder, env: { ...process.env, TMPDIR: folder } },
			(error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
		);
	});
}

/** Command lines of the processes whose environment names the folder: n8n and whatever started or watches it. */
function processesIn(folder: string): string[] {
	const read = (path: string): string => {
		try {
			return readFileSync(path, 'utf8').replaceAll('\0', ' ');
		} catch {
			// It has ended, or is not ours.
			return '';
		}
	};
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name) && read(`/proc/${name}/environ`).includes(folder))
		.map((name) => `${name} ${read(`/proc/${name}/cmdline`)}`);
}
