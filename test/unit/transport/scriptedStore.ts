import type { IHttpRequestOptions } from 'n8n-workflow';

import type { ApiFailure } from '../../../nodes/BigCommerce/transport/failure';
import { StoreLimiter } from '../../../nodes/BigCommerce/transport/limiter';
import type { StoreApiOptions } from '../../../nodes/BigCommerce/transport/storeApi';
import { StoreApi } from '../../../nodes/BigCommerce/transport/storeApi';
import type { ApiRequest, ApiResponse, WriteRequest } from '../../../nodes/BigCommerce/transport/types';
import { FakeClock } from '../../support/fakeClock';
import type { FakeAnswer } from '../../support/fakeContext';
import { contextWith, TEST_CONNECTION } from '../../support/fakeContext';

/** What a server does with a request, the `count`th that it gets. */
export type Act = (options: IHttpRequestOptions, count: number) => FakeAnswer | Error | Promise<FakeAnswer>;

export const QUOTA_SPENT: FakeAnswer = {
	statusCode: 429,
	headers: {
		'X-Rate-Limit-Requests-Left': '0',
		'X-Rate-Limit-Requests-Quota': '150',
		'X-Rate-Limit-Time-Reset-Ms': '20000',
		'X-Rate-Limit-Time-Window-Ms': '30000',
	},
};
export const OK: FakeAnswer = { statusCode: 200, body: { data: [], meta: {} } };

export const broken = (code: string, more: object = {}) =>
	Object.assign(new Error(`${code} happened`), { code, ...more });

const PATH = '/v3/things';

export const read: ApiRequest = { method: 'GET', path: PATH };

export const write = (
	method: WriteRequest['method'],
	repeatable = false,
	more: Partial<WriteRequest> = {},
): ApiRequest => ({ method, path: PATH, repeatable, ...more });

/** A store whose server does as it is told, on a clock that stands still. */
export class ScriptedStore {
	readonly clock = new FakeClock();
	readonly seen: IHttpRequestOptions[] = [];

	api(act: Act, options: StoreApiOptions = {}): StoreApi {
		const context = contextWith(async (request) => {
			this.seen.push(request);
			const result = await act(request, this.seen.length);
			if (result instanceof Error) throw result;
			return result;
		});
		return new StoreApi(context, TEST_CONNECTION, {
			clock: this.clock,
			limiter: new StoreLimiter(this.clock),
			...options,
		});
	}

	/** Sends a call and lets as much time pass as it takes. */
	async send(api: StoreApi, request: ApiRequest = read): Promise<{ response?: ApiResponse; failure?: ApiFailure }> {
		const sending = api.send(request).then(
			(response) => ({ response }),
			(failure: unknown) => ({ failure: failure as ApiFailure }),
		);
		await this.clock.runUntilIdle();
		return await sending;
	}
}
