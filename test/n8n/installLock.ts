import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const isAlive = (pid: number) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
};

/**
 * Runs `work` while this process alone holds `lockFile`. Waits for another living process, calling `onWait` about every
 * ten seconds, and takes over from a dead one.
 */
export async function withLock<T>(lockFile: string, onWait: (pid: number) => void, work: () => Promise<T>): Promise<T> {
	for (let waits = 0; ; waits++) {
		try {
			await writeFile(lockFile, String(process.pid), { flag: 'wx' });
			break;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
		const owner = Number(await readFile(lockFile, 'utf8').catch(() => ''));
		if (owner > 0 && isAlive(owner)) {
			if (waits % 10 === 0) onWait(owner);
			await delay(1_000);
		} else {
			await rm(lockFile, { force: true });
		}
	}
	try {
		return await work();
	} finally {
		await rm(lockFile, { force: true });
	}
}
