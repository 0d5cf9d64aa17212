import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { lookAfter } from '../../../nodes/BigCommerce/trigger/hooks/caretaker';
import { createHooks, deleteHooks, hooksExist } from '../../../nodes/BigCommerce/trigger/hooks/lifecycle';
import type { Hook } from '../../sandbox';
import { useSandbox } from '../../support/sandbox';
import type { Setup } from './contexts';
import { WEBHOOK_URL } from './contexts';
import { beforeEachPost, EVENTS, HookHarness, ORIGIN_HEADER, OTHER_URL, scopesOf } from './hookHarness';

/**
 * Everything that can happen to hooks between two looks at them, and everybody who looks. After each case
 * the hooks of others are as they were.
 */
describe('hooks that drifted', () => {
	const sandbox = useSandbox({ orders: 1, products: 1, customers: 1 });
	const hooks = new HookHarness(sandbox);
	let foreign: Hook[];

	beforeEach(async () => {
		hooks.staticData = {};
		for (const { id } of hooks.list()) hooks.store.hooks.remove(id);
		foreign = [
			await hooks.make('store/order/created', OTHER_URL, { is_active: false, headers: { mine: 'yes' } }),
			// Addresses that begin like ours, and one of another workflow of this n8n.
			await hooks.make('store/order/created', `${WEBHOOK_URL}/other`, { is_active: true }),
			await hooks.make('store/order/created', WEBHOOK_URL.replace('1f0c', '2a2a'), { is_active: true }),
			await hooks.make('store/order/*', OTHER_URL, { is_active: true, headers: { [ORIGIN_HEADER]: 'x' } }),
		];
		await createHooks(hooks.node().context);
		hooks.store.requests.clear();
	});

	afterEach(() => {
		sandbox.store.hooks.configure({ limitStatus: 422 });
		for (const hook of foreign) expect(hooks.store.hooks.get(hook.id)).toEqual(hook);
	});

	const expectWell = (scopes = EVENTS, url = WEBHOOK_URL) => {
		expect(scopesOf(hooks.at(url))).toEqual(scopes);
		for (const hook of hooks.at(url)) {
			expect(hook).toMatchObject({ is_active: true, headers: { [ORIGIN_HEADER]: hooks.staticData.secret } });
		}
		expect(hooks.list()).toHaveLength(foreign.length + scopes.length);
	};

	/** Those who look: n8n at its start, a person who publishes the workflow, the caretaker every few hours. */
	type Looker = 'start of n8n' | 'person' | 'caretaker';
	const look = async (looker: Looker, extra: Partial<Setup> = {}) => {
		if (looker === 'caretaker') return await lookAfter(hooks.node({ mode: 'trigger', ...extra }).context);
		const activation = looker === 'person' ? 'activate' : 'init';
		await expect(hooksExist(hooks.node({ activation, ...extra }).context)).resolves.toBe(false);
		await createHooks(hooks.node({ activation, ...extra }).context);
	};

	/** What happened, and what is different in the node's eyes since. */
	const drifts: Array<[what: string, happen: () => unknown]> = [
		['BigCommerce switched one off after 48 hours', () => hooks.store.hooks.deactivate(hooks.at()[0]?.id ?? 0)],
		[
			'BigCommerce switched all off after 90 days',
			() => hooks.at().forEach(({ id }) => hooks.store.hooks.deactivate(id)),
		],
		['a person switched one off', async () => await hooks.change(1, { is_active: false })],
		['one was deleted', () => hooks.store.hooks.remove(hooks.at()[1]?.id ?? 0)],
		['all were deleted', () => hooks.at().forEach(({ id }) => hooks.store.hooks.remove(id))],
		['one lost its secret', async () => await hooks.change(2, { headers: {} })],
		['one has another secret', async () => await hooks.change(0, { headers: { [ORIGIN_HEADER]: 'x' } })],
		['one listens for another event', async () => await hooks.change(0, { scope: 'store/sku/created' })],
		['one delivers elsewhere', async () => foreign.push(await movedHook())],
		['one too many was made', async () => await hooks.make('store/sku/created', WEBHOOK_URL)],
		[
			'several of it at once',
			async () => {
				await hooks.change(0, { is_active: false, headers: {} });
				hooks.store.hooks.remove(hooks.at()[1]?.id ?? 0);
				await hooks.make('store/sku/created', WEBHOOK_URL);
			},
		],
	];

	/** With another destination it is not ours any more. */
	const movedHook = async (): Promise<Hook> => {
		const { id = 0 } = hooks.at()[0] ?? {};
		await hooks.change(0, { destination: `${OTHER_URL}/moved` });
		return hooks.store.hooks.get(id) as Hook;
	};

	const lookers: Looker[] = ['start of n8n', 'person', 'caretaker'];

	it.each(drifts.flatMap(([what, happen]) => lookers.map((looker) => [what, looker, happen] as const)))(
		'%s: %s repairs it',
		async (_, looker, happen) => {
			const { secret } = hooks.staticData;
			await happen();
			await look(looker);
			expectWell();
			// Only a person's activation rotates the secret.
			expect(hooks.staticData.secret === secret).toBe(looker !== 'person');
			hooks.store.requests.clear();
			await expect(hooksExist(hooks.node({ activation: 'init' }).context)).resolves.toBe(true);
			await lookAfter(hooks.node({ mode: 'trigger' }).context);
			expect(hooks.writes()).toEqual([]);
		},
	);

	it('the caretaker says once what it did', async () => {
		await hooks.change(0, { is_active: false });
		const { context, told } = hooks.node({ mode: 'trigger' });
		await lookAfter(context);
		await lookAfter(context);
		expect(told.warnings).toEqual([expect.stringMatching(/^BigCommerce Trigger repaired its webhooks: /)]);
	});

	it('other events were chosen', async () => {
		const events = ['store/order/created', 'store/sku/created'];
		await look('person', { parameters: { events } });
		expectWell(events);
	});

	describe('n8n has another public address', () => {
		const webhookUrl = 'http://127.0.0.1:9999/webhook/1f0c/webhook';

		it.each(['start of n8n', 'person'] as const)('%s moves them, when the former one is dead', async (looker) => {
			await look(looker, { webhookUrl });
			expectWell(EVENTS, webhookUrl);
		});

		it.each(['start of n8n', 'person'] as const)(
			'%s leaves those of the former one, when a trigger still answers there: this is a copy',
			async (looker) => {
				const original = createServer((_, response) => response.writeHead(401).end()).listen(0, '127.0.0.1');
				await new Promise((resolve) => original.once('listening', resolve));
				const formerUrl = `http://127.0.0.1:${(original.address() as AddressInfo).port}/webhook/1f0c/webhook`;
				for (const hook of hooks.at()) hooks.store.hooks.remove(hook.id);
				hooks.staticData = {};
				await createHooks(hooks.node({ webhookUrl: formerUrl }).context);
				foreign.push(...hooks.at(formerUrl));
				await look(looker, { webhookUrl });
				expectWell(EVENTS, webhookUrl);
				// Nor does a copy that was never registered itself take them away.
				hooks.staticData.destination = formerUrl;
				const { context, told } = hooks.node({ webhookUrl });
				await deleteHooks(context);
				expect(told.warnings).toEqual([expect.stringMatching(/still answers, so its webhooks are left alone/)]);
				expect(hooks.at(webhookUrl)).toEqual([]);
				await new Promise((resolve) => original.close(resolve));
			},
		);
	});

	describe('a crash', () => {
		it('between two registrations: the next activation adopts what is there', async () => {
			const [first, ...others] = hooks.at();
			others.forEach(({ id }) => hooks.store.hooks.remove(id));
			hooks.staticData = {};
			await look('start of n8n');
			expectWell();
			expect(hooks.at().map(({ id }) => id)).toContain(first?.id);
		});

		it('before the registration was remembered: the next activation adopts all', async () => {
			const before = hooks.at().map(({ id }) => id);
			hooks.staticData = {};
			await look('start of n8n');
			expectWell();
			expect(hooks.at().map(({ id }) => id)).toEqual(before);
		});

		it('in the middle of a deactivation: the next one finishes it', async () => {
			hooks.store.hooks.remove(hooks.at()[0]?.id ?? 0);
			await expect(deleteHooks(hooks.node().context)).resolves.toBe(true);
			expect(hooks.list()).toEqual(foreign);
		});
	});

	describe.each([409, 422] as const)('BigCommerce refuses with %i', (limitStatus) => {
		beforeEach(() => hooks.store.hooks.configure({ limitStatus }));

		it('a hook that another process made meanwhile: it is adopted', async () => {
			hooks.store.hooks.remove(hooks.at()[0]?.id ?? 0);
			const { context } = hooks.node({ activation: 'init' });
			beforeEachPost(context, async () => await hooks.make(EVENTS[0] ?? '', WEBHOOK_URL));
			await createHooks(context);
			expectWell();
		});

		it('the eleventh of an event, made by others meanwhile: all is left as before, and the limit is told', async () => {
			hooks.store.hooks.remove(hooks.at()[1]?.id ?? 0);
			const before = hooks.at();
			const { context } = hooks.node({ activation: 'init' });
			beforeEachPost(context, async () => {
				for (let index = 3; index < 10; index++) {
					foreign.push(await hooks.make('store/order/created', `${OTHER_URL}/${index}`));
				}
			});
			await expect(createHooks(context)).rejects.toThrow(/allows 10 webhooks .* for "Order Created"/);
			expect(hooks.at()).toEqual(before);
			// The caretaker mends what can be mended.
			await hooks.change(0, { is_active: false });
			const caretaker = hooks.node({ mode: 'trigger' });
			await lookAfter(caretaker.context);
			expect(caretaker.told.warnings).toEqual([expect.stringMatching(/allows 10 webhooks/)]);
			expect(hooks.at()[0]?.is_active).toBe(true);
		});
	});

	it('ten hooks for an event, one of them at the own former address: it makes room', async () => {
		for (let index = 4; index < 10; index++)
			foreign.push(await hooks.make('store/order/created', `${OTHER_URL}/${index}`));
		expect(hooks.list().filter(({ scope }) => scope === 'store/order/created')).toHaveLength(10);
		const webhookUrl = 'http://127.0.0.1:9999/webhook/1f0c/webhook';
		await look('start of n8n', { webhookUrl });
		expectWell(EVENTS, webhookUrl);
	});

	describe('side by side', () => {
		it('the test URL and the production URL of one workflow have hooks of their own', async () => {
			const test = { webhookUrl: WEBHOOK_URL.replace('/webhook/', '/webhook-test/'), staticData: {} };
			const production = hooks.at();
			await createHooks(hooks.node(test).context);
			expect(scopesOf(hooks.at(test.webhookUrl))).toEqual(EVENTS);
			expect(hooks.at()).toEqual(production);
			await deleteHooks(hooks.node(test).context);
			expect(hooks.at(test.webhookUrl)).toEqual([]);
			expect(hooks.at()).toEqual(production);
			expectWell();
		});

		it('two workflows on the same event each have their own, and repair only that', async () => {
			const second = { webhookUrl: WEBHOOK_URL.replace('1f0c', '3b3b'), staticData: {}, nodeId: 'second' };
			await createHooks(hooks.node(second).context);
			const others = hooks.at(second.webhookUrl);
			foreign.push(...others);
			hooks.store.hooks.deactivate(hooks.at()[0]?.id ?? 0);
			await look('caretaker');
			expectWell();
			await deleteHooks(hooks.node().context);
			expect(hooks.at()).toEqual([]);
			expect(hooks.at(second.webhookUrl)).toEqual(others);
		});

		it('two who repair at the same time do it once', async () => {
			hooks.store.hooks.remove(hooks.at()[0]?.id ?? 0);
			await Promise.all([
				createHooks(hooks.node({ activation: 'init' }).context),
				look('caretaker'),
				look('caretaker'),
			]);
			expect(hooks.store.requests.matching('POST', '/v3/hooks')).toHaveLength(1);
			expectWell();
		});
	});

	describe('deactivated while the store is down', () => {
		const down = () => hooks.store.faults.next({ status: 501, times: 100 });

		/** What comes after it, when the store is back. */
		it.each<[string, Partial<Setup>, string[]]>([
			['the next activation takes them over', {}, EVENTS],
			[
				'the next activation with other events removes the rest',
				{ parameters: { events: ['store/sku/created'] } },
				['store/sku/created'],
			],
			[
				'the next activation at another address moves them',
				{ webhookUrl: 'http://127.0.0.1:9999/webhook/1f0c/webhook' },
				EVENTS,
			],
		])('%s', async (_, extra, scopes) => {
			down();
			const { context, told } = hooks.node();
			await expect(deleteHooks(context)).resolves.toBe(false);
			expect(told.warnings).toEqual([expect.stringMatching(/could not be removed: .* next activation/)]);
			hooks.store.faults.clear();
			// BigCommerce found nobody listening.
			hooks.at().forEach(({ id }) => hooks.store.hooks.deactivate(id));
			await look('person', extra);
			expectWell(scopes, extra.webhookUrl);
		});

		it('the next deactivation removes them', async () => {
			down();
			await deleteHooks(hooks.node().context);
			hooks.store.faults.clear();
			await deleteHooks(hooks.node().context);
			expect(hooks.list()).toEqual(foreign);
		});
	});
});
