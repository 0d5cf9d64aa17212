import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

type Store = Pick<IExecuteFunctions['helpers'], 'checkProcessedAndRecord'>;

/** An event, and the execution that handles it. */
interface Entry {
	event: string;
	executionId: string;
}

interface Waiting extends Entry {
	resolve: (isNew: boolean) => void;
	reject: (error: unknown) => void;
}

/** After a write the ledger rests for so many times as long as the write took: it may not keep the database busy. */
const REST_PER_WRITE = 9;
const LONGEST_REST_MS = 250;

/**
 * Remembers the events of one node in n8n's database, across restarts and processes.
 *
 * n8n's store reads a list, adds to it and writes it back without a lock, so calls must not overlap, and
 * every call costs as much as the list is long. So all that wait are written together: an event on its own
 * is written at once, in a burst many share one write.
 *
 * Two entries stand for an event: its name, and its name with the execution. An execution that asks again
 * is the same one started over ("Retry On Fail", or a worker that crashed in n8n 1.x); what it had begun is
 * still its own.
 */
export class EventLedger {
	private waiting: Waiting[] = [];
	private busy = false;

	/**
	 * @param most how many events to remember
	 * @returns whether the event is this execution's to handle; it is recorded now
	 * @throws what n8n's store throws
	 */
	async record(store: Store, entry: Entry, most: number): Promise<boolean> {
		return await new Promise<boolean>((resolve, reject) => {
			this.waiting.push({ ...entry, resolve, reject });
			if (!this.busy) void this.writeAll(store, most);
		});
	}

	private async writeAll(store: Store, most: number): Promise<void> {
		this.busy = true;
		while (this.waiting.length > 0) {
			const started = Date.now();
			const settle = await this.write(store, this.waiting.splice(0), most);
			const rest = Math.min(LONGEST_REST_MS, REST_PER_WRITE * (Date.now() - started));
			// Not all at once: executions that go on together would keep n8n from answering.
			for (const settleOne of settle) {
				settleOne();
				await sleep(rest / settle.length);
			}
		}
		this.busy = false;
	}

	/** @returns what lets each caller of a batch know what became of it, one by one */
	private async write(store: Store, batch: readonly Waiting[], most: number): Promise<Array<() => void>> {
		try {
			const names = [...new Set(batch.flatMap((entry) => [entry.event, ownName(entry)]))];
			const record = async () =>
				await store.checkProcessedAndRecord(names, 'node', { mode: 'entries', maxEntries: 2 * most });
			// Of two processes that make the node's very first list, one fails.
			const { new: unknown } = await record().catch(record);
			const fresh = new Set(unknown);
			return batch.map((entry) => {
				const isBegun = !fresh.has(ownName(entry));
				// Of two that came together with one event, the first has it.
				const isNew = fresh.delete(entry.event) || isBegun;
				return () => entry.resolve(isNew);
			});
		} catch (error) {
			return batch.map(
				({ reject }) =>
					() =>
						reject(error),
			);
		}
	}
}

const ownName = ({ event, executionId }: Entry): string => `${event} ${executionId}`;

const ledgers = new Map<string, EventLedger>();

/** The ledger of the node that runs. */
export function eventLedgerOf(context: IExecuteFunctions): EventLedger {
	const key = `${context.getWorkflow().id} ${context.getNode().id}`;
	let ledger = ledgers.get(key);
	if (!ledger) ledgers.set(key, (ledger = new EventLedger()));
	return ledger;
}
