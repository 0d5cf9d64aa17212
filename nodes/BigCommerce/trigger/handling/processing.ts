import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { ApiFailure } from '../../transport/failure';
import { openStore } from '../../transport/openStore';
import type { StoreApi } from '../../transport/storeApi';
import type { Delivery } from '../catalogue/delivery';
import { deliverySchema, eventKey } from '../catalogue/delivery';
import { identify } from '../catalogue/eventId';
import { channelOf, recordOf } from '../catalogue/events';
import type { Filters } from '../catalogue/filterForm';
import { readTriggerFilters } from '../catalogue/filterForm';
import { inNodeWords, reasonOf, SetupFault } from '../faults';
import { readSettings } from '../settings';
import { isLastOfBurst } from './burst';
import type { OutputMode } from './enrichment';
import { fetchRecord, requestOf } from './enrichment';
import { eventLedgerOf } from './eventLedger';
import { needsRecord, passes } from './filters';

/** What the node does with each event, from its parameters. */
interface Handling {
	/** Opened when the first record is fetched: an event alone needs no credential. */
	openedStore: () => Promise<StoreApi>;
	output: OutputMode;
	filters: Filters;
}

type Fields = Record<string, unknown>;

/** Runs in which a person wants to see the event, whether or not it was handled before. */
const REPEATABLE_MODES = ['manual', 'retry'];

/**
 * Handles the events that `webhook()` took in: drops those that were handled before, filters, and fetches
 * the record if asked.
 *
 * How often an event passes here. `webhook()` lets each in once per process and acknowledges it when n8n has
 * stored its execution (n8n 1.x answers a moment before that). The ledger drops what came before a restart or
 * by another process; between processes there is a gap of a few milliseconds, because n8n's store has no lock.
 * At a graceful shutdown n8n finishes what runs. What a crash or an error cuts short stands in n8n's list of
 * executions together with its event, and passes again when it is retried, by a person or by n8n.
 *
 * One item per event; a delivery of price records written in batches becomes one item per price record:
 * `scope`, `store_id`, `producer`, `created_at`, `hash` and `data` as BigCommerce sends them, `id` of the
 * record, `channel_id` if the event names a channel, and as asked `record`, `related` (by name) or
 * `recordMissing: true` when the store has the record no more. Under "On Error: Continue" an event whose record
 * could not be fetched carries `error` and `description` instead of the record; on the error output an item has
 * `message`, and `error` with `description` and the `event`.
 *
 * @throws NodeApiError, NodeOperationError; a filter that does not narrow is one
 */
export async function processEvents(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	let filters: Filters;
	try {
		filters = readTriggerFilters(context.getNodeParameter('filters', 0, {}));
	} catch (error) {
		if (!(error instanceof SetupFault) || !context.continueOnFail()) throw inNodeWords(context.getNode(), error);
		return [unfiltered(context, error)];
	}
	let store: Promise<StoreApi> | undefined;
	const handling: Handling = {
		openedStore: async () => await (store ??= openStore(context, { signal: context.getExecutionCancelSignal() })),
		output: context.getNodeParameter('output', 0, 'event') as OutputMode,
		filters,
	};
	const rows = await Promise.all(
		context.getInputData().map(async ({ json }, index) => {
			const delivery = deliverySchema.safeParse(json).data;
			if (!delivery) {
				throw new NodeOperationError(context.getNode(), 'This is not an event of BigCommerce', { itemIndex: index });
			}
			return (await isNew(context, delivery)) ? await handle(context, delivery, index, handling) : [];
		}),
	);
	return [rows.flat()];
}

/**
 * What goes on when a filter does not narrow and the node must not fail: items of another form, so that nobody
 * takes them for events that passed. (When the node fails all the same, n8n itself passes all events on.)
 */
function unfiltered(context: IExecuteFunctions, { message, description }: SetupFault): INodeExecutionData[] {
	return context.getInputData().map(({ json: event }, item) => ({
		json:
			context.getNode().onError === 'continueErrorOutput'
				? { message, error: { description, event } }
				: { error: message, description, event },
		pairedItem: { item },
	}));
}

/** An event of which the ledger cannot say whether it is new counts as new: better handled twice than never. */
async function isNew(context: IExecuteFunctions, delivery: Delivery): Promise<boolean> {
	if (REPEATABLE_MODES.includes(context.getMode())) return true;
	const { rememberedEvents } = readSettings(context.getNodeParameter('settings', 0, {}));
	const entry = { event: eventKey(delivery), executionId: context.getExecutionId() };
	try {
		return await eventLedgerOf(context).record(context.helpers, entry, rememberedEvents);
	} catch (error) {
		context.logger.warn(`BigCommerce Trigger could not check whether an event is a repeated one: ${reasonOf(error)}`);
		return true;
	}
}

/** All items of a delivery. */
async function handle(
	context: IExecuteFunctions,
	delivery: Delivery,
	index: number,
	handling: Handling,
): Promise<INodeExecutionData[]> {
	const records: Fields[] = [delivery.data ?? {}].flat();
	try {
		const items = await Promise.all(records.map(async (data) => await itemOf(context, delivery, data, handling)));
		return items.filter((item) => item !== undefined).map((item) => ({ ...item, pairedItem: { item: index } }));
	} catch (error) {
		throw inNodeWords(context.getNode(), error, { itemIndex: index });
	}
}

/** @returns `undefined` when a filter drops the event */
async function itemOf(
	context: IExecuteFunctions,
	delivery: Delivery,
	data: Fields,
	{ openedStore, output, filters }: Handling,
): Promise<INodeExecutionData | undefined> {
	const { id: idField, kind, lookup, gone } = recordOf(delivery.scope);
	const channel = channelOf(delivery.scope);
	const fields = channel === undefined ? data : { channel_id: channel, ...data };
	const identity = identify(data, idField);
	const event = {
		...delivery,
		data,
		...identity,
		...(channel !== undefined && { channel_id: channel }),
	} as IDataObject;
	const known = typeof lookup === 'function' ? lookup(fields) : lookup;
	const chosen = gone ? undefined : known;
	const wanted = output !== 'event';
	if (!passes(filters, delivery, data, undefined)) return undefined;
	if (filters.burstWindow !== undefined && !REPEATABLE_MODES.includes(context.getMode())) {
		const record = JSON.stringify([kind, identity, known && requestOf(known, fields, false)]);
		if (!(await isLastOfBurst(context, record, delivery.created_at, filters.burstWindow))) return undefined;
	}
	const complete = async (): Promise<INodeExecutionData | undefined> => {
		const found =
			chosen && (wanted || needsRecord(filters, delivery, data))
				? await fetchRecord(await openedStore(), chosen, fields, output === 'recordWithRelated')
				: undefined;
		if (!passes(filters, delivery, data, found?.record)) return undefined;
		const missing = gone || found === null;
		return { json: wanted ? { ...event, ...found, ...(missing && { recordMissing: true }) } : event };
	};
	return await complete().catch((error: unknown) => {
		if (!(error instanceof ApiFailure) || !context.continueOnFail()) throw error;
		return { json: withError(event, error, context.getNode().onError) };
	});
}

/**
 * An event whose record could not be fetched. It carries no `error` beside its `json`: n8n would then
 * drop the event and keep the error's message alone. Exactly the fields `error` and `message` are how both
 * lines of n8n tell that an item belongs to the error output.
 */
function withError(event: IDataObject, { message, description }: ApiFailure, onError: INode['onError']): IDataObject {
	return onError === 'continueErrorOutput'
		? { message, error: { description, event } }
		: { ...event, error: message, description };
}
