import { NodeApiError } from 'n8n-workflow';

import { readNetworkFault } from '../../../nodes/BigCommerce/transport/networkFault';

const NODE = {
	id: '1',
	name: 'BigCommerce',
	type: 'x',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};

const network = (code: string, more: object = {}) =>
	Object.assign(new Error(`${code} 10.0.0.1:443`), { code, ...more });

/** As n8n's request helper throws it. */
const fromN8n = (error: Error) =>
	new NodeApiError(NODE, error as unknown as ConstructorParameters<typeof NodeApiError>[1]);

describe.each([
	["the network's own error", (error: Error) => error],
	["within n8n's error", fromN8n],
	['several causes deep', (error: Error) => new Error('a', { cause: new Error('b', { cause: error }) })],
])('readNetworkFault: %s', (_, wrap) => {
	it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CERT_HAS_EXPIRED'])('%s: it never arrived', (code) => {
		expect(readNetworkFault(wrap(network(code)))).toMatchObject({ code, neverArrived: true });
	});

	it.each(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ETIMEDOUT', 'ERR_BAD_RESPONSE'])(
		'%s: it may have arrived',
		(code) => {
			expect(readNetworkFault(wrap(network(code)))).toMatchObject({ code, neverArrived: false, passing: true });
		},
	);

	it.each(['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'])(
		'%s while connecting: it never arrived; while reading: it may have',
		(code) => {
			expect(readNetworkFault(wrap(network(code, { syscall: 'connect' }))).neverArrived).toBe(true);
			expect(readNetworkFault(wrap(network(code, { syscall: 'read' }))).neverArrived).toBe(false);
			expect(readNetworkFault(wrap(network(code))).neverArrived).toBe(false);
		},
	);

	it('a character that no header can hold: nothing was sent, and repeating is of no use', () => {
		const fault = readNetworkFault(wrap(network('ERR_INVALID_CHAR')));
		expect(fault).toMatchObject({ invalidHeader: true, neverArrived: true, passing: false });
		expect(readNetworkFault(wrap(network('ECONNRESET'))).invalidHeader).toBe(false);
	});

	it('a connection that was never made proves that nothing arrived', () => {
		expect(readNetworkFault(wrap(network('ETIMEDOUT', { syscall: 'connect' })))).toMatchObject({ neverArrived: true });
		expect(readNetworkFault(wrap(network('ECONNRESET', { syscall: 'read' })))).toMatchObject({ neverArrived: false });
	});

	it.each(['ENOTFOUND', 'CERT_HAS_EXPIRED', 'SELF_SIGNED_CERT_IN_CHAIN', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
		'%s: another try is of no use',
		(code) => {
			expect(readNetworkFault(wrap(network(code))).passing).toBe(false);
		},
	);
});

describe('readNetworkFault', () => {
	it('finds the code in the text when that is all there is', () => {
		expect(readNetworkFault(new Error('connect ECONNREFUSED 127.0.0.1:1'))).toMatchObject({
			code: 'ECONNREFUSED',
			neverArrived: true,
		});
		expect(readNetworkFault(new Error('read EHOSTUNREACH 10.0.0.1:443')).neverArrived).toBe(false);
		expect(readNetworkFault(new Error('connect EHOSTUNREACH 10.0.0.1:443')).neverArrived).toBe(true);
		expect(readNetworkFault(new Error('Invalid character in header content ["X-Auth-Token"]')).invalidHeader).toBe(
			true,
		);
		expect(readNetworkFault(new Error('socket hang up'))).toMatchObject({ code: undefined, neverArrived: false });
	});

	it('finds what each address said where several were tried', () => {
		const tried = Object.assign(new AggregateError([network('ETIMEDOUT', { syscall: 'connect' })]), {
			code: 'ETIMEDOUT',
		});
		expect(readNetworkFault(tried)).toMatchObject({ code: 'ETIMEDOUT', neverArrived: true });
	});

	it.each([undefined, null, 'broken', 7, {}])('takes %p for an answer that did not come', (thrown) => {
		expect(readNetworkFault(thrown)).toMatchObject({ neverArrived: false, passing: true });
	});
});
