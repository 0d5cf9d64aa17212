import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';

export interface GuardedProcess {
	/** Resolves with the exit code when the command has ended (1 when a signal ended it). */
	readonly exited: Promise<number>;
	/** Whether the command is still running. */
	running(): boolean;
	/** Ends the command and everything it started: SIGTERM, then SIGKILL after the grace period. */
	stop(): Promise<void>;
}

export interface GuardedCommand {
	command: string;
	args: string[];
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** Standard output and error are appended to this file. */
	logFile: string;
	/** Milliseconds between SIGTERM and SIGKILL when the command is ended. */
	graceMs?: number;
}

/** Starts a command that cannot outlive this process, however this process ends (see guard.mjs). */
export function spawnGuarded({ command, args, cwd, env, logFile, graceMs = 10_000 }: GuardedCommand): GuardedProcess {
	const log = openSync(logFile, 'a');
	const guard = spawn(process.execPath, [join(__dirname, 'guard.mjs'), String(graceMs), command, ...args], {
		cwd,
		env,
		detached: true,
		stdio: ['pipe', log, log],
	});
	closeSync(log);
	// A guard that has just died makes the pipe fail; its exit code tells that already.
	guard.stdin?.on('error', () => undefined);

	let ended = false;
	const exited = new Promise<number>((resolve, reject) => {
		guard.once('error', reject);
		guard.once('exit', (code) => {
			ended = true;
			resolve(code ?? 1);
		});
	});

	return {
		exited,
		running: () => !ended,
		stop: async () => {
			guard.stdin?.end();
			await exited;
		},
	};
}
