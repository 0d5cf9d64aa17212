import { z } from 'zod';
import { sent } from '../core/input';
import type { AbandonedCartInput, FailedRows, Fault, PlaceOrderInput, ShopperCustomer, WebhookOptions } from '../types';

/** Bodies of the `/sandbox` endpoints. Keys that are not sent stay away. */
const clean =
	<T extends object>() =>
	(value: object): T =>
		sent(value) as T;

const CustomerFields = z
	.object({ id: z.number().int(), email: z.string().email(), firstName: z.string(), lastName: z.string() })
	.partial()
	.strict();
const Items = z.array(
	z
		.object({
			productId: z.number().int(),
			variantId: z.number().int().optional(),
			quantity: z.number().int().optional(),
		})
		.strict(),
);

export const Customer = CustomerFields.transform(clean<ShopperCustomer>());
export const PlaceOrder = z
	.object({ customer: CustomerFields, items: Items, status: z.number().int(), channelId: z.number().int() })
	.partial()
	.strict()
	.transform(clean<PlaceOrderInput>());
export const AbandonCart = z
	.object({ customer: CustomerFields, items: Items, channelId: z.number().int() })
	.partial()
	.strict()
	.transform(clean<AbandonedCartInput>());

export const Status = z.object({ status_id: z.number().int() });
export const Refund = z.object({ amount: z.number().positive().optional() });
export const Stock = z.object({ quantity: z.number().int().min(0) });
export const Spend = z.object({ n: z.number().int().min(0) });
export const Reserve = z.object({ share: z.number().min(0).max(1) });
export const Resume = z.object({ order: z.enum(['kept', 'shuffled', 'reversed']).default('kept') });
export const NewAccount = z.object({ name: z.string(), scopes: z.array(z.string()) });
export const MessageInput = z.record(z.unknown());

export const Event = z.object({
	scope: z.string(),
	data: z.union([z.record(z.unknown()), z.array(z.record(z.unknown()))]),
});

/** `match.path` is exact, or a regular expression when it starts with `^`. */
export const FaultInput = z
	.object({
		match: z
			.object({
				method: z.string(),
				path: z.string().transform((path) => (path.startsWith('^') ? new RegExp(path) : path)),
			})
			.partial(),
		from: z.number().int().min(1),
		times: z.number().int(),
		delayMs: z.number(),
		answerDelayMs: z.number(),
		status: z.number().int(),
		body: z.unknown(),
		html: z.string(),
		headers: z.record(z.string()),
		acts: z.boolean(),
		dropConnection: z.enum(['before', 'after']),
		failRows: z
			.object({ rows: z.array(z.number().int().min(0)), reason: z.string().optional() })
			.transform(clean<FailedRows>()),
		quotaSpentMs: z.number().min(0),
	})
	.partial()
	.strict()
	.transform(clean<Fault>());

export const Webhooks = z
	.object({
		retryDelaysMs: z.array(z.number().min(0)),
		keepTimestampOnRetry: z.boolean(),
		duplicateRatio: z.number().min(0).max(1),
		shuffle: z.boolean(),
		concurrency: z.number().int().min(1),
		timeoutMs: z.number().int().min(1),
		activationDelayMs: z.number().min(0),
		allowLoopbackDestinations: z.boolean(),
		limitStatus: z.union([z.literal(409), z.literal(422)]),
		blockList: z.union([
			z.object({ windowMs: z.number(), blockMs: z.number(), minDeliveries: z.number(), minSuccessRatio: z.number() }),
			z.literal(false),
		]),
	})
	.partial()
	.strict()
	.transform(clean<WebhookOptions>());
