import { z } from 'zod';

/**
 * What BigCommerce sends for an event. Source: BigCommerce docs, "Webhooks overview", and the webhook
 * callback files: `data` is an object, or for price records written in batches an array of objects.
 */
export const deliverySchema = z.object({
	scope: z.string().min(1),
	store_id: z.union([z.string(), z.number()]).optional(),
	data: z.union([z.record(z.unknown()), z.array(z.record(z.unknown()))]).nullish(),
	/** SHA-1 of the payload; no secret is in it. Repeated deliveries of an event carry the same. */
	hash: z.string().optional(),
	/** Unix time of the event, in seconds. */
	created_at: z.number().optional(),
	/** `stores/{store_hash}`. */
	producer: z.string(),
});

export type Delivery = z.infer<typeof deliverySchema>;

/** @returns `undefined` when the body is not a delivery */
export const parseDelivery = (body: Buffer): Delivery | undefined => deliverySchema.safeParse(parseJson(body)).data;

function parseJson(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString('utf8'));
	} catch {
		return undefined;
	}
}

/**
 * Names the event that a delivery is about, whichever hook it came by: two hooks that listen for the
 * same event, or a retry, give the same key. The scope and the time are part of it, because nothing
 * promises that the hash alone tells two changes of one record apart.
 */
export function eventKey({ scope, created_at: time, hash, data }: Delivery): string {
	return `${scope} ${time ?? ''} ${hash ?? JSON.stringify(data)}`;
}
