/** More tasks than this are never started at once; how many requests really leave is the limiter's decision. */
const MOST_AT_ONCE = 64;

/**
 * Runs tasks side by side. Tasks with the same key run one after the other, in their order; one that waits
 * for its predecessor keeps nobody else back.
 * @param run must not throw for what is the task's own fault
 * @param stopped asked before each task; once true, no further task starts
 */
export async function inOrder<T>(
	tasks: readonly T[],
	run: (task: T) => Promise<void>,
	{ keyOf, stopped }: { keyOf?: (task: T) => string | undefined; stopped?: () => boolean } = {},
): Promise<void> {
	const followers = new Map<string, T[]>();
	const ready: T[] = [];
	for (const task of tasks) {
		const key = keyOf?.(task);
		const line = key === undefined ? undefined : followers.get(key);
		if (line) line.push(task);
		else {
			if (key !== undefined) followers.set(key, []);
			ready.push(task);
		}
	}
	for (const line of followers.values()) line.reverse(); // taken from the end
	await new Promise<void>((resolve, reject) => {
		let next = 0;
		let running = 0;
		const start = () => {
			while (running < MOST_AT_ONCE && next < ready.length && !stopped?.()) {
				const task = ready[next++] as T;
				running += 1;
				run(task).then(() => {
					running -= 1;
					const key = keyOf?.(task);
					const follower = key === undefined ? undefined : followers.get(key)?.pop();
					if (follower !== undefined) ready.push(follower);
					start();
				}, reject);
			}
			if (running === 0) resolve();
		};
		start();
	});
}

/** Waits until all are settled. @throws what the first of them, in their order, failed with */
export async function together<T extends readonly unknown[] | []>(
	promises: T,
): Promise<{ -readonly [Position in keyof T]: Awaited<T[Position]> }> {
	await Promise.allSettled(promises);
	return await Promise.all(promises);
}

/** The list in pieces of at most so many. */
export function chunksOf<T>(list: readonly T[], most: number): T[][] {
	return Array.from({ length: Math.ceil(list.length / most) }, (_, index) =>
		list.slice(index * most, (index + 1) * most),
	);
}
