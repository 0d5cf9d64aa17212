import { SCOPES } from '../../transport/scopes';
import type { OneOperation } from '../types';

export const getTime: OneOperation = {
	kind: 'one',
	value: 'getTime',
	name: 'Get Time',
	action: 'Get time of store',
	description: 'Read the clock of BigCommerce, in seconds since 1970: a quick proof that the store answers',
	endpoint: 'GET /v2/time',
	scope: SCOPES.information,
};
