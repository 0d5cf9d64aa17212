import type { IDataObject } from 'n8n-workflow';

import {
	forgetRegistration,
	newSecret,
	readRegistration,
	rememberRegistration,
} from '../../../nodes/BigCommerce/trigger/hooks/registration';
import { knowsSecret } from '../../../nodes/BigCommerce/trigger/receiving/origin';

const HOUR = 60 * 60 * 1000;
const NOW = 1_900_000_000_000;
const at = { destination: 'https://n8n.example.com/webhook/1', scopes: ['store/order/created'] };

it('makes a secret of 32 random bytes', () => {
	const secrets = new Set(Array.from({ length: 50 }, newSecret));
	expect(secrets.size).toBe(50);
	for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{64}$/);
});

it('knows nothing without a registration: not even an empty secret', () => {
	for (const sent of [undefined, '', 'undefined', 'null', ['a'], 'a']) {
		expect(knowsSecret(readRegistration({}), sent, NOW)).toBe(false);
		expect(knowsSecret(readRegistration({ secret: 5, previousSecret: '' }), sent, NOW)).toBe(false);
	}
});

it('knows its secret, and the one before for two days', () => {
	const data: IDataObject = {};
	rememberRegistration(data, { ...at, secret: 'first' }, NOW);
	rememberRegistration(data, { ...at, secret: 'second' }, NOW + HOUR);
	const known = (sent: string, hours: number) => knowsSecret(readRegistration(data), sent, NOW + hours * HOUR);
	expect(known('second', 1000)).toBe(true);
	expect(known('first', 48)).toBe(true);
	expect(known('first', 49)).toBe(false);
	expect(known('firs', 2)).toBe(false);
	expect(known('secondx', 2)).toBe(false);
});

it('keeps the secret before when it registers the same one again', () => {
	const data: IDataObject = {};
	rememberRegistration(data, { ...at, secret: 'first' }, NOW);
	rememberRegistration(data, { ...at, secret: 'second' }, NOW);
	rememberRegistration(data, { ...at, secret: 'second' }, NOW);
	expect(knowsSecret(readRegistration(data), 'first', NOW)).toBe(true);
});

it('forgets its hooks, but lets deliveries in that are on their way', () => {
	const data: IDataObject = {};
	rememberRegistration(data, { ...at, secret: 'first' }, NOW);
	forgetRegistration(data, NOW);
	expect(readRegistration(data)).toEqual({ previousSecret: 'first', previousSecretUntil: NOW + 48 * HOUR });
	rememberRegistration(data, { ...at, secret: 'second' }, NOW);
	expect(knowsSecret(readRegistration(data), 'first', NOW)).toBe(true);
	expect(knowsSecret(readRegistration(data), 'second', NOW)).toBe(true);
});
