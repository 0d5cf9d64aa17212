import { SCOPES } from '../../transport/scopes';
import type { OneOperation } from '../types';

export const get: OneOperation = {
	kind: 'one',
	value: 'get',
	name: 'Get Information',
	action: 'Get information of store',
	description: 'Read name, addresses, currency, units, plan and features of the store',
	endpoint: 'GET /v2/store',
	scope: SCOPES.information,
	simplify: [
		'id',
		'name',
		'domain',
		'secure_url',
		'currency',
		'language',
		'timezone.name',
		'weight_units',
		'plan_name',
		'status',
	],
};
