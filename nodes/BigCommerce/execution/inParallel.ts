/** More tasks than this are never started at once; how many requests really leave is the limiter's decision. */
const MOST_AT_ONCE = 64;

/**
 * Runs tasks side by side. Tasks with the same key run one after the other, in their order.
 * @param stopped asked before each task; once true, no further task starts
 */
export async function inParallel<T>(
	tasks: readonly T[],
	run: (task: T) => Promise<void>,
	{ keyOf, stopped }: { keyOf?: (task: T) => string | undefined; stopped?: () => boolean } = {},
): Promise<void> {
	const tails = new Map<string, Promise<void>>();
	let next = 0;
	const worker = async () => {
		while (next < tasks.length && !stopped?.()) {
			const task = tasks[next++] as T;
			const key = keyOf?.(task);
			const before = key === undefined ? undefined : tails.get(key);
			const turn = (before ?? Promise.resolve()).then(async () => {
				if (!stopped?.()) await run(task);
			});
			if (key !== undefined) tails.set(key, turn);
			await turn;
		}
	};
	await Promise.all(Array.from({ length: Math.min(MOST_AT_ONCE, tasks.length) }, worker));
}

/** Waits until all are settled. @throws what the first of them, in their order, failed with */
export async function together<T extends readonly unknown[] | []>(
	promises: T,
): Promise<{ -readonly [Position in keyof T]: Awaited<T[Position]> }> {
	await Promise.allSettled(promises);
	return await Promise.all(promises);
}
