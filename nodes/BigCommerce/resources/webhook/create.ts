import { additionalFields, required } from '../shared/fields';
import type { OneOperation } from '../types';
import { destination, headers, isActive, scope, withHeaders } from './fields';

export const create: OneOperation = {
	kind: 'one',
	value: 'create',
	name: 'Create',
	action: 'Create webhook',
	description:
		'Have events delivered to an address; BigCommerce allows one webhook per event and address, and ten per event of an API account',
	endpoint: 'POST /v3/hooks',
	scope: [],
	// Always sent: what BigCommerce takes when it is left out is not documented.
	body: [required(scope), required(destination), isActive, additionalFields(headers)],
	shapeBody: withHeaders,
};
