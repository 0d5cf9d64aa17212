import { receive } from '../../../nodes/BigCommerce/trigger/receiving/receive';
import { rememberRegistration } from '../../../nodes/BigCommerce/trigger/hooks/registration';
import { contextOf, WEBHOOK_URL } from './contexts';
import { CLIENT_SECRET, credential, event, makeNode, ORIGIN_HEADER, SECRET, signed } from './deliveries';

const withoutKey = { ...credential, data: { ...credential.data, clientSecret: ' ' } };

it('hands a genuine event on as it is, without a word', async () => {
	const delivery = event();
	const body = JSON.stringify(delivery);
	const { result, told } = await makeNode().send(body, signed(body));
	expect(result).toEqual({ workflowData: [[{ json: delivery }]] });
	expect(told).toMatchObject({ warnings: [], answer: { ended: false } });
});

it('takes the body that n8n has read already', async () => {
	const body = JSON.stringify(event());
	const { context } = contextOf({
		credential,
		staticData: makeNode().staticData,
		request: { headers: signed(body), body },
	});
	Object.assign(context.getRequestObject(), { rawBody: Buffer.from(body), readRawBody: undefined });
	await expect(receive(context)).resolves.toHaveProperty('workflowData');
});

/** Every way in which a request is not what it should be; all else about it is right. */
const refused: Array<[what: string, status: number, words: RegExp, make: () => [string, Record<string, string>]]> = [
	['no secret header', 401, /no secret header/, () => without(ORIGIN_HEADER)],
	['an empty secret header', 401, /secret header is wrong/, () => changed(ORIGIN_HEADER, '')],
	['a wrong secret header', 401, /secret header is wrong/, () => changed(ORIGIN_HEADER, SECRET.replace('a', 'b'))],
	['no signature', 401, /carries no signature/, () => without('webhook-signature')],
	['no id', 401, /carries no signature/, () => without('webhook-id')],
	[
		'a wrong signature',
		401,
		/probably the Client Secret in the credential is not/,
		() => signedWith({ secret: 'other' }),
	],
	['another body than was signed', 401, /signature is wrong/, () => [`${plain()} `, signed(plain())]],
	['a stale timestamp', 401, /signed too long ago/, () => signedWith({ ageSeconds: 301 })],
	['a timestamp in the future', 401, /signed too long ago, or the clock/, () => signedWith({ ageSeconds: -301 })],
	['a body that is not JSON', 400, /not an event in JSON/, () => of('scope=store/order/created')],
	['an empty body', 400, /not an event in JSON/, () => of('')],
	['JSON that is no event', 400, /not an event in JSON/, () => of('[1, 2]')],
	[
		'an event without a producer',
		400,
		/not an event in JSON/,
		() => of(JSON.stringify({ scope: 'store/order/created' })),
	],
	[
		"another store's producer",
		400,
		/from another store \(stores\/other\)/,
		() => of(JSON.stringify(event({ producer: 'stores/other' }))),
	],
	['bytes that are no text', 400, /not an event in JSON/, () => of('\u0000\u0001')],
];
const plain = () => JSON.stringify({ ...event(), hash: 'constant' });
const of = (body: string): [string, Record<string, string>] => [body, signed(body)];
const signedWith = (options: Parameters<typeof signed>[1]): [string, Record<string, string>] => {
	const body = plain();
	return [body, signed(body, options)];
};
const changed = (name: string, value: string): [string, Record<string, string>] => {
	const [body, headers] = of(plain());
	return [body, { ...headers, [name]: value }];
};
const without = (name: string): [string, Record<string, string>] => {
	const [body, { [name]: _, ...headers }] = of(plain());
	return [body, headers];
};

it.each(refused)('refuses %s with %i, one warning and no execution', async (_, status, words, make) => {
	const { result, told } = await makeNode().send(...make());
	expect(result).toEqual({ noWebhookResponse: true });
	expect(told.answer).toEqual({ status, ended: true });
	expect(told.warnings).toEqual([expect.stringMatching(words)]);
	expect(told.warnings[0]).toContain(`refused a request with ${status}`);
	for (const secret of [SECRET, CLIENT_SECRET]) expect(told.warnings[0]).not.toContain(secret);
});

it('refuses everything when nothing is registered', async () => {
	const body = JSON.stringify(event());
	for (const secret of [SECRET, '', 'undefined']) {
		const headers = { ...signed(body), [ORIGIN_HEADER]: secret };
		const { told } = await makeNode().send(body, headers, { staticData: {} });
		expect(told.answer.status).toBe(401);
	}
});

it('does not read the credential for a stranger', async () => {
	const body = JSON.stringify(event());
	const { context } = contextOf({ credential, request: { headers: {}, body } });
	const read = jest.spyOn(context, 'getCredentials');
	await receive(context);
	expect(read).not.toHaveBeenCalled();
});

it('without a client secret in the credential, the secret header alone lets in', async () => {
	const body = JSON.stringify(event());
	const node = makeNode({ credential: withoutKey });
	expect((await node.send(body, { [ORIGIN_HEADER]: SECRET })).result).toHaveProperty('workflowData');
	expect((await node.send(body, { [ORIGIN_HEADER]: `${SECRET}x` })).told.answer.status).toBe(401);
	expect((await node.send(body, {})).told.answer.status).toBe(401);
});

it('lets in what carries the secret of before, for a while', async () => {
	const { send, staticData } = makeNode();
	rememberRegistration(staticData, { destination: WEBHOOK_URL, scopes: [], secret: 'b'.repeat(64) }, Date.now());
	const body = JSON.stringify(event());
	expect((await send(body, signed(body))).result).toHaveProperty('workflowData');
	staticData.previousSecretUntil = Date.now() - 1;
	expect((await send(body, signed(body))).told.answer.status).toBe(401);
});

it.each([
	[{ timestampTolerance: 10 }, 11, 401],
	[{ timestampTolerance: 100_000 }, 86_400, undefined],
	[{ timestampTolerance: 0 }, 301, 401],
	[{ timestampTolerance: -5 }, 301, 401],
	[{ timestampTolerance: 'forever' }, 301, 401],
])('with the settings %j, a delivery %i seconds old gets %s', async (settings, ageSeconds, status) => {
	const body = JSON.stringify(event());
	const { told } = await makeNode({ parameters: { settings } }).send(body, signed(body, { ageSeconds }));
	expect(told.answer.status).toBe(status);
});

describe('an event that comes again', () => {
	const duplicate = { result: { noWebhookResponse: true }, told: { answer: { status: 200 }, warnings: [] } };

	it('as a retry, with the same id', async () => {
		const { send } = makeNode();
		const body = JSON.stringify(event());
		await send(body, signed(body, { id: 'msg_same' }));
		expect(await send(body, signed(body, { id: 'msg_same' }))).toMatchObject(duplicate);
		expect(await send(body, signed(body, { id: 'msg_same', ageSeconds: 200 }))).toMatchObject(duplicate);
	});

	it('by another hook, with another id', async () => {
		const { send } = makeNode();
		const body = JSON.stringify(event());
		await send(body, signed(body));
		expect(await send(body, signed(body))).toMatchObject(duplicate);
	});

	it.each([500, 503, 404])('because n8n answered %i to it: it is new', async (status) => {
		const node = makeNode();
		const body = JSON.stringify(event());
		expect((await node.send(body, signed(body, { id: 'msg_same' }), {}, status)).result).toHaveProperty('workflowData');
		expect((await node.send(body, signed(body, { id: 'msg_same' }))).result).toHaveProperty('workflowData');
		expect(await node.send(body, signed(body, { id: 'msg_same' }))).toMatchObject(duplicate);
	});

	it('because the sender did not wait for the answer: it is new', async () => {
		const node = makeNode();
		const body = JSON.stringify(event());
		expect((await node.send(body, signed(body), {}, 'none')).result).toHaveProperty('workflowData');
		expect((await node.send(body, signed(body))).result).toHaveProperty('workflowData');
	});

	it('forty times at once: one gets through', async () => {
		const { send } = makeNode();
		const body = JSON.stringify(event());
		const all = await Promise.all(Array.from({ length: 40 }, async () => await send(body, signed(body))));
		expect(all.filter(({ result }) => result.workflowData)).toHaveLength(1);
	});

	it('at another node, or in a test: it is new', async () => {
		const body = JSON.stringify(event());
		const { send } = makeNode();
		await send(body, signed(body));
		expect((await makeNode().send(body, signed(body))).result).toHaveProperty('workflowData');
		for (let times = 0; times < 2; times++) {
			expect((await send(body, signed(body), { mode: 'manual' })).result).toHaveProperty('workflowData');
		}
	});

	it('a later event of the same record is another event', async () => {
		const { send } = makeNode();
		const first = event({ hash: 'same' });
		for (const each of [
			first,
			{ ...first, created_at: first.created_at + 1 },
			{ ...first, scope: 'store/order/updated' },
		]) {
			const body = JSON.stringify(each);
			expect((await send(body, signed(body))).result).toHaveProperty('workflowData');
		}
	});

	it('is forgotten after as many others as the settings say', async () => {
		const { send } = makeNode({ parameters: { settings: { rememberedEvents: 100 } } });
		const first = JSON.stringify(event());
		await send(first, signed(first));
		for (let others = 0; others < 99; others++) {
			const body = JSON.stringify(event());
			await send(body, signed(body));
		}
		expect(await send(first, signed(first))).toMatchObject(duplicate);
		for (let others = 0; others < 100; others++) {
			const body = JSON.stringify(event());
			await send(body, signed(body));
		}
		expect((await send(first, signed(first))).result).toHaveProperty('workflowData');
	});
});
