import { CLIENT_SECRET, credential, event, makeNode, signed } from './deliveries';

const withSecret = (clientSecret: string) => ({ ...credential, data: { ...credential.data, clientSecret } });

const MINUTE_MS = 60_000;

afterEach(() => jest.useRealTimers());

/** A node whose credential changes under it, and how often the credential has been read. */
function makeChanging() {
	const node = makeNode();
	const reads = { count: 0 };
	const send = async (held: string, signer: string, changes: object = {}) => {
		const body = JSON.stringify(event(changes));
		const data = new Proxy(withSecret(held).data, {
			get: (target, name): unknown => {
				if (name === 'clientSecret') reads.count++;
				return Reflect.get(target, name);
			},
		});
		const { told } = await node.send(body, signed(body, { secret: signer }), { credential: { ...credential, data } });
		return told.answer.status ?? 'handed on';
	};
	return { send, reads };
}

it('reads the credential once for many deliveries', async () => {
	const { send, reads } = makeChanging();
	expect(await send(CLIENT_SECRET, CLIENT_SECRET)).toBe('handed on');
	const once = reads.count;
	for (let times = 0; times < 5; times++) expect(await send(CLIENT_SECRET, CLIENT_SECRET)).toBe('handed on');
	expect(once).toBeGreaterThan(0);
	expect(reads.count).toBe(once);
});

it('takes what the new secret signed at once, and refuses what neither signed', async () => {
	const { send } = makeChanging();
	expect(await send('old', 'old')).toBe('handed on');
	expect(await send('new', 'another')).toBe(401);
	expect(await send('new', 'new')).toBe('handed on');
	expect(await send('new', 'old')).toBe(401);
});

it('no longer takes what the old secret signed after a minute', async () => {
	jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
	const { send } = makeChanging();
	expect(await send('old', 'old')).toBe('handed on');
	jest.setSystemTime(Date.now() + MINUTE_MS + 1);
	expect(await send('new', 'old')).toBe(401);
	expect(await send('new', 'new')).toBe('handed on');
});

it('asks the credential before it says that an event is of another store', async () => {
	const { send, reads } = makeChanging();
	await send(CLIENT_SECRET, CLIENT_SECRET);
	const once = reads.count;
	expect(await send(CLIENT_SECRET, CLIENT_SECRET, { producer: 'stores/other' })).toBe(400);
	expect(reads.count).toBeGreaterThan(once);
});
