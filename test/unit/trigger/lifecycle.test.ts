import { NodeApiError } from 'n8n-workflow';

import { lookAfter } from '../../../nodes/BigCommerce/trigger/hooks/caretaker';
import { createHooks, deleteHooks, hooksExist } from '../../../nodes/BigCommerce/trigger/hooks/lifecycle';
import type { Hook } from '../../sandbox';
import { useSandbox } from '../../support/sandbox';
import { beforeEachPost, EVENTS, HookHarness, ORIGIN_HEADER, OTHER_URL, scopesOf } from './hookHarness';

describe('hooks of a workflow', () => {
	const sandbox = useSandbox({ orders: 1, products: 1, customers: 1 });
	const hooks = new HookHarness(sandbox);
	let foreign: Hook;

	beforeEach(async () => {
		hooks.staticData = {};
		for (const { id } of hooks.list()) sandbox.store.hooks.remove(id);
		foreign = await hooks.make('store/order/created', OTHER_URL, { is_active: false, headers: { mine: 'yes' } });
	});

	afterEach(() => expect(sandbox.store.hooks.get(foreign.id)).toEqual(foreign));

	it('are registered for every event, active and with the secret', async () => {
		await expect(hooksExist(hooks.node().context)).resolves.toBe(false);
		expect(sandbox.store.requests.all).toHaveLength(0);
		await expect(createHooks(hooks.node().context)).resolves.toBe(true);
		expect(scopesOf(hooks.at())).toEqual(EVENTS);
		for (const { is_active, headers } of hooks.at()) {
			expect([is_active, headers]).toEqual([true, { [ORIGIN_HEADER]: hooks.staticData.secret }]);
		}
		expect(hooks.staticData.secret).toMatch(/^[0-9a-f]{64}$/);
		sandbox.store.requests.clear();
		await expect(hooksExist(hooks.node().context)).resolves.toBe(true);
		expect(sandbox.store.requests.all.map(({ method }) => method)).toEqual(['GET']);
	});

	it('leave with the workflow, and nobody else', async () => {
		await createHooks(hooks.node().context);
		await expect(deleteHooks(hooks.node().context)).resolves.toBe(true);
		expect(hooks.list()).toEqual([foreign]);
		await expect(hooksExist(hooks.node().context)).resolves.toBe(false);
		await expect(deleteHooks(hooks.node().context)).resolves.toBe(true);
	});

	it('give delivery exceptions a destination of their own', async () => {
		await createHooks(
			hooks.node({ parameters: { events: ['store/hook/deliveryException', 'store/order/created'] } }).context,
		);
		const destinations = hooks.at().map(({ destination }) => destination);
		expect(new Set(destinations).size).toBe(2);
		await deleteHooks(hooks.node().context);
		expect(hooks.list()).toEqual([foreign]);
	});

	describe('when a step fails', () => {
		it.each([
			['a refusal', { status: 400, body: { status: 400, title: 'Nothing doing' } }, /Nothing doing/],
			['a store that is down', { status: 500, html: '<html>oops</html>' }, /could not answer/],
		])('%s: none are left', async (_, fault, words) => {
			// The second of three.
			let count = 0;
			const { context } = hooks.node();
			beforeEachPost(context, () => {
				if (++count === 2) sandbox.store.faults.next({ match: { method: 'POST', path: '/v3/hooks' }, ...fault });
			});
			await expect(createHooks(context)).rejects.toThrow(words);
			sandbox.store.faults.clear();
			expect(hooks.list()).toEqual([foreign]);
			expect(hooks.staticData).toEqual({});
		});

		it('also one whose answer was lost is removed', async () => {
			sandbox.store.faults.next({ match: { method: 'POST', path: '/v3/hooks' }, dropConnection: 'after' });
			await expect(createHooks(hooks.node().context)).rejects.toBeInstanceOf(NodeApiError);
			expect(hooks.list()).toEqual([foreign]);
		});

		it('hooks that were there before are put back as they were', async () => {
			await createHooks(hooks.node().context);
			const before = hooks.at();
			const secret = hooks.staticData.secret;
			sandbox.store.faults.next({
				match: { method: 'PUT', path: `/v3/hooks/${before[2]?.id}` },
				status: 400,
				body: { status: 400, title: 'No' },
			});
			await expect(createHooks(hooks.node().context)).rejects.toThrow(/No/);
			expect(hooks.at().map(({ headers, is_active }) => [headers, is_active])).toEqual(
				before.map(({ headers, is_active }) => [headers, is_active]),
			);
			expect(hooks.staticData.secret).toBe(secret);
		});

		it('says what could not be removed again, and the next activation does it', async () => {
			sandbox.store.faults.next({ match: { method: 'POST', path: '/v3/hooks' }, dropConnection: 'after' });
			sandbox.store.faults.next({ match: { method: 'DELETE' }, status: 403, body: { status: 403, title: 'No' } });
			await expect(createHooks(hooks.node().context)).rejects.toMatchObject({
				description: expect.stringContaining('the next activation will do it') as string,
			});
			expect(hooks.at()).toHaveLength(1);
			await createHooks(hooks.node().context);
			expect(scopesOf(hooks.at())).toEqual(EVENTS);
			expect(hooks.at().map(({ headers }) => headers)).toEqual(
				EVENTS.map(() => ({ [ORIGIN_HEADER]: hooks.staticData.secret })),
			);
		});
	});

	describe('when the store cannot be asked', () => {
		beforeEach(async () => await createHooks(hooks.node().context));
		const down = () => sandbox.store.faults.next({ status: 501, times: 100 });

		it('the hooks of before are trusted while n8n starts, and a warning says so', async () => {
			down();
			const { context, told } = hooks.node({ activation: 'init' });
			await expect(hooksExist(context)).resolves.toBe(true);
			expect(told.warnings).toEqual([expect.stringMatching(/could not be checked while n8n started/)]);
			await expect(hooksExist(hooks.node({ activation: 'activate' }).context)).rejects.toBeInstanceOf(NodeApiError);
			const events = ['store/sku/created'];
			await expect(hooksExist(hooks.node({ activation: 'init', parameters: { events } }).context)).rejects.toThrow();
		});

		it('the caretaker says so and goes on', async () => {
			down();
			const { context, told } = hooks.node({ mode: 'trigger' });
			await lookAfter(context);
			expect(told.warnings).toEqual([expect.stringMatching(/could not check or repair its webhooks/)]);
		});
	});

	describe('that cannot be registered', () => {
		it('because there are ten for the event', async () => {
			for (let index = 1; index < 10; index++) {
				await hooks.make('store/order/created', `${OTHER_URL}/${index}`);
			}
			await expect(createHooks(hooks.node().context)).rejects.toMatchObject({
				message: expect.stringMatching(/allows 10 webhooks .* for "Order Created"/) as string,
				description: expect.stringContaining('Deactivate workflows') as string,
			});
			expect(hooks.writes()).toEqual([]);
			expect(hooks.list()).toHaveLength(10);
		});

		it('because nothing is chosen', async () => {
			await expect(createHooks(hooks.node({ parameters: { events: [] } }).context)).rejects.toThrow(
				'Trigger On is empty',
			);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('because BigCommerce cannot reach the address', async () => {
			const credential = sandbox.credential();
			const real = { ...credential, data: { ...credential.data, customUrls: false } };
			await expect(createHooks(hooks.node({ credential: real }).context)).rejects.toThrow(/webhook address is local/);
			const webhookUrl = 'https://n8n.example.com:8443/webhook/1';
			await expect(createHooks(hooks.node({ credential: real, webhookUrl }).context)).rejects.toThrow(/port 443 only/);
		});
	});
});
