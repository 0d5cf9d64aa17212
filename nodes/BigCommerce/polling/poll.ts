import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import { keepFields } from '../model/keepFields';
import { ApiFailure } from '../transport/failure';
import { openStore } from '../transport/openStore';
import { rowsOf } from '../transport/pagination';
import type { JsonObject } from '../transport/types';
import type { PolledEvent } from './events';
import { POLLED_EVENTS } from './events';
import { wishOf } from './filters';
import { idOf } from '../changes/pages';
import type { Wish } from '../changes/reading';
import { firstMarks, readNext } from '../changes/reading';
import type { Reader } from '../changes/sources';
import { listCall } from '../changes/sources';
import { inNodeWords } from '../trigger/faults';
import { readState, writeState } from './state';
import { secondsOf } from '../changes/storeTime';

/** n8n gives a poll some minutes; what is not read within them is read by the next. */
const LONGEST_WAIT_MS = 120_000;

/** What a person who tries the trigger out gets to see. */
const SAMPLES = 3;
/** Among so many of the latest records samples are looked for. */
const LATEST = 50;

const optionsSchema = z.object({ lookBack: z.coerce.number().nonnegative().catch(0) }).catch({ lookBack: 0 });

/** Polls under way in this process, by workflow and node: a long one must not be overtaken by the next. */
const underWay = new Set<string>();

/**
 * Looks for what is new in the store. One item per record, as the webhook trigger gives it with Output =
 * Record: `scope`, `producer`, `created_at` (Unix seconds of the change), `data` with type and ID, `id`,
 * `record`.
 *
 * What was read is remembered only when all of it was read: a poll that fails loses nothing, the next one
 * continues from the same point.
 * @returns `null` when nothing is new
 * @throws NodeApiError, NodeOperationError
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const key = `${context.getWorkflow().id} ${context.getNode().id}`;
	const isManual = context.getMode() === 'manual';
	if (!isManual && underWay.has(key)) return null;
	if (!isManual) underWay.add(key);
	try {
		return await (isManual ? sample(context) : readOn(context));
	} catch (error) {
		const failure =
			error instanceof ApiFailure
				? error.adding('Nothing is lost: the next poll continues from the same point.')
				: error;
		throw inNodeWords(context.getNode(), failure);
	} finally {
		if (!isManual) underWay.delete(key);
	}
}

async function readOn(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const { event, reader, wish } = await open(context);
	const staticData = context.getWorkflowStaticData('node');
	const { lookBack } = optionsSchema.parse(context.getNodeParameter('options', {}));
	const owner = { event: event.value, storeHash: reader.api.connection.storeHash };
	const before = readState(staticData, owner) ?? (await firstMarks(reader, event.kind, lookBack * 60 * 60));
	const { records, marks } = await readNext(reader, event.kind, before, wish);
	const items = itemsOf(context, event, reader, records);
	writeState(staticData, { ...owner, ...marks });
	return items.length > 0 ? [items] : null;
}

/** A few of the latest records, whatever was reported before; nothing is remembered. */
async function sample(context: IPollFunctions): Promise<INodeExecutionData[][]> {
	const { event, reader, wish } = await open(context);
	const { source, kind } = event;
	const by = kind === 'changed' ? 'date_modified' : source.above ? 'id' : 'date_created';
	const answer = await reader.api.send(listCall(source, { ...source.newestFirst(by), limit: LATEST }));
	const records = rowsOf(answer).filter(wish.passes).slice(0, SAMPLES);
	if (records.length > 0) return [itemsOf(context, event, reader, records)];
	throw new NodeOperationError(context.getNode(), `There is no ${source.type} to show`, {
		description: `None of the ${LATEST} latest passes the filters, or the store has none. The trigger works all the same once it is active.`,
	});
}

async function open(context: IPollFunctions): Promise<{ event: PolledEvent; reader: Reader; wish: Wish }> {
	const chosen = context.getNodeParameter('event');
	const event = POLLED_EVENTS.find(({ value }) => value === chosen);
	if (!event)
		throw new NodeOperationError(context.getNode(), 'Trigger On is empty', { description: 'Choose an event.' });
	const wish = wishOf(event, context.getNodeParameter('filters', {}));
	const api = await openStore(context, { longestWaitMs: LONGEST_WAIT_MS });
	return { event, reader: { api, source: event.source }, wish };
}

/** Oldest first. */
function itemsOf(
	context: IPollFunctions,
	{ scope, kind, source, summary }: PolledEvent,
	{ api }: Reader,
	records: readonly JsonObject[],
): INodeExecutionData[] {
	const simplify = context.getNodeParameter('simplify', false) === true;
	return records
		.map((record) => ({
			id: idOf(record),
			at: secondsOf(kind === 'new' ? record.date_created : record.date_modified),
			record: simplify ? keepFields(record, summary) : record,
		}))
		.sort((one, other) => one.at - other.at || one.id - other.id)
		.map(({ id, at, record }) => ({
			json: {
				scope,
				producer: `stores/${api.connection.storeHash}`,
				created_at: at,
				data: { type: source.type, id },
				id,
				record,
			},
		}));
}
