import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One row of results.json. */
export interface Result {
	name: string;
	ours: number;
	/** n8n's HTTP Request node; null where it was not measured. */
	peer: number | null;
	unit: string;
	/** How many times better than the HTTP Request node. */
	ratio: number | null;
	/** What the store's quota, or the task itself, allows at best. */
	limit: number | null;
	/** The limit's share of ours: 1 is the limit itself. */
	ofLimit: number | null;
}

/** A measured row and what it is held to. */
export interface Row extends Result {
	toReach: string;
	reached: boolean;
}

interface Measured {
	name: string;
	ours: number;
	peer?: number;
	unit: string;
	limit?: number;
	toReach: string;
	reached: (row: { ours: number; ratio: number; ofLimit: number }) => boolean;
}

const rounded = (value: number): number => Number(value.toPrecision(3));

/** Completes a row; less is better in all units. */
export function row({ name, ours, peer, unit, limit, toReach, reached }: Measured): Row {
	const ratio = peer === undefined ? NaN : peer / ours;
	const ofLimit = limit === undefined ? NaN : limit / ours;
	const orNull = (value: number | undefined) =>
		value === undefined || !Number.isFinite(value) ? null : rounded(value);
	return {
		name,
		ours: rounded(ours),
		peer: orNull(peer),
		unit,
		ratio: orNull(ratio),
		limit: orNull(limit),
		ofLimit: orNull(ofLimit),
		toReach,
		reached: reached({ ours, ratio, ofLimit }),
	};
}

const HEAD = ['Case', 'Ours', 'HTTP Request', 'Times better', 'Limit', 'Of limit', 'To reach', ''];

/** The table for people. */
export function tableOf(rows: readonly Row[]): string {
	const cells = rows.map(({ name, ours, peer, unit, ratio, limit, ofLimit, toReach, reached }) => [
		name,
		`${ours} ${unit}`,
		peer === null ? '' : `${peer} ${unit}`,
		ratio === null ? '' : `${ratio}`,
		limit === null ? '' : `${limit} ${unit}`,
		ofLimit === null ? '' : `${Math.round(ofLimit * 1000) / 10} %`,
		toReach,
		reached ? 'reached' : 'MISSED',
	]);
	return alignedTable([HEAD, ...cells]);
}

/** Lines whose columns stand below each other. */
export function alignedTable(lines: ReadonlyArray<readonly string[]>): string {
	const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
	return lines
		.map((line) =>
			line
				.map((cell, column) => cell.padEnd(widths[column]!))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

/** Writes test/bench/results.json. */
export function writeResults(rows: readonly Row[]): string {
	const file = join(__dirname, 'results.json');
	const results: Result[] = rows.map(({ toReach: _, reached: __, ...result }) => result);
	writeFileSync(file, `${JSON.stringify({ results }, null, '\t')}\n`);
	return file;
}
