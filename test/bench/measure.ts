/** A run that takes longer is not repeated. */
const LONG_SECONDS = 30;

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The median of several measurements, in seconds; a long one is taken once. */
export async function medianOf(times: number, measure: () => Promise<number>): Promise<number> {
	const taken: number[] = [];
	do taken.push(await measure());
	while (taken.length < times && taken[0]! < LONG_SECONDS);
	return median(taken);
}

/** The medians of two things measured in turn, so that whatever else the machine does strikes both. */
export async function mediansOf(
	times: number,
	measures: Record<'ours' | 'peer', () => Promise<number>>,
): Promise<Record<'ours' | 'peer', number>> {
	const taken = { ours: [] as number[], peer: [] as number[] };
	for (let time = 0; time < times; time++) {
		taken.ours.push(await measures.ours());
		taken.peer.push(await measures.peer());
	}
	return { ours: median(taken.ours), peer: median(taken.peer) };
}
