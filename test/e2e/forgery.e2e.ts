import { poll } from '../n8n/poll';
import type { Delivery } from '../sandbox';
import { signatureHeaders } from '../sandbox/webhooks/payload';
import type { TriggerWorkflow } from './triggerWorkflows';
import { useTriggerWorkflows } from './triggerWorkflows';
import { world } from './world';

const SECRET_HEADER = 'X-N8n-Webhook-Secret';

/** A request as BigCommerce would send it. */
interface Request {
	headers: Record<string, string>;
	body: string;
}

describe('forged deliveries', () => {
	const { activate } = useTriggerWorkflows();
	let workflow: TriggerWorkflow;
	let delivered: Delivery;

	beforeEach(async () => {
		const { sandbox } = world();
		workflow = await activate({ events: ['store/customer/created'], output: 'event' });
		sandbox.shopper.registerCustomer();
		await workflow.succeeded(1);
		delivered = sandbox.deliveries.at(-1) as Delivery;
	});

	/** Signs like BigCommerce, so that the request is right but for what a test then changes. */
	const sign = (body: string, time = Date.now()): Record<string, string> =>
		signatureHeaders(world().sandbox.clientSecret, `msg_${crypto.randomUUID()}`, time, body);

	/** An event of its own, as the store would send it. */
	const genuine = (changes: Record<string, unknown> = {}): Request => {
		const body = JSON.stringify({ ...delivered.payload, hash: crypto.randomUUID(), ...changes });
		return { body, headers: { ...delivered.attempts[0]?.headers, ...sign(body) } };
	};

	const send = async ({ headers, body }: Request): Promise<number> =>
		(await fetch(delivered.destination, { method: 'POST', headers, body })).status;

	const warnings = (since: number): string[] =>
		world()
			.n8n.readLog()
			.slice(since)
			.split('\n')
			.filter((line) => /BigCommerce Trigger|Error in handling webhook request/.test(line));

	const without = ({ headers, body }: Request, name: string): Request => {
		const { [name]: _, ...rest } = headers;
		return { headers: rest, body };
	};

	const forgeries: Array<[what: string, make: () => Request, status: number]> = [
		[
			'a wrong signature',
			() => {
				const { headers, body } = genuine();
				return { body, headers: { ...headers, 'webhook-signature': `v1,${Buffer.alloc(32, 7).toString('base64')}` } };
			},
			401,
		],
		['the signature of another body', () => ({ headers: genuine().headers, body: genuine().body }), 401],
		['no signature', () => without(genuine(), 'webhook-signature'), 401],
		['no secret header', () => without(genuine(), SECRET_HEADER), 401],
		[
			'a wrong secret header',
			() => {
				const { headers, body } = genuine();
				return { body, headers: { ...headers, [SECRET_HEADER]: '0'.repeat(64) } };
			},
			401,
		],
		[
			'a stale timestamp',
			() => {
				const { headers, body } = genuine();
				return { body, headers: { ...headers, ...sign(body, Date.now() - 86_400_000) } };
			},
			401,
		],
		[
			'a body that is JSON but no event',
			() => ({ body: '[1]', headers: { ...genuine().headers, ...sign('[1]') } }),
			400,
		],
		[
			'a body that is not JSON',
			() => {
				const { headers } = genuine();
				return { body: 'scope=store', headers: { ...headers, ...sign('scope=store'), 'content-type': 'text/plain' } };
			},
			400,
		],
		// n8n parses what calls itself JSON before a node sees it.
		[
			'a body that is not the JSON that it claims to be',
			() => ({ body: '{"scope"', headers: { ...genuine().headers, ...sign('{"scope"') } }),
			422,
		],
		["another store's producer", () => genuine({ producer: 'stores/someoneelse' }), 400],
	];

	it('are refused with one warning each and start nothing; the genuine one after them does', async () => {
		const before = world().n8n.readLog().length;
		const answers: Array<[string, number]> = [];
		for (const [what, make] of forgeries) answers.push([what, await send(make())]);
		expect(answers).toEqual(forgeries.map(([what, , status]) => [what, status]));

		expect(await send(genuine())).toBe(200);
		await workflow.succeeded(2);
		expect(await workflow.executions()).toHaveLength(2);
		const told = await poll('the warnings', 5_000, () => {
			const lines = warnings(before);
			return lines.length >= forgeries.length ? lines : undefined;
		});
		expect(told).toHaveLength(forgeries.length);
		expect(told.join('\n')).not.toContain(world().sandbox.clientSecret);
		expect(told.join('\n')).not.toContain(delivered.attempts[0]?.headers[SECRET_HEADER]);
	});
});
