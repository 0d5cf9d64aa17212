/** `0–58 and 60`: ascending numbers in words, at most so many ranges. */
export function rangesOf(numbers: readonly number[], most = 12): string {
	const ranges: Array<[first: number, last: number]> = [];
	for (const number of numbers) {
		const last = ranges[ranges.length - 1];
		if (last && last[1] === number - 1) last[1] = number;
		else ranges.push([number, number]);
	}
	const texts = ranges.slice(0, most).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
	if (ranges.length > most) texts.push(`${ranges.length - most} further ranges`);
	const end = texts.pop() ?? '';
	return texts.length === 0 ? end : `${texts.join(', ')} and ${end}`;
}

/** `item 5 was` or `items 5–7 were`. */
export function itemsWere(numbers: readonly number[]): string {
	return numbers.length === 1 ? `Item ${rangesOf(numbers)} was` : `Items ${rangesOf(numbers)} were`;
}
