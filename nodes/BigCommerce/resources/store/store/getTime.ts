import type { GetOperation } from '../../../model/operation';
import { SCOPES } from '../../../transport/scopes';

export const getTime: GetOperation = {
	kind: 'get',
	value: 'getTime',
	name: 'Get Time',
	action: 'Get store time',
	description: 'Get the clock of BigCommerce, in seconds since 1970',
	endpoint: 'GET /v2/time',
	scope: SCOPES.information,
};
