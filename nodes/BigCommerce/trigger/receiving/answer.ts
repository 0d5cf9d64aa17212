import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** The part of Express's response that matters here. */
interface ServerResponse {
	statusCode: number;
	/** The connection is gone. */
	destroyed: boolean;
	status(code: number): ServerResponse;
	end(): void;
	once(event: 'finish' | 'close', listener: () => void): void;
}

/** Answers the request and starts no execution. */
export function answer(context: IWebhookFunctions, status: number): IWebhookResponseData {
	responseOf(context).status(status).end();
	return { noWebhookResponse: true };
}

/**
 * Whether the request was answered with success in the end. Not so when n8n could not store the execution, or
 * when the sender hung up before: then BigCommerce sends the event again.
 */
export async function acknowledgement(context: IWebhookFunctions): Promise<boolean> {
	const response = responseOf(context);
	if (response.destroyed) return false;
	return await new Promise((resolve) => {
		response.once('finish', () => resolve(response.statusCode >= 200 && response.statusCode < 300));
		response.once('close', () => resolve(false));
	});
}

function responseOf(context: IWebhookFunctions): ServerResponse {
	const response: unknown = context.getResponseObject();
	return response as ServerResponse;
}
