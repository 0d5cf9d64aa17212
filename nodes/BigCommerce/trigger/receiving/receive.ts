import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { z } from 'zod';

import { acknowledgement, answer } from './answer';
import { eventKey, parseDelivery } from '../catalogue/delivery';
import type { ReceivedRequest } from './origin';
import { secretFault, signatureFault } from './origin';
import { reasonOf } from '../faults';
import { recentEventsOf } from './recentEvents';
import { readRegistration } from '../hooks/registration';
import { isClosing } from './closing';
import { readSettings } from '../settings';
import type { StoreIdentity } from './storeIdentity';
import { checkIdentity } from './storeIdentity';

/** Why a request is turned away. */
interface Refusal {
	status: 400 | 401 | 413;
	reason: string;
}

/**
 * Takes in one request: proves where it comes from, acknowledges what was taken in before, and hands a
 * new event on. BigCommerce wants its answer at once, so everything else is done by `execute()`, after
 * n8n has answered.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = readSettings(context.getNodeParameter('settings', {}));
	const now = Date.now();
	if (context.getMode() !== 'manual' && isClosing(context, now)) return answer(context, 503);
	const request = await readRequest(context);
	if (request === undefined) return refuse(context, { status: 413, reason: 'its body could not be read' });
	const stranger = secretFault(request, readRegistration(context.getWorkflowStaticData('node')), now);
	if (stranger !== undefined) return refuse(context, { status: 401, reason: stranger });
	const refusal = await checkIdentity(context, faultOf(request, settings.timestampTolerance, now), now);
	if (refusal) return refuse(context, refusal);

	const delivery = parseDelivery(request.body);
	if (!delivery) return refuse(context, NO_EVENT);
	const id = request.headers['webhook-id'];
	const names = [eventKey(delivery), ...(typeof id === 'string' ? [`id ${id}`] : [])];
	const most = names.length * settings.rememberedEvents;
	const isNew =
		context.getMode() === 'manual' || (await recentEventsOf(context).add(names, most, acknowledgement(context)));
	return isNew ? { workflowData: [[{ json: delivery }]] } : answer(context, 200);
}

const NO_EVENT: Refusal = { status: 400, reason: 'its body is not an event in JSON' };

/** Was it signed with the client secret, and is it an event of this store? */
const faultOf =
	(request: ReceivedRequest, toleranceSeconds: number, now: number) =>
	({ clientSecret, storeHash }: StoreIdentity): Refusal | undefined => {
		const forged = signatureFault(request, clientSecret, toleranceSeconds, now);
		if (forged !== undefined) return { status: 401, reason: forged };
		const producer = parseDelivery(request.body)?.producer;
		if (producer === undefined) return NO_EVENT;
		if (producer === `stores/${storeHash}`) return undefined;
		return { status: 400, reason: `it comes from another store (${producer})` };
	};

/** The part of Express's and n8n's request that matters here. */
const incoming = z.object({
	headers: z.record(z.union([z.string(), z.array(z.string())]).optional()),
	rawBody: z.custom<Buffer>((body) => Buffer.isBuffer(body)).optional(),
});

const readable = z.object({ readRawBody: z.custom<() => Promise<void>>((reader) => typeof reader === 'function') });

/** The request as it was sent; its body is not parsed before it is known where it comes from. */
async function readRequest(context: IWebhookFunctions): Promise<ReceivedRequest | undefined> {
	const request: unknown = context.getRequestObject();
	try {
		if (!incoming.parse(request).rawBody) await readable.safeParse(request).data?.readRawBody();
		const { headers, rawBody: body = Buffer.alloc(0) } = incoming.parse(request);
		return { headers, body };
	} catch (error) {
		context.logger.debug(`BigCommerce Trigger: ${reasonOf(error)}`);
		return undefined;
	}
}

function refuse(context: IWebhookFunctions, { status, reason }: Refusal): IWebhookResponseData {
	context.logger.warn(`BigCommerce Trigger refused a request with ${status}: ${reason}`, {
		workflowId: context.getWorkflow().id,
		nodeName: context.getNode().name,
	});
	return answer(context, status);
}
