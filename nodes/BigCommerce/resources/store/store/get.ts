import type { GetOperation } from '../../../model/operation';
import { SCOPES } from '../../../transport/scopes';

export const get: GetOperation = {
	kind: 'get',
	value: 'get',
	name: 'Get Information',
	action: 'Get store information',
	description: 'Get name, addresses, currency, units, plan and features',
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
