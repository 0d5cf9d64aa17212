import { BigCommerce } from '../../nodes/BigCommerce/BigCommerce.node';
import { runListSearch } from '../support/engine';
import { byId, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const HOOKS = '/v3/hooks';
const continueOnFail = { onError: 'continueRegularOutput' } as const;
const anyText = expect.any(String) as string;
const text = (part: string) => expect.stringContaining(part) as string;

describe('Webhook', () => {
	const sandbox = useSandbox({ products: 1, customers: 1, orders: 0 });
	const run = operationsOf('webhook', sandbox);
	const hooks = () => sandbox.store.hooks.list();
	const sent = (method: string) => sandbox.store.requests.matching(method, /^\/v3\/hooks/);

	afterEach(() => {
		for (const { id } of hooks()) sandbox.store.hooks.remove(id);
	});

	/** Registers webhooks through the node, one for each scope. */
	async function register(...scopes: string[]): Promise<number[]> {
		const destination = 'https://example.com/webhook';
		const result = await run(
			'create',
			{ scope: '={{ $json.scope }}', destination },
			scopes.map((scope) => ({ scope })),
		);
		return result.items.map(({ json }) => Number(json.id));
	}

	describe('Create', () => {
		it('registers one webhook per item, switched on, with its headers', async () => {
			const result = await run(
				'create',
				{
					scope: '={{ $json.scope }}',
					destination: '={{ $json.to }}',
					additionalFields: { headers: { values: [{ name: ' X-Secret ', value: '={{ $json.secret }}' }] } },
				},
				[
					{ scope: 'store/order/*', to: 'https://example.com/orders', secret: 'one' },
					{ scope: 'store/product/created', to: 'https://example.com/products', secret: 'two' },
				],
			);
			expect(paired(result)).toEqual([
				[0, rowWith({ scope: 'store/order/*', is_active: true })],
				[1, rowWith({ scope: 'store/product/created', is_active: true })],
			]);
			expect(sent('POST').map(({ body }) => body)).toEqual(
				expect.arrayContaining([rowWith({ is_active: true, headers: { 'X-Secret': 'two' } })]),
			);
			expect(
				hooks()
					.map(({ destination }) => destination)
					.sort(),
			).toEqual(['https://example.com/orders', 'https://example.com/products']);
		});

		it('names the field of which BigCommerce complains, and goes on with the other items', async () => {
			const result = await run(
				'create',
				{ scope: 'store/order/created', destination: '={{ $json.to }}' },
				[{ to: 'http://example.com/plain' }, { to: 'https://example.com/fine' }],
				continueOnFail,
			);
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 422, error: text('Destination') })],
				[1, rowWith({ destination: 'https://example.com/fine' })],
			]);
		});

		it.each([
			['name', { name: ' ', value: 'x-very-secret' }],
			['value', { name: 'X-Secret', value: '' }],
		])('refuses a header without a %s before anything is sent', async (what, header) => {
			const { error } = await run('create', {
				scope: 'store/order/created',
				destination: 'https://example.com/webhook',
				additionalFields: { headers: { values: [header] } },
			});
			expect(error?.message.toLowerCase()).toContain(`headers 1 > ${what} is empty`);
			expect(JSON.stringify(error)).not.toContain('x-very-secret');
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('registers one that does not deliver yet where the item says so', async () => {
			const parameters = {
				scope: '={{ $json.scope }}',
				destination: 'https://example.com/webhook',
				additionalFields: { is_active: '={{ $json.active }}' },
			};
			const result = await run('create', parameters, [
				{ scope: 'store/order/created', active: 'no' },
				{ scope: 'store/order/updated', active: true },
			]);
			expect(paired(result)).toEqual([
				[0, rowWith({ is_active: false })],
				[1, rowWith({ is_active: true })],
			]);
		});

		it('is not repeated when BigCommerce may have registered the webhook already', async () => {
			sandbox.store.faults.next({ match: { method: 'POST', path: HOOKS }, status: 502 });
			const { error } = await run('create', { scope: 'store/order/created', destination: 'https://example.com/a' });
			expect(error?.httpCode).toBe('502');
			expect(sent('POST')).toHaveLength(1);
		});
	});

	describe('Header values', () => {
		const secret = 'the-secret-of-the-trigger';
		const headers = {
			values: [
				{ name: 'X-Secret', value: secret },
				{ name: 'X-Other', value: secret },
			],
		};
		const hidden = { 'X-Secret': '•••', 'X-Other': '•••' };

		it('are in no output, only their names are', async () => {
			const create = {
				scope: 'store/order/created',
				destination: 'https://example.com/a',
				additionalFields: { headers },
			};
			const made = await run('create', create);
			const id = byId(Number(made.items[0]?.json.id));
			const outputs = [
				made,
				await run('get', { webhook_id: id }),
				await run('getAll', { returnAll: true }),
				await run('update', { webhook_id: id, fields: { is_active: true } }),
				await run('reactivate', { webhook_id: id }),
			];
			for (const output of outputs) {
				expect(output.error).toBeUndefined();
				expect(output.items.map(({ json }) => json.headers)).toEqual([hidden]);
			}
			for (const output of [await run('getDeliveryProblems', {}), await run('delete', { webhook_id: id })]) {
				outputs.push(output);
			}
			expect(JSON.stringify(outputs)).not.toContain(secret);
			expect(sent('POST')[0]?.body).toMatchObject({ headers: { 'X-Secret': secret, 'X-Other': secret } });
		});

		it('are left as they are by an update of something else', async () => {
			const create = {
				scope: 'store/order/created',
				destination: 'https://example.com/a',
				additionalFields: { headers },
			};
			const made = await run('create', create);
			const id = Number(made.items[0]?.json.id);
			await run('update', { webhook_id: byId(id), fields: { destination: 'https://example.com/b' } });
			expect(sent('PUT').map(({ body }) => body)).toEqual([{ destination: 'https://example.com/b' }]);
			expect(sandbox.store.hooks.get(id)).toMatchObject({ headers: { 'X-Secret': secret, 'X-Other': secret } });
		});
	});

	it('reads single webhooks, and says which do not exist', async () => {
		const [first, second] = await register('store/order/created', 'store/order/updated');
		const items = [{ id: second }, { id: 999 }, { id: first }];
		const result = await run('get', { webhook_id: byId('={{ $json.id }}') }, items, continueOnFail);
		expect(paired(result)).toEqual([
			[0, rowWith({ id: second, scope: 'store/order/updated' })],
			[1, rowWith({ status: 404 })],
			[2, rowWith({ id: first, scope: 'store/order/created' })],
		]);
	});

	it('lists by scope and by state, item by item', async () => {
		const [created, updated] = await register('store/order/created', 'store/order/updated');
		sandbox.store.hooks.deactivate(updated!);
		const byState = await run('getAll', { filters: { is_active: '={{ $json.active }}' } }, [
			{ active: 'true' },
			{ active: 'No' },
		]);
		expect(paired(byState)).toEqual([
			[0, rowWith({ id: created })],
			[1, rowWith({ id: updated })],
		]);
		const byScope = await run('getAll', { returnAll: true, filters: { scope: 'store/order/updated' } });
		expect(paired(byScope)).toEqual([[0, rowWith({ id: updated })]]);
	});

	it('sees the webhooks of its own API account only', async () => {
		await register('store/order/created');
		const other = sandbox.store.createApiAccount({ name: 'Another app', scopes: [] });
		const { items, error } = await run('getAll', {}, [{}], { credential: sandbox.credential(other) });
		expect(error).toBeUndefined();
		expect(items).toEqual([]);
	});

	it('changes the fields that are set and leaves the others', async () => {
		const [first, second] = await register('store/order/created', 'store/order/updated');
		const result = await run(
			'update',
			{ webhook_id: byId('={{ $json.id }}'), fields: { destination: '={{ $json.to }}' } },
			[
				{ id: first, to: 'https://example.com/1' },
				{ id: second, to: 'https://example.com/2' },
			],
		);
		expect(paired(result)).toEqual([
			[0, rowWith({ id: first, destination: 'https://example.com/1', is_active: true })],
			[1, rowWith({ id: second, destination: 'https://example.com/2', is_active: true })],
		]);
		expect(sent('PUT').map(({ body }) => body)).toEqual(
			expect.arrayContaining([{ destination: 'https://example.com/1' }, { destination: 'https://example.com/2' }]),
		);
	});

	it('deletes', async () => {
		const ids = await register('store/order/created', 'store/order/updated', 'store/product/*');
		const items = ids.slice(0, 2).map((id) => ({ id }));
		const result = await run('delete', { webhook_id: byId('={{ $json.id }}') }, items);
		expect(paired(result)).toEqual([
			[0, { deleted: true }],
			[1, { deleted: true }],
		]);
		expect(hooks().map(({ id }) => id)).toEqual([ids[2]]);
	});

	it('reactivates what BigCommerce switched off, and nothing else', async () => {
		const ids = await register('store/order/created', 'store/order/updated', 'store/product/*');
		for (const id of ids) sandbox.store.hooks.deactivate(id);
		const items = ids.slice(0, 2).map((id) => ({ id }));
		const result = await run('reactivate', { webhook_id: byId('={{ $json.id }}') }, items);
		expect(paired(result)).toEqual([
			[0, rowWith({ id: ids[0], is_active: true })],
			[1, rowWith({ id: ids[1], is_active: true })],
		]);
		expect(sent('PUT').map(({ body }) => body)).toEqual([{ is_active: true }, { is_active: true }]);
		expect(hooks().filter(({ is_active: active }) => !active)).toEqual([rowWith({ id: ids[2] })]);
	});

	describe('Get Delivery Problems', () => {
		it('gives nothing when all is well', async () => {
			await register('store/order/created');
			const { items, error } = await run('getDeliveryProblems', {});
			expect(error).toBeUndefined();
			expect(items).toEqual([]);
		});

		it('tells apart what BigCommerce and what people switched off, with what to do', async () => {
			const [healthy, deactivated, inactive] = await register('store/order/*', 'store/cart/*', 'store/product/*');
			sandbox.store.hooks.deactivate(deactivated!);
			await run('update', { webhook_id: byId(inactive!), fields: { is_active: false } });
			const result = await run('getDeliveryProblems', {}, [{}, {}]);
			const expected = [
				rowWith({
					kind: 'deactivatedWebhook',
					webhook_ids: [deactivated],
					scope: 'store/cart/*',
					destination: 'https://example.com/webhook',
					what_happened: text('BigCommerce switched this webhook off'),
					what_to_do: text('Reactivate'),
				}),
				rowWith({ kind: 'inactiveWebhook', webhook_ids: [inactive], what_happened: text('not by BigCommerce') }),
			];
			expect(paired(result)).toEqual([0, 1].flatMap((item) => expected.map((row) => [item, row])));
			expect(JSON.stringify(result.items)).not.toContain(`[${healthy}]`);
		});

		it('names blocked domains with the time that is left, the reasons and the webhooks behind them', async () => {
			const [first, second] = await register('store/order/*', 'store/cart/*');
			const answer = {
				data: {
					emails: [],
					hooks_list: hooks().map((hook) => ({ ...hook, status: 'active' })),
					blocked_domains: [
						{
							destination: 'https://example.com',
							time_left: 150,
							reasons: [{ failure_description: 'HTTP 502', count: 14, timestamp: 1 }],
						},
						{ destination: 'https://elsewhere.example.com', time_left: 20, reasons: [] },
					],
				},
				meta: {},
			};
			sandbox.store.faults.next({ match: { path: `${HOOKS}/admin` }, status: 200, body: answer });
			expect(paired(await run('getDeliveryProblems', {}))).toEqual([
				[
					0,
					{
						kind: 'blockedDomain',
						webhook_ids: [first, second],
						scope: null,
						destination: 'https://example.com',
						time_left: 150,
						reasons: ['HTTP 502 (14 times)'],
						what_happened: text('another 2 min 30 seconds'),
						what_to_do: anyText,
					},
				],
				[0, rowWith({ webhook_ids: [], time_left: 20, what_happened: text('another 20 seconds') })],
			]);
		});

		it('shows what the store answers to a domain that it really blocked', async () => {
			sandbox.store.hooks.configure({
				blockList: { windowMs: 60_000, blockMs: 90_000, minDeliveries: 1, minSuccessRatio: 0.9 },
			});
			const destination = 'http://127.0.0.1:9/nobody-is-there';
			await run('create', { scope: 'store/order/created', destination });
			sandbox.store.hooks.emit({ scope: 'store/order/created', data: { type: 'order', id: 1 } });
			await sandbox.store.hooks.idle();
			const [row] = (await run('getDeliveryProblems', {})).items;
			expect(row?.json).toMatchObject({
				kind: 'blockedDomain',
				destination: 'http://127.0.0.1:9',
				webhook_ids: [expect.any(Number)],
				reasons: [expect.stringMatching(/\(1 time\)$/)],
			});
		});
	});

	describe('Notification Emails', () => {
		const setTo = async (items: object[], lists?: string) =>
			await run(
				'updateNotificationEmails',
				{ emails: '={{ $json.to }}', ...(lists && { requestOptions: { lists } }) },
				items,
			);
		const emails = async () => (await run('getNotificationEmails', {})).items[0]?.json.emails;

		it('are set and read', async () => {
			const set = await setTo([{ to: 'jane@example.com, ops@example.com' }]);
			expect(paired(set)).toEqual([[0, { success: true }]]);
			expect(await emails()).toEqual(['jane@example.com', 'ops@example.com']);
		});

		it('grow and shrink one item after the other where asked to', async () => {
			await setTo([{ to: ['jane@example.com'] }]);
			const added = await setTo([{ to: 'ops@example.com' }, { to: 'Jane@example.com; amy@example.com' }], 'add');
			expect(added.error).toBeUndefined();
			expect(await emails()).toEqual(['jane@example.com', 'ops@example.com', 'amy@example.com']);
			await setTo([{ to: 'jane@example.com' }, { to: 'amy@example.com' }], 'remove');
			expect(await emails()).toEqual(['ops@example.com']);
		});

		it('are refused when there are none', async () => {
			const { error } = await setTo([{ to: [] }]);
			expect(error?.message).toContain('Emails is empty');
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	it('offers webhooks in a list, also by scope and by destination', async () => {
		const [first, second] = await register('store/order/created', 'store/order/updated');
		sandbox.store.hooks.deactivate(second!);
		const search = async (filter?: string) => {
			const options = { nodeType: new BigCommerce(), method: 'searchWebhook', credential: sandbox.credential() };
			return (await runListSearch({ ...options, ...(filter !== undefined && { filter }) })).results;
		};
		const all = [
			{ name: 'store/order/created → https://example.com/webhook', value: first },
			{ name: 'store/order/updated → https://example.com/webhook (switched off)', value: second },
		];
		expect(await search()).toEqual(all);
		expect(await search('store/order/created')).toEqual([all[0]]);
		expect(await search('https://example.com/webhook')).toEqual(all);
		expect(await search('https://example.com/other')).toEqual([]);
	});
});
