import { randomBytes } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

/** Header that BigCommerce is told to send with every delivery, and that nobody else can know. */
export const ORIGIN_HEADER = 'X-N8n-Webhook-Secret';

/** BigCommerce retries a delivery for about 48 hours; one that waits may still carry the secret of before. */
const GRACE_MS = 48 * 60 * 60 * 1000;

const registrationSchema = z.object({
	/** The address that hooks are registered with; absent while none are. */
	destination: z.string().optional(),
	scopes: z.array(z.string()).optional(),
	secret: z.string().optional(),
	previousSecret: z.string().optional(),
	/** Unix time in milliseconds. */
	previousSecretUntil: z.number().optional(),
});

/** What the node remembers of its hooks, in n8n's static data of the node. */
export type Registration = z.infer<typeof registrationSchema>;

export const newSecret = (): string => randomBytes(32).toString('hex');

export function readRegistration(staticData: IDataObject): Registration {
	return registrationSchema.safeParse(staticData).data ?? {};
}

/** Remembers a registration; a secret that it replaces stays valid for a while. */
export function rememberRegistration(
	staticData: IDataObject,
	{ destination, scopes, secret }: { destination: string; scopes: string[]; secret: string },
	now: number,
): void {
	const { secret: before } = readRegistration(staticData);
	if (before !== undefined && before !== secret) retire(staticData, before, now);
	Object.assign(staticData, { destination, scopes, secret });
}

/** Forgets a registration; its secret stays valid for a while, for deliveries that are on their way. */
export function forgetRegistration(staticData: IDataObject, now: number): void {
	const { secret } = readRegistration(staticData);
	if (secret !== undefined) retire(staticData, secret, now);
	for (const key of ['destination', 'scopes', 'secret']) delete staticData[key];
}

function retire(staticData: IDataObject, secret: string, now: number): void {
	Object.assign(staticData, { previousSecret: secret, previousSecretUntil: now + GRACE_MS });
}
