import { byId, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const CUSTOMERS = '/v3/customers';

describe('Customer, changes', () => {
	const sandbox = useSandbox({ customers: 300, products: 1, orders: 0 });
	const run = operationsOf('customer', sandbox);
	const sent = (method: string) => sandbox.store.requests.matching(method, CUSTOMERS);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;

	/** Parameters whose values come from the items. */
	const upsertFromItem = {
		email: '={{ $json.email }}',
		fields: { first_name: '={{ $json.first }}', last_name: '={{ $json.last }}' },
	};
	const person = (name: string) => ({ email: `${name}@example.com`, first: name, last: 'Tester' });
	const emailOf = async (id: number) => {
		const { items } = await run('get', { id: byId(id) });
		return items[0]?.json.email as string;
	};

	describe('Update', () => {
		const parameters = { id: byId('={{ $json.id }}'), fields: { notes: '={{ $json.notes }}' } };

		it('sends the ID and the added fields, ten customers per request', async () => {
			const items = [20, 21, 22].map((id) => ({ id, notes: `Note ${id}` }));
			const result = await run('update', { ...parameters, simplify: false }, items);
			expect(paired(result)).toEqual(items.map((item, index) => [index, rowWith(item)]));
			expect(sent('PUT').map(({ body }) => body)).toEqual([items]);
		});

		it('finds the customer that does not exist, and updates the others', async () => {
			const items = [
				{ id: 23, notes: 'a' },
				{ id: 999999, notes: 'b' },
				{ id: 24, notes: 'c' },
			];
			const rows = paired(await run('update', { ...parameters, simplify: false }, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ id: 23, notes: 'a' })],
				[1, rowWith({ error: expect.any(String) as string })],
				[2, rowWith({ id: 24, notes: 'c' })],
			]);
		});

		it('makes two changes of one customer in their order', async () => {
			const items = [
				{ id: 25, notes: 'first' },
				{ id: 25, notes: 'second' },
			];
			const rows = paired(await run('update', { ...parameters, simplify: false }, items));
			expect(rows.map(([item, row]) => [item, row.notes])).toEqual([
				[0, 'first'],
				[1, 'second'],
			]);
			expect(sent('PUT').map(({ body }) => body)).toEqual([[items[0]], [items[1]]]);
		});

		it('leaves out empty cells, and clears them when asked to', async () => {
			const fields = {
				channel_ids: byId('={{ $json.channels }}'),
				customer_group_id: byId('={{ $json.group }}'),
				notes: '={{ $json.notes }}',
				phone: '={{ $json.phone }}',
			};
			const items = [{ id: 26, channels: '', group: '', notes: '', phone: 5550100 }];
			await run('update', { id: parameters.id, fields }, items);
			await run('update', { id: parameters.id, fields, requestOptions: { emptyValues: 'clear' } }, items);
			expect(sent('PUT').map(({ body }) => body)).toEqual([
				[{ id: 26, phone: '5550100' }],
				[{ id: 26, phone: '5550100', channel_ids: null, customer_group_id: 0, notes: '' }],
			]);
		});

		it('adds channels and takes some away, but never where the customer has all of them', async () => {
			const changeTo = async (channels: string, lists?: string) => {
				const fields = { channel_ids: byId(channels) };
				const requestOptions = lists ? { lists } : {};
				const items = [{ id: 40 }, { id: 41 }];
				const parameters = { id: byId('={{ $json.id }}'), fields, simplify: false, requestOptions };
				return paired(await run('update', lists ? parameters : { ...parameters, id: byId(40) }, items, continueOnFail));
			};
			await changeTo('1');
			const refused = rowWith({
				error: expect.stringContaining('no list of Channels') as string,
				outcome: 'not written',
			});
			expect(await changeTo('2, 1', 'add')).toEqual([
				[0, rowWith({ id: 40, channel_ids: [1, 2] })],
				[1, refused],
			]);
			expect(await changeTo('1', 'remove')).toEqual([
				[0, rowWith({ id: 40, channel_ids: [2] })],
				[1, refused],
			]);
			const { items } = await run('get', { id: byId(41), simplify: false });
			expect(items[0]?.json.channel_ids ?? null).toBeNull();
		});

		it('sets a password and credit, and shows no password', async () => {
			const fields = {
				authentication: { new_password: 'Changed-12345', force_password_reset: false },
				store_credit_amounts: { values: [{ amount: '={{ $json.credit }}' }] },
			};
			const result = await run('update', { id: byId('={{ $json.id }}'), fields, simplify: false }, [
				{ id: 27, credit: '12,345.5' },
				{ id: 28, credit: 0 },
			]);
			expect(result.error).toBeUndefined();
			expect(paired(result)).toEqual([
				[0, rowWith({ id: 27, store_credit_amounts: [{ amount: 12345.5 }] })],
				[1, rowWith({ id: 28, store_credit_amounts: [{ amount: 0 }] })],
			]);
			expect(sent('PUT')[0]?.body).toContainEqual({
				id: 28,
				authentication: { new_password: 'Changed-12345', force_password_reset: false },
				store_credit_amounts: [{ amount: 0 }],
			});
			expect(JSON.stringify(result.items)).not.toContain('Changed-12345');
		});

		it('refuses to change nothing', async () => {
			const { error } = await run('update', { id: byId(3), fields: {} });
			expect(error?.message).toContain('There is nothing to change');
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Create or Update', () => {
		const address = { first_name: 'N', last_name: 'T', address1: '1 Main Street', city: 'Austin', country_code: 'US' };
		const parameters = {
			email: '={{ $json.email }}',
			fields: {
				first_name: '={{ $json.first }}',
				last_name: '={{ $json.last }}',
				notes: '={{ $json.notes }}',
				addresses: { values: [{ ...address, state_or_province: 'Texas', postal_code: '78701' }] },
				authentication: { new_password: 'Initial-12345' },
				origin_channel_id: byId('1'),
			},
			simplify: false,
		};

		it('creates the missing and updates the others, who get no password and nothing else for new ones', async () => {
			const existing = await emailOf(30);
			sandbox.store.requests.clear();
			const items = [
				{ ...person('new1'), notes: 'one' },
				{ ...person('known'), email: existing.toUpperCase(), notes: 'two' },
				{ ...person('new2'), notes: 'three' },
			];
			const result = await run('upsert', parameters, items);
			expect(result.error).toBeUndefined();
			expect(paired(result)).toEqual([
				[0, rowWith({ email: 'new1@example.com', notes: 'one' })],
				[1, rowWith({ id: 30, notes: 'two' })],
				[2, rowWith({ email: 'new2@example.com', notes: 'three' })],
			]);
			const [created, updated] = [sent('POST'), sent('PUT')].map((calls) =>
				calls.flatMap(({ body }) => body as object[]),
			);
			expect(created).toHaveLength(2);
			expect(created?.[0]).toMatchObject({
				addresses: [address],
				authentication: { new_password: 'Initial-12345' },
				origin_channel_id: 1,
			});
			expect(updated?.map((record) => Object.keys(record).sort())).toEqual([
				['email', 'first_name', 'id', 'last_name', 'notes'],
			]);
			expect(sent('GET')).toHaveLength(1);
		});

		it('does not refuse a customer that exists for what only new ones get or need', async () => {
			const existing = await emailOf(31);
			sandbox.store.requests.clear();
			const { address1, ...half } = { ...address, address1: '={{ $json.street }}' };
			const fields = {
				notes: '={{ $json.notes }}',
				addresses: { values: [{ ...half, address1, state_or_province: '', postal_code: '' }] },
			};
			const items = [
				{ email: existing, notes: 'kept', street: '' },
				{ email: 'fresh@example.com', notes: 'lost', street: '' },
			];
			const rows = paired(await run('upsert', { email: parameters.email, fields }, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ id: 31 })],
				[
					1,
					rowWith({
						error: expect.stringMatching(
							/"fresh@example.com" does not exist yet.*First Name.*Last Name.*Addresses 1 > Address Line 1/,
						) as string,
					}),
				],
			]);
			expect(sent('PUT').map(({ body }) => body)).toEqual([[{ id: 31, email: existing, notes: 'kept' }]]);
			expect(sent('POST')).toEqual([]);
		});

		it('updates what an earlier item of the same email created', async () => {
			const items = [
				{ ...person('double'), notes: 'first' },
				{ ...person('double'), email: 'DOUBLE@example.com', notes: 'second' },
			];
			const rows = paired(await run('upsert', parameters, items));
			expect(rows.map(([item, row]) => [item, row.notes])).toEqual([
				[0, 'first'],
				[1, 'second'],
			]);
			expect(rows[1]?.[1].id).toBe(rows[0]?.[1].id);
		});

		it('fails only the item that the store refuses', async () => {
			const items = [
				{ ...person('bad'), email: 'not an address', notes: '' },
				{ ...person('good'), notes: '' },
			];
			const rows = paired(await run('upsert', parameters, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ status: 422 })],
				[1, rowWith({ email: 'good@example.com' })],
			]);
		});

		describe('where storefronts keep their customers apart', () => {
			const twins = [
				{ id: 41, email: 'twin@example.com', channel_ids: [1] },
				{ id: 42, email: 'Twin@example.com', channel_ids: [2] },
				{ id: 43, email: 'single@example.com' },
			];
			const items = [person('twin'), person('single')];
			beforeEach(() =>
				sandbox.store.faults.next({ match: { method: 'GET' }, status: 200, body: { data: twins, meta: {} } }),
			);

			it('does not guess which of them to update', async () => {
				const rows = paired(await run('upsert', upsertFromItem, items, continueOnFail));
				expect(rows).toEqual([
					[
						0,
						rowWith({
							error: expect.stringMatching(/^2 records have the Email "twin@example.com"/) as string,
							description: expect.stringContaining('41, 42') as string,
						}),
					],
					[1, rowWith({ id: 43 })],
				]);
				expect(sent('PUT').map(({ body }) => body)).toEqual([[rowWith({ id: 43 })]]);
			});
		});
	});

	describe('Delete', () => {
		it('deletes fifty per request and gives every item its row', async () => {
			const items = Array.from({ length: 60 }, (_, index) => ({ id: 200 + index }));
			const result = await run('delete', { id: byId('={{ $json.id }}') }, items);
			expect(paired(result)).toEqual(items.map((_, index) => [index, { deleted: true }]));
			expect(sent('DELETE')).toHaveLength(2);
			const { items: left } = await run('getAll', { filters: { 'id:in': byId('199, 200, 259, 260') } });
			expect(left.map(({ json }) => json.id)).toEqual([199, 260]);
		});

		it('deletes nothing when an ID is bad', async () => {
			const { error } = await run('delete', { id: byId('={{ $json.id }}') }, [{ id: 3 }, { id: ' ' }]);
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('fails every item of a refused request', async () => {
			sandbox.store.faults.next({
				match: { method: 'DELETE' },
				status: 403,
				body: { status: 403, title: 'No permission' },
			});
			const rows = paired(await run('delete', { id: byId('={{ $json.id }}') }, [{ id: 8 }, { id: 9 }], continueOnFail));
			expect(rows).toEqual([0, 1].map((item) => [item, rowWith({ status: 403 })]));
		});
	});
});
