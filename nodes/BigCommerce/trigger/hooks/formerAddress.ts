import type { IHookFunctions } from 'n8n-workflow';
import { z } from 'zod';

const PATIENCE_MS = 5000;

const answer = z.object({ statusCode: z.number() });

/**
 * The address that this node registered before, if nobody serves it any more: then the hooks there are to be
 * removed. A copy of n8n's database on another server knows the address of the original as well, whose hooks
 * it must not take away. So the address is asked: a trigger of ours that is alive refuses a request without
 * proof of origin with 401.
 * @param known address of the last registration
 */
export async function abandonedAddress(
	context: IHookFunctions,
	known: string | undefined,
	webhookUrl: string,
): Promise<string | undefined> {
	if (known === undefined || known === webhookUrl || !(await isServed(context, known))) return known;
	context.logger.warn(
		`BigCommerce Trigger: the former address ${known} still answers, so its webhooks are left alone. If this n8n has moved, delete them in BigCommerce.`,
	);
	return undefined;
}

async function isServed(context: IHookFunctions, url: string): Promise<boolean> {
	try {
		const response: unknown = await context.helpers.httpRequest({
			method: 'POST',
			url,
			timeout: PATIENCE_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		});
		return answer.parse(response).statusCode === 401;
	} catch {
		return false;
	}
}
