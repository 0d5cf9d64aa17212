// Runs one command and makes sure it does not outlive the process that started this guard.
//
// The guard leads a process group of its own and keeps its standard input open towards its parent. When that pipe
// closes, be it on purpose or because the parent crashed or was killed, the command gets SIGTERM, and after a bound the
// whole group gets SIGKILL. A pipe notices every way a parent can die; signal handlers in the parent do not.
//
// Usage: node guard.mjs <milliseconds until SIGKILL> <command> [arguments…]
import { spawn } from 'node:child_process';

const [graceMs, command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
let parentGone = false;

const killGroup = () => process.kill(-process.pid, 'SIGKILL');

process.stdin.resume().on('close', () => {
	parentGone = true;
	child.kill('SIGTERM');
	setTimeout(killGroup, Number(graceMs));
});

// The parent, and only the parent, decides when this ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.stdin.destroy());

child.on('error', (error) => {
	console.error(`${command} could not be started: ${error.message}`);
	process.exit(127);
});
child.on('exit', (code) => (parentGone ? killGroup() : process.exit(code ?? 1)));
