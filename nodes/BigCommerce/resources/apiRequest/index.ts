import type { Resource } from '../types';
import { request } from './request';

export const apiRequest: Resource = {
	value: 'apiRequest',
	name: 'API Request',
	operations: [request],
};
