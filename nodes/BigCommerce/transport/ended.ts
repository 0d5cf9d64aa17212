import { WaitEnded } from './admission';
import type { Connection } from './connection';
import { ConnectionFault } from './connection';
import { ApiFailure } from './failure';
import type { CallOutcome } from './failure';
import { readNetworkFault } from './networkFault';
import { clause, sentences } from './sentences';
import type { ApiRequest } from './types';

const LOOK_FIRST = 'Check in the store whether the change was made before you send it again.';

const callOf = ({ method, path }: ApiRequest) => ({ method, path });
const inText = ({ method, path }: ApiRequest) => `${method} ${path}`;
const doubtOf = ({ method }: ApiRequest): CallOutcome => (method === 'GET' ? 'notDone' : 'unknown');

/** The call must not leave: it would do harm, or cannot be made. */
export function notFitToSend(request: ApiRequest, reason: string): ApiFailure {
	return new ApiFailure(
		'notSent',
		reason,
		'Nothing was sent to BigCommerce. Set the ID or the filter.',
		callOf(request),
	);
}

/** A value holds half a character, for which an address has no form. */
export function brokenCharacter(request: ApiRequest): ApiFailure {
	return new ApiFailure(
		'notSent',
		`A value of the query holds a broken character (${inText(request)})`,
		'Nothing was sent to BigCommerce. The text was cut in the middle of an emoji or another long character.',
		callOf(request),
	);
}

/** Kept back because the run goes no further. */
export function held(request: ApiRequest): ApiFailure {
	return new ApiFailure(
		'held',
		`This was not sent, because the run had ended (${inText(request)})`,
		'',
		callOf(request),
	);
}

/** @param isUnderWay whether the request had left, so that the store may carry it out all the same */
export function cancelled(request: ApiRequest, isUnderWay: boolean): ApiFailure {
	const canceled = 'The execution was canceled'; // n8n knows a stopped execution by this word
	const outcome = isUnderWay ? doubtOf(request) : 'notDone';
	return outcome === 'unknown'
		? new ApiFailure(
				'cancelled',
				`${canceled} while a change was under way, so it is not known whether it was made (${inText(request)})`,
				LOOK_FIRST,
				{ ...callOf(request), outcome },
			)
		: new ApiFailure('cancelled', canceled, 'This request had not been carried out.', callOf(request));
}

/** The request was kept back until somebody's patience was over, or until nobody wanted it any more. */
export function neverLeft(request: ApiRequest, ended: unknown): ApiFailure {
	if (!(ended instanceof WaitEnded)) return new ApiFailure('notSent', String(ended), '', callOf(request));
	const { reason, waitMs, waitFor } = ended;
	if (reason === 'cancelled') return cancelled(request, false);
	if (reason === 'held') return held(request);
	const wait = `${Math.ceil(waitMs / 1000)} seconds`;
	return waitFor === 'endpoint'
		? new ApiFailure(
				'tooLong',
				`BigCommerce asks for a pause of ${wait} at this endpoint, longer than may be waited (${inText(request)})`,
				'Raise Request Options > Longest Wait, or run the workflow later; other endpoints are not concerned.',
				callOf(request),
			)
		: new ApiFailure(
				'tooLong',
				"Waiting for the store's request quota would take too long",
				`The next requests would leave in ${wait}. Raise Request Options > Longest Wait, send fewer items, or run the workflow when other apps use the store less.`,
				callOf(request),
			);
}

/** No answer came. */
export function unanswered(request: ApiRequest, error: unknown, connection: Connection): ApiFailure {
	// Thrown by the credential's own check, on the first use of a token; n8n wraps it once.
	const unfit = [error, error instanceof Error ? error.cause : undefined].find(
		(layer) => layer instanceof ConnectionFault,
	);
	if (unfit) {
		return new ApiFailure('notSent', unfit.message, 'Open the credential of this node and test it.', callOf(request));
	}
	const fault = readNetworkFault(error);
	if (fault.invalidHeader) {
		return new ApiFailure(
			'notSent',
			'The credential holds a character that cannot be sent, so no request was made',
			'Open the credential of this node and enter the access token again: an invisible character was copied with it.',
			callOf(request),
		);
	}
	const said = clause(fault.message);
	const cause = fault.code && !said.includes(fault.code) ? `${said} (${fault.code})` : said;
	const details = { ...callOf(request), passing: fault.passing };
	if (fault.neverArrived) {
		return new ApiFailure(
			'notSent',
			'BigCommerce could not be reached',
			sentences(cause, `Check the network of the n8n server and the API URL of the credential (${connection.apiUrl})`),
			details,
		);
	}
	const outcome = doubtOf(request);
	return outcome === 'notDone'
		? new ApiFailure('unanswered', `BigCommerce did not answer (${inText(request)})`, sentences(cause), details)
		: new ApiFailure(
				'unanswered',
				`BigCommerce did not answer, so it is not known whether the change was made (${inText(request)})`,
				sentences(LOOK_FIRST, cause),
				{ ...details, outcome },
			);
}
