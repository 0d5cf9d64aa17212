import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';

import { CLIENT_SECRET, event, makeNode, ORIGIN_HEADER, SECRET, signed } from './deliveries';

/** A request as it is sent. */
interface Request {
	headers: Record<string, string | string[]>;
	body: Buffer;
}

const ID = 'webhook-id';
const TIMESTAMP = 'webhook-timestamp';
const SIGNATURE = 'webhook-signature';
const HEADERS = [ORIGIN_HEADER, ID, TIMESTAMP, SIGNATURE];

const data = fc.oneof(
	fc.record({ type: fc.constant('order'), id: fc.nat() }),
	fc.record({ type: fc.constant('cart'), id: fc.uuid(), note: fc.constantFrom('Grüße', '✓ 注文', 'plain') }),
	fc.array(fc.record({ price_list_id: fc.nat(), variant_id: fc.nat(), currency: fc.constant('usd') }), {
		minLength: 1,
		maxLength: 5,
	}),
);
const scope = fc.constantFrom('store/order/created', 'store/cart/abandoned', 'store/priceList/record/updated');
const genuine = fc.record({ scope, data }).map((changes) => JSON.stringify(event(changes)));

/** Changes one thing of a genuine request; what comes out must not be let in. */
type Mutation = (original: Request) => Request;

const header = (name: string, change: (value: string) => string | string[]): Mutation => {
	return ({ headers, body }) => ({ body, headers: { ...headers, [name]: change(String(headers[name])) } });
};
const body = (change: (bytes: Buffer) => Buffer): Mutation => {
	return (request) => ({ ...request, body: change(request.body) });
};
/** Signed anew, as somebody would who has not all that BigCommerce has. */
const resigned = (
	key: Buffer | string,
	ageSeconds = 0,
	digest: 'base64' | 'hex' | 'base64url' = 'base64',
): Mutation => {
	return ({ headers, body: bytes }) => {
		const time = `${Math.floor(Date.now() / 1000) - ageSeconds}`;
		const signature = createHmac('sha256', key)
			.update(`${String(headers[ID])}.${time}.`)
			.update(bytes)
			.digest(digest);
		return { body: bytes, headers: { ...headers, [TIMESTAMP]: time, [SIGNATURE]: `v1,${signature}` } };
	};
};

/** Puts `text` in place of `length` characters. */
const splice = (value: string, at: number, length: number, text: string): string => {
	const index = at % (value.length + 1);
	return value.slice(0, index) + text + value.slice(index + length);
};

const anyHeader = fc.constantFrom(...HEADERS);
const text = fc.oneof(fc.string({ maxLength: 4 }), fc.string({ unit: 'binary', maxLength: 3 }));

const inHeaders = fc.oneof(
	fc
		.tuple(anyHeader, fc.nat(), fc.nat(3), text)
		.map(([name, at, length, put]) => header(name, (value) => splice(value, at, length, put))),
	fc.tuple(anyHeader, fc.string()).map(([name, value]) => header(name, () => value)),
	anyHeader.map((name): Mutation => ({ headers: { [name]: _, ...headers }, body: bytes }) => ({
		headers,
		body: bytes,
	})),
	anyHeader.map((name) => header(name, (value) => [value, value])),
	anyHeader.map((name) => header(name, (value) => `${value}, ${value}`)),
	fc.tuple(anyHeader, anyHeader).map(([to, from]): Mutation => ({ headers, body: bytes }) => ({
		body: bytes,
		headers: { ...headers, [to]: headers[from] ?? '' },
	})),
);
const inTimes = fc.oneof(
	fc
		.integer({ min: -1_000_000, max: 1_000_000 })
		.map((change) => header(TIMESTAMP, (value) => `${Number(value) + change}`)),
	fc.constantFrom('+', '0', ' ', '-', '1').chain((put) =>
		fc.constantFrom(
			header(TIMESTAMP, (value) => put + value),
			header(TIMESTAMP, (value) => value + put),
		),
	),
	fc.constantFrom('.0', 'e0', '000', 'Z', '\n').map((put) => header(TIMESTAMP, (value) => value + put)),
	// Rightly signed, but not now.
	fc.integer({ min: 302, max: 100_000_000 }).map((age) => resigned(CLIENT_SECRET, age)),
	fc.integer({ min: 302, max: 100_000_000 }).map((age) => resigned(CLIENT_SECRET, -age)),
);
const inSecrets = fc.oneof(
	fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f]{64}$/)).map((key) => resigned(key)),
	fc
		.constantFrom(
			'',
			SECRET,
			CLIENT_SECRET.toUpperCase(),
			`${CLIENT_SECRET} `,
			`whsec_${CLIENT_SECRET}`,
			Buffer.from(CLIENT_SECRET).toString('base64'),
			Buffer.from(CLIENT_SECRET, 'base64'),
			Buffer.from(CLIENT_SECRET, 'utf16le'),
		)
		.map((key) => resigned(key)),
	fc.nat(SECRET.length).map((length) => header(ORIGIN_HEADER, (secret) => secret.slice(0, length))),
	fc.string({ minLength: 1 }).map((more) => header(ORIGIN_HEADER, (secret) => secret + more)),
	fc.constantFrom(CLIENT_SECRET, '', 'undefined', 'null', '*').map((secret) => header(ORIGIN_HEADER, () => secret)),
);
const inEncodings = fc.oneof(
	fc.constantFrom('hex' as const, 'base64url' as const).map((digest) => resigned(CLIENT_SECRET, 0, digest)),
	fc
		.constantFrom<(value: string) => string>(
			(value) => value.toLowerCase(),
			(value) => value.toUpperCase(),
			(value) => value.replace(/=+$/, ''),
			(value) => `${value}=`,
			(value) => value.replace('v1,', ''),
			(value) => value.replace('v1,', 'v2,'),
			(value) => value.replace('v1,', 'v1a,'),
			(value) => value.replace('v1,', 'v1='),
			(value) => value.replace(',', ', '),
			(value) => encodeURIComponent(value),
			(value) => `"${value}"`,
			(value) => `v1,${Buffer.from(value).toString('base64')}`,
			(value) => `${value},${value}`,
		)
		.chain((spell) => fc.constantFrom(ID, SIGNATURE, ORIGIN_HEADER).map((name) => header(name, spell))),
	fc
		.constantFrom<(bytes: Buffer) => Buffer>(
			(bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
			(bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
			(bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
			(bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
			(bytes) => Buffer.from(bytes.toString('base64')),
			(bytes) => Buffer.from(encodeURIComponent(bytes.toString('utf8'))),
			(bytes) => gzipSync(bytes),
			(bytes) => Buffer.from(JSON.stringify(JSON.parse(bytes.toString('utf8')), null, 1)),
			(bytes) => Buffer.from(bytes.toString('utf8').replace('{', '{ ')),
			(bytes) => Buffer.from(bytes.toString('utf8').replace('s', '\\u0073')),
			(bytes) => Buffer.from(`${bytes.toString('utf8')}\n`),
		)
		.map(body),
);
const inBody = fc.oneof(
	fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(([at, change]) =>
		body((bytes) => {
			const changed = Buffer.from(bytes);
			const index = at % bytes.length;
			changed[index] = (changed[index] ?? 0) ^ change;
			return changed;
		}),
	),
	fc
		.tuple(fc.nat(), fc.nat(8), fc.uint8Array({ maxLength: 8 }))
		.map(([at, length, put]) =>
			body((bytes) =>
				Buffer.concat([bytes.subarray(0, at % bytes.length), put, bytes.subarray((at % bytes.length) + length)]),
			),
		),
	fc.uint8Array({ maxLength: 64 }).map((bytes) => body(() => Buffer.from(bytes))),
	// The headers of one delivery with the body of another.
	genuine.map((other) => body(() => Buffer.from(other))),
);

const mutation = fc.oneof(inHeaders, inTimes, inSecrets, inEncodings, inBody);

/** Whether a request is what was sent, or as good as that: one right signature among others is enough. */
const isGenuine = (original: Request, { headers, body: bytes }: Request): boolean =>
	original.body.equals(bytes) &&
	HEADERS.filter((name) => name !== SIGNATURE).every((name) => headers[name] === original.headers[name]) &&
	typeof headers[SIGNATURE] === 'string' &&
	headers[SIGNATURE].split(' ').includes(String(original.headers[SIGNATURE]));

// Seconds on an idle machine; the bound is for one that does other things.
it('of 10,000 changed deliveries not one is let in, and every genuine one is', async () => {
	const { send } = makeNode();
	const answers = { mutated: 0, genuine: 0 };
	await fc.assert(
		fc.asyncProperty(genuine, mutation, async (content, mutate) => {
			const original: Request = { headers: signed(content), body: Buffer.from(content) };
			const changed = mutate(original);
			fc.pre(!isGenuine(original, changed));

			const { result, told } = await send(changed.body, changed.headers);
			expect(result).toEqual({ noWebhookResponse: true });
			expect(told.answer).toEqual({ status: 401, ended: true });
			expect(told.warnings).toHaveLength(1);
			answers.mutated++;

			const { result: accepted } = await send(original.body, original.headers);
			expect(accepted.workflowData?.[0]?.[0]?.json).toEqual(JSON.parse(content));
			answers.genuine++;
		}),
		{ numRuns: 10_000 },
	);
	expect(answers).toEqual({ mutated: 10_000, genuine: 10_000 });
}, 120_000);
