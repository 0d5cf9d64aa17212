import { ALL_KNOWN_ERRORS, readContract, type Contract } from './checker';
import { describeContract } from './describeContract';
import { readSpecExamples, type SpecExamples } from './specExamples';

// Every schema of every file is compiled.
jest.setTimeout(120_000);

describeContract("BigCommerce's specifications", (contract, directory) => {
	let examples: SpecExamples;

	beforeAll(async () => {
		examples = await readSpecExamples(directory);
	});

	function checkExamples(strict: Contract) {
		return {
			requests: examples.requests.map((each) => strict.checkRequest(each)),
			responses: examples.responses.map((each) => strict.checkResponse(each)),
		};
	}

	it('can be read and compiled as a whole', () => {
		checkExamples(contract());
		expect(contract().problems()).toEqual([]);
	});

	it('describe v2 and v3 operations and webhooks', () => {
		expect(contract().operations()).toEqual(
			expect.arrayContaining(['GET /v2/orders', 'PUT /v3/catalog/products', 'POST /v3/hooks']),
		);
		expect(contract().webhookScopes()).toEqual(expect.arrayContaining(['store/order/created', 'store/cart/abandoned']));
	});

	it('say where an operation is described and which scopes it needs', () => {
		expect(contract().operationFor('get', '/v2/orders/5')).toMatchObject({
			operationId: 'getOrder',
			template: '/v2/orders/{order_id}',
			scopes: expect.stringContaining('store_v2_orders_read_only') as string,
		});
	});

	it('have examples, most of which fit their own schemas (a figure to watch)', async () => {
		const { requests, responses } = checkExamples(await readContract(directory, []));
		const figure = (results: unknown[][]) =>
			`${results.filter((findings) => findings.length === 0).length} of ${results.length}`;
		console.info(
			`Examples in the specifications that fit: ${figure(requests)} requests (without their ` +
				`queries), ${figure(responses)} responses`,
		);
		expect(responses.length).toBeGreaterThan(0);
	});

	it('still have every error that is listed as known', async () => {
		const fresh = await readContract(directory, ALL_KNOWN_ERRORS);
		checkExamples(fresh);
		for (const { shownBy } of ALL_KNOWN_ERRORS) {
			if (shownBy === undefined) continue;
			if ('scope' in shownBy) fresh.checkWebhook(shownBy.scope, shownBy.payload);
			else fresh.checkExchanges([shownBy]);
		}
		expect(fresh.unusedKnownErrors()).toEqual([]);
	});
});
