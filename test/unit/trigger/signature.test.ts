import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';

import { verifySignature } from '../../../nodes/BigCommerce/trigger/receiving/signature';

const SECRET = 'e6a5f1b2-client-secret';
const NOW = 1_900_000_000;
const TOLERANCE = 300;

/** Signs with the public reference library, as BigCommerce's guide does. */
function sign(body: string | Buffer, { id = 'msg_1', time = NOW, secret = SECRET } = {}): Record<string, string> {
	const signature = new Webhook(Buffer.from(secret, 'utf8').toString('base64')).sign(
		id,
		new Date(time * 1000),
		body.toString(),
	);
	return { 'webhook-id': id, 'webhook-timestamp': String(time), 'webhook-signature': signature };
}

const body = JSON.stringify({ scope: 'store/order/created', data: { type: 'order', id: 118 }, text: 'Grüße ✓' });
const verify = (headers: Record<string, string | string[] | undefined>, bytes: string | Buffer = body) =>
	verifySignature(headers, Buffer.from(bytes), SECRET, TOLERANCE, NOW);

it('accepts what the reference library signs', () => {
	expect(verify(sign(body))).toBe('valid');
});

it('accepts one right signature among several, and none among wrong ones', () => {
	const headers = sign(body);
	const wrong = sign(body, { secret: 'another' })['webhook-signature'];
	const among = `v1a,abc ${wrong} ${headers['webhook-signature']} ${wrong}`;
	expect(verify({ ...headers, 'webhook-signature': among })).toBe('valid');
	expect(verify({ ...headers, 'webhook-signature': `${wrong} ${wrong} v2,abc` })).toBe('wrong');
});

it('refuses another key, another body, another id, another time', () => {
	const headers = sign(body);
	expect(verify(sign(body, { secret: 'another' }))).toBe('wrong');
	expect(verify(headers, `${body} `)).toBe('wrong');
	expect(verify({ ...headers, 'webhook-id': 'msg_2' })).toBe('wrong');
	expect(verify({ ...headers, 'webhook-timestamp': String(NOW + 1) })).toBe('wrong');
});

it('says "stale" only of what was rightly signed', () => {
	expect(verify(sign(body, { time: NOW - TOLERANCE }))).toBe('valid');
	expect(verify(sign(body, { time: NOW + TOLERANCE }))).toBe('valid');
	expect(verify(sign(body, { time: NOW - TOLERANCE - 1 }))).toBe('stale');
	expect(verify(sign(body, { time: NOW + TOLERANCE + 1 }))).toBe('stale');
	expect(verify(sign(body, { time: NOW - 86_400, secret: 'another' }))).toBe('wrong');
});

it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('misses %s', (name) => {
	const headers = sign(body);
	expect(verify({ ...headers, [name]: undefined })).toBe('missing');
	expect(verify({ ...headers, [name]: [headers[name] ?? ''] })).toBe('missing');
});

it.each(['', ' ', '1e9', '-1', '1900000000.5', '0x713FB300', 'NaN'])('refuses the time %j', (time) => {
	expect(verify({ ...sign(body), 'webhook-timestamp': time })).toBe('wrong');
});

it('fails closed without a key', () => {
	const headers = sign(body, { secret: 'x' });
	expect(verifySignature(headers, Buffer.from(body), '', TOLERANCE, NOW)).toBe('wrong');
});

it('takes signatures for text: no other spelling of the same bytes', () => {
	const headers = sign(body);
	const signature = headers['webhook-signature'] ?? '';
	for (const spelt of [
		signature.replace(/=+$/, ''),
		signature.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
		signature.toLowerCase(),
		signature.replace('v1,', 'v1, '),
		signature.replace('v1,', ''),
		`${signature}=`,
		`${signature}\n`,
	]) {
		expect([spelt, verify({ ...headers, 'webhook-signature': spelt })]).toEqual([spelt, 'wrong']);
	}
});

describe('whatever is changed in a valid delivery', () => {
	const runs = { numRuns: 300 };
	const headers = sign(body);
	const bytes = Buffer.from(body);

	it('any byte of the body', () => {
		fc.assert(
			fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (index, change) => {
				const mutated = Buffer.from(bytes);
				mutated[index] = (mutated[index] ?? 0) ^ change;
				expect(verify(headers, mutated)).toBe('wrong');
			}),
			runs,
		);
	});

	it('a body cut short, or longer', () => {
		fc.assert(
			fc.property(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }), (cut, more) => {
				expect(verify(headers, bytes.subarray(0, cut))).toBe('wrong');
				expect(verify(headers, Buffer.concat([bytes, more]))).toBe('wrong');
			}),
			runs,
		);
	});

	it('any character of a header', () => {
		const name = fc.constantFrom('webhook-id', 'webhook-timestamp', 'webhook-signature');
		fc.assert(
			fc.property(name, fc.nat(), fc.string({ minLength: 0, maxLength: 3 }), (header, at, text) => {
				const value = headers[header] ?? '';
				const index = at % value.length;
				const mutated = value.slice(0, index) + text + value.slice(index + 1);
				fc.pre(mutated !== value && !mutated.split(' ').includes(headers['webhook-signature'] ?? ''));
				expect(verify({ ...headers, [header]: mutated })).not.toBe('valid');
			}),
			runs,
		);
	});

	it('any other key', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), (secret) => {
				fc.pre(secret !== SECRET);
				expect(verifySignature(headers, bytes, secret, TOLERANCE, NOW)).toBe('wrong');
			}),
			runs,
		);
	});
});
