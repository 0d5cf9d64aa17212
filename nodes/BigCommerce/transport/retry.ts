import { ApiFailure } from './failure';
import { asksForPause, readQuota, readRetryAfterMs } from './quotaReport';
import { leavesOpen } from './refusal';
import type { ApiRequest, ApiResponse } from './types';

/**
 * What stood in the way. `quota`: the store's quota was spent, and it said when the next one comes.
 * `busy`: refused for another reason that passes. `fault`: no answer, or one that says the store is broken.
 */
type Trouble = 'quota' | 'busy' | 'fault';

/** Refusals for want of quota do no harm and end with the caller's patience; faults are not waited out for ever. */
const MOST_REPEATS: Record<Trouble, number> = { quota: Infinity, busy: 11, fault: 4 };
/** Having lined up again this often and lost to others, a call steps back. */
const FREE_REPEATS = 3;
const FIRST_DELAY_MS: Record<Trouble, number> = { quota: 500, busy: 500, fault: 1000 };
const LONGEST_DELAY_MS = 60_000;

/**
 * Decides, for one call, whether and when it is sent again.
 *
 * 429 means that nothing was done, so any call may be repeated: with quota headers the limiter knows the
 * reset and the call may line up again at once; without them, exponential backoff with jitter. After a
 * 5xx or a broken connection only a read or a write that says that it is repeatable is sent again, or one that
 * never arrived.
 */
export class Retry {
	private readonly repeats: Record<Trouble, number> = { quota: 0, busy: 0, fault: 0 };
	/** Whether a try so far may have been carried out. */
	mayHaveHappened = false;

	constructor(private readonly request: ApiRequest) {}

	/**
	 * @param random in [0, 1)
	 * @returns milliseconds to wait before the next try, or `undefined` when the call must not be sent again
	 */
	delayAfter(result: ApiResponse | ApiFailure, random: number): number | undefined {
		const trouble = result instanceof ApiFailure ? this.troubleOf(result) : this.refusalOf(result);
		if (trouble === undefined || this.repeats[trouble] >= MOST_REPEATS[trouble]) return undefined;
		const repeat = this.repeats[trouble]++;
		if (trouble === 'quota' && repeat < FREE_REPEATS) return 0;
		const exponent = trouble === 'quota' ? repeat - FREE_REPEATS : repeat;
		const backoff = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS[trouble] * 2 ** exponent) * (0.5 + random / 2);
		return result instanceof ApiFailure ? backoff : Math.max(backoff, readRetryAfterMs(result) ?? 0);
	}

	private troubleOf({ kind, details }: ApiFailure): Trouble | undefined {
		if (kind === 'unanswered') this.mayHaveHappened = true;
		const mayRepeat = kind === 'notSent' || (kind === 'unanswered' && this.isRepeatable);
		return mayRepeat && details.passing ? 'fault' : undefined;
	}

	private refusalOf(response: ApiResponse): Trouble | undefined {
		const { status, headers } = response;
		if (status === 429) return readQuota(headers)?.left === 0 ? 'quota' : 'busy';
		if (asksForPause(response)) return 'busy';
		if (!leavesOpen(response)) return undefined;
		this.mayHaveHappened = true;
		return this.isRepeatable ? 'fault' : undefined;
	}

	private get isRepeatable(): boolean {
		return this.request.method === 'GET' || this.request.repeatable;
	}
}
