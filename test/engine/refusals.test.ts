import { NodeApiError } from 'n8n-workflow';

import { operationsOf, byId, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';
import { useSkippedTime } from '../support/skippedTime';

/**
 * Every form in which BigCommerce's files, and users of its API clients, show a refusal. `says` is what the
 * message repeats of it; of a form that is `hollow`, a missing record's message repeats nothing.
 */
const BODIES: Record<string, { body?: unknown; html?: string; says?: string[]; hollow?: true }> = {
	'the list of v2': {
		body: [{ status: 400, message: "The field 'sku' is invalid.", details: { invalid_reason: 'Too long.' } }],
		says: ['SKU: Too long'],
		hollow: true,
	},
	'the object of v3': {
		body: {
			status: 422,
			title: 'JSON data is missing or invalid',
			type: 'https://developer.bigcommerce.com/api-docs',
			errors: { sku: 'error.expected.jsstring', price: 'must be positive' },
		},
		says: ['SKU: must be text', 'Price 1: must be positive'],
		hollow: true,
	},
	'title and detail': {
		body: { status: 400, title: 'Bad Request', type: '/api-docs', detail: 'Namespace must be set' },
		says: ['Namespace must be set'],
		hollow: true,
	},
	'a list of errors': {
		body: {
			errors: [{ status: 422, title: 'Invalid promotion', detail: 'Rules are empty', errors: { rules: 'required' } }],
			meta: {},
		},
		says: ['Invalid promotion', 'Rules are empty', 'required'],
	},
	'errors that are an object': {
		body: {
			errors: { status: 422, title: 'Invalid tree', errors: { parent_id: 'unknown' } },
			meta: { total: 1, success: 0, failed: 1 },
		},
		says: ['Invalid tree', 'unknown'],
	},
	'errors beside data': {
		body: {
			data: [],
			errors: [{ status: 422, title: 'Key is taken', errors: { key: 'taken' } }],
			meta: { total: 1, failed: 1 },
		},
		says: ['Key is taken', 'taken'],
	},
	'batch errors with fields': {
		body: { batch_errors: [{ data: { sku: 'A' }, field_errors: { price: 'price must be a number' } }] },
		says: ['Price 1: must be a number'],
	},
	'batch errors with titles': {
		body: {
			batch_errors: [
				{ status: 422, title: 'Invalid variant', type: '/docs', instance: '/1', errors: { sku: 'not unique' } },
			],
		},
		says: ['Invalid variant', 'not unique'],
	},
	'field errors beside data': {
		body: { data: {}, field_errors: { currency: 'unknown currency' } },
		says: ['unknown currency'],
	},
	'an error with a code': {
		body: {
			error: { code: 'LOCKED', message: 'Price list is busy', details: 'Deletion under way', timestamp: '2026-01-01' },
		},
		says: ['Price list is busy'],
	},
	'the text of the gateway': { body: { error: 'You are not allowed here.' }, says: ['You are not allowed here'] },
	'a web page': { html: '<!DOCTYPE html><html><body><h1>Forbidden by the firewall</h1></body></html>' },
	nothing: {},
	'an empty object': { body: {} },
};

const STATUSES: Array<[status: number, message: RegExp]> = [
	[400, /did not accept the values/],
	[401, /did not accept the access token|lacks the scope/],
	[403, /lacks the scope/],
	[404, /no such record/],
	[409, /conflicts with (a record that exists already|what the store holds)|a record that this one refers to/],
	[413, /takes less at once/],
	[422, /did not accept the values/],
];

describe('A refusal', () => {
	const time = useSkippedTime();
	const sandbox = useSandbox({ products: 20, customers: 1, orders: 0 });
	const run = operationsOf('product', sandbox);
	const seen = () => sandbox.store.requests.all;
	const create = { name: '={{ $json.name }}', type: 'physical', price: 1, weight: 1 };

	const matrix = STATUSES.flatMap(([status, message]) =>
		Object.entries(BODIES).map(([form, body]) => ({ status, message, form, ...body })),
	);

	it.each(matrix)(
		'with $status and $form is one error, in words',
		async ({ status, message, body, html, says = [], hollow }) => {
			sandbox.store.faults.next({ status, ...(body !== undefined && { body }), ...(html !== undefined && { html }) });
			const { error } = await run('create', create, [{ name: 'Refused' }]);
			expect(error).toBeInstanceOf(NodeApiError);
			expect(error?.httpCode).toBe(String(status));
			expect(error?.message).toMatch(message);
			expect(error?.context?.itemIndex).toBe(0);
			// An agent passes on the message alone, n8n drops line breaks.
			const isAboutTheCall = status === 401 || status === 403 || (status === 404 && hollow);
			for (const said of isAboutTheCall ? [] : says) {
				expect(error?.message).toContain(said);
				expect(error?.description).not.toContain(said);
			}
			expect(error?.description).toMatch(/\w{3}/);
			expect(`${error?.message}${error?.description}`).not.toMatch(/undefined|\[object|<html|<h1|\n/);
			expect(JSON.stringify(error)).not.toContain(sandbox.store.accessToken);
			expect(seen()).toHaveLength(1);
			expect(time.sleeps).toEqual([]);
		},
	);

	it('names fields as the form does, with their values', async () => {
		sandbox.store.faults.next({
			match: { method: 'PUT' },
			status: 422,
			body: { status: 422, title: 'Invalid', errors: { '0.inventory_level': 'too low' } },
		});
		const { error } = await run('update', { product_id: byId(1), fields: { inventory_level: 5 } });
		expect(error?.message).toContain('Inventory Level 5: too low');
	});

	it('of a value that is one of a few names those that there are', async () => {
		sandbox.store.faults.next({
			match: { path: '/v2/orders' },
			status: 400,
			body: [
				{
					status: 400,
					message: "The field 'sort' is invalid.",
					details: { invalid_reason: 'Not a sort order.', available_values: ['id', 'date_created'] },
				},
			],
		});
		const { error } = await operationsOf('order', sandbox)('getAll', {});
		expect(error?.message).toMatch(/sort.*Not a sort order.*id, date_created/i);
	});

	it('for want of a scope names it as the control panel does', async () => {
		const account = sandbox.store.createApiAccount({ name: 'Reader', scopes: ['store_v2_products_read_only'] });
		const reading = await run('get', { product_id: byId(1) }, [{}], { credential: sandbox.credential(account) });
		expect(reading.error).toBeUndefined();
		const { error } = await run('delete', { product_id: byId(1) }, [{}], { credential: sandbox.credential(account) });
		expect(error?.message).toBe('The connection lacks the scope Products: modify (store_v2_products)');
		expect(error?.description).toContain('create a new account');
	});

	it('for want of a scope of an app says where to add it', async () => {
		const account = sandbox.store.createApiAccount({ name: 'App', scopes: ['store_v2_orders'] });
		const { error } = await run('get', { product_id: byId(1) }, [{}], {
			credential: sandbox.oAuth2Credential(account),
		});
		expect(error?.message).toBe('The connection lacks the scope Products: read-only (store_v2_products_read_only)');
		expect(error?.description).toContain('Developer Portal');
	});

	it('of the access token says so', async () => {
		const credential = sandbox.credential({ accessToken: 'wrong', clientSecret: '' });
		const { error } = await run('get', { product_id: byId(1) }, [{}], { credential });
		expect(error?.message).toBe('BigCommerce did not accept the access token: Unauthorized');
		expect(error?.description).toContain(sandbox.store.storeHash);
	});

	it('of a malformed store hash comes before any request', async () => {
		const { type, data } = sandbox.credential();
		const { error } = await run('get', { product_id: byId(1) }, [{}], {
			credential: { type, data: { ...data, storeHash: 'not a hash!' } },
		});
		expect(error?.message).toContain('Store Hash');
		expect(seen()).toEqual([]);
	});

	it('gives one row per failed item under Continue On Fail, and leaves the others alone', async () => {
		const items = [{ id: 1 }, { id: 'two' }, { id: 99999 }, { id: 4 }];
		const result = await run('get', { product_id: byId('={{ $json.id }}') }, items, {
			onError: 'continueRegularOutput',
		});
		expect(paired(result)).toEqual([
			[0, rowWith({ id: 1 })],
			[1, rowWith({ error: expect.stringContaining('positive whole number') as string })],
			[2, rowWith({ status: 404, error: expect.any(String) as string, description: expect.any(String) as string })],
			[3, rowWith({ id: 4 })],
		]);
	});

	it('leaves through the error output when there is one', async () => {
		const items = [{ id: 1 }, { id: 99999 }, { id: 3 }];
		const { items: rows, errorItems } = await run('get', { product_id: byId('={{ $json.id }}') }, items, {
			onError: 'continueErrorOutput',
		});
		expect(rows.map(({ json, pairedItem }) => [pairedItem, json.id])).toEqual([
			[{ item: 0 }, 1],
			[{ item: 2 }, 3],
		]);
		expect(errorItems.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		// n8n joins the fields of the input item to the row.
		expect(errorItems[0]?.json).toEqual({
			id: 99999,
			message: expect.stringContaining('no such record') as string,
			error: { status: 404, description: expect.stringContaining('Check the ID') as string },
		});
	});

	it('says of writes that nothing was written, for each item', async () => {
		const items = [{ id: 1 }, { id: 99999 }, { id: 3 }];
		const parameters = { product_id: byId('={{ $json.id }}'), fields: { price: 5 } };
		const result = await run('update', parameters, items, { onError: 'continueRegularOutput' });
		expect(paired(result)).toEqual([
			[0, rowWith({ id: 1, price: 5 })],
			[1, rowWith({ error: expect.any(String) as string, outcome: 'not written' })],
			[2, rowWith({ id: 3, price: 5 })],
		]);
		const read = await run('get', { product_id: byId('={{ $json.id }}') }, [items[1]!], {
			onError: 'continueRegularOutput',
		});
		expect(read.items[0]?.json).not.toHaveProperty('outcome');
	});

	it('tells what became of all items when it stops the node', async () => {
		// One order, so that one goes after the other.
		const order = sandbox.store.shopper.placeOrder({ items: [{ productId: 1 }] }).orderId;
		sandbox.store.faults.next({ match: { method: 'PUT' }, status: 200, body: { id: order } });
		sandbox.store.faults.next({ match: { method: 'PUT' }, status: 200, body: { id: order } });
		sandbox.store.faults.next({ match: { method: 'PUT' }, status: 422, body: { status: 422, title: 'Not so.' } });
		const items = Array.from({ length: 5 }, (_, index) => ({ notes: `${index}` }));
		const parameters = { order_id: byId(order), additionalFields: { staff_notes: '={{ $json.notes }}' } };
		const { error } = await operationsOf('order', sandbox)('update', parameters, items);
		expect(error?.context?.itemIndex).toBe(2);
		expect(error?.message).toContain('Not so');
		expect(error?.description).toContain(
			'Items 0–1 were written. Item 2 was refused. Items 3–4 were not sent. Running all items again does no harm.',
		);
		expect(sandbox.store.requests.matching('PUT', `/v2/orders/${order}`)).toHaveLength(3);
	});

	it('does not say "run again" of what must not be written twice', async () => {
		const order = sandbox.store.shopper.placeOrder({ items: [{ productId: 1 }] }).orderId;
		sandbox.store.faults.next({ match: { method: 'PUT' }, status: 200, body: { id: order } });
		sandbox.store.faults.next({ match: { method: 'PUT' }, status: 422, body: { status: 422, title: 'Not so.' } });
		const products = { catalog: [{ product_id: byId(1), quantity: 1 }] };
		const { error } = await operationsOf('order', sandbox)('update', { order_id: byId(order), products }, [{}, {}]);
		expect(error?.description).toContain('Do not run all items again');
		expect(error?.description).not.toContain('does no harm');
	});

	it('of a part of the record is a warning, not an error', async () => {
		sandbox.store.faults.next({
			match: { method: 'POST' },
			status: 207,
			body: {
				data: { id: 5, name: 'Half' },
				errors: [{ status: 207, title: 'Saved', errors: { inventory_level: 'not saved' } }],
				meta: {},
			},
		});
		const { error, items, hints } = await run('create', create, [{ name: 'Half' }]);
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ id: 5, partial_failure: [expect.stringContaining('not saved')] });
		expect(hints).toContainEqual(rowWith({ type: 'warning' }));
	});
});
