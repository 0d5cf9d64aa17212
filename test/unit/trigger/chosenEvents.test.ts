import type { INodeParameters } from 'n8n-workflow';

import { chosenScopes } from '../../../nodes/BigCommerce/trigger/hooks/chosenEvents';
import { contextOf } from './contexts';

const credential = { type: 'bigCommerceApi', data: { storeHash: 'abc123', accessToken: 'token' } };

const chosen = (parameters: INodeParameters) => chosenScopes(contextOf({ credential, parameters }).context);

const PAGE = 'store/channel/{channel_id}/page/created';

it('without channels are those of the whole store', () => {
	const events = ['store/order/created', 'store/product/*'];
	expect(chosen({ events })).toEqual(events);
});

it('with channels are those of each channel, where BigCommerce tells them apart', () => {
	const events = ['store/order/created', 'store/cart/*', 'store/category/updated', 'store/product/*', PAGE];
	expect(chosen({ events, filters: { channels: [1, '2'] } })).toEqual([
		'store/channel/1/order/created',
		'store/channel/2/order/created',
		'store/channel/1/cart/*',
		'store/channel/2/cart/*',
		'store/channel/1/category/updated',
		'store/channel/2/category/updated',
		'store/product/*',
		'store/channel/1/page/created',
		'store/channel/2/page/created',
	]);
});

it('of the whole store when the former status of orders counts, which the channel does not tell', () => {
	const events = ['store/order/statusUpdated', 'store/order/archived'];
	expect(chosen({ events, filters: { channels: [1], orderStatusFrom: [7] } })).toEqual([
		'store/order/statusUpdated',
		'store/channel/1/order/archived',
	]);
});

it('of single channels need a channel', () => {
	expect(() => chosen({ events: [PAGE] })).toThrow('"Page Created" is an event of single channels');
});

it('can be named', () => {
	const otherEvents = ' store/checkout/created, store/order/*\nstore/channel/*/inventory/product/new_thing ';
	expect(chosen({ events: ['other', 'store/order/*'], otherEvents })).toEqual([
		'store/checkout/created',
		'store/order/*',
		'store/channel/*/inventory/product/new_thing',
	]);
	expect(chosen({ events: ['store/order/*'], otherEvents })).toEqual(['store/order/*']);
	expect(chosen({ events: ['other'], otherEvents: '' })).toEqual([]);
});

it.each([
	'store/order/created/',
	'order/created',
	'store',
	'store//order',
	'store/channel/{channel_id}/page/created',
	'/store/x',
])('named "%s" is refused', (name) => {
	expect(() => chosen({ events: ['other'], otherEvents: name })).toThrow(/cannot be the name of an event/);
});
