import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Credential } from '../support/engine';
import { runNode } from '../support/engine';
import { builtNode } from './builtNodes';
import { inside } from './inside';

export interface HeapRun {
	/** Reads the records that become the input. */
	list: INodeParameters;
	/** Added to every record: the length of a text as shops have it, in characters. */
	descriptionLength: number;
	/** The operation under test. */
	parameters: INodeParameters;
	credential: Credential;
}

export interface HeapUse {
	items: number;
	/** What the input takes, in MB. */
	inputMb: number;
	/** The most that was alive at once from the first planned item to the output: input, plans, answers, rows; in MB. */
	peakMb: number;
}

const SAMPLE_EVERY_MS = 200;
const MB = 2 ** 20;

/** Runs an operation on the records of a list, in a process with `--expose-gc`. */
export async function heapUse({ list, descriptionLength, parameters, credential }: HeapRun): Promise<HeapUse> {
	const read = async (some: INodeParameters) => {
		const { items } = await runNode({ ...builtNode('ours'), parameters: { ...list, ...some }, credential });
		for (const [index, { json }] of items.entries()) {
			json.description = Buffer.alloc(descriptionLength, `Number ${index}, `).toString('latin1');
		}
		return items;
	};
	const change = async (items: INodeExecutionData[]) => await peakDuring({ parameters, credential, items });

	await change(await read({ returnAll: false, limit: 20 })); // what is loaded and compiled is nobody's input
	const before = alive();
	const items = await read({ returnAll: true });
	const input = alive() - before;
	const peak = await change(items);
	return { items: items.length, inputMb: input / MB, peakMb: (input + peak) / MB };
}

/** Bytes alive at most, beyond those at the start. n8n's own copy of the items is there by then. */
async function peakDuring(options: Parameters<typeof inside>[0]): Promise<number> {
	let peak = 0;
	await inside(options, async (_, execute) => {
		const start = alive();
		const sample = () => {
			peak = Math.max(peak, alive() - start);
		};
		const timer = setInterval(sample, SAMPLE_EVERY_MS);
		try {
			const output = await execute();
			sample();
			return output;
		} finally {
			clearInterval(timer);
		}
	});
	return peak;
}

/** Bytes that are in use: what is left once the garbage is gone. */
function alive(): number {
	if (!global.gc) throw new Error('The process was started without --expose-gc');
	global.gc();
	return process.memoryUsage().heapUsed;
}
