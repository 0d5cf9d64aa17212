import type { Resource } from '../../../model/operation';
import { request } from './request';

export const apiRequest: Resource = {
	value: 'apiRequest',
	name: 'API Request',
	description: "Any call of the store's v2 and v3 APIs that has no operation of its own",
	operations: [request],
};
