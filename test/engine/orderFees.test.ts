import type { INodeParameters } from 'n8n-workflow';

import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const ORDERS = '/v2/orders';

describe('Order, with fees', () => {
	const sandbox = useSandbox({ customers: 5, products: 80, orders: 12 });
	const run = operationsOf('order', sandbox);
	const sent = (method: string, path: string | RegExp = ORDERS) => sandbox.store.requests.matching(method, path);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;
	const fromItem = { order_id: byId('={{ $json.order }}') };

	const place = (items = [{ productId: 1, quantity: 2 }, { productId: 2 }]) =>
		sandbox.store.shopper.placeOrder({ items, status: 11 }).orderId;

	describe('Update of fees', () => {
		interface Fee {
			id: number;
			display_name_customer: string;
			cost_ex_tax: string;
			cost_inc_tax: string;
			cost_tax: string;
		}
		const fee = (name: string, ex: number, inc: number) => ({
			type: 'custom_fee',
			display_name_customer: name,
			cost_ex_tax: ex,
			cost_inc_tax: inc,
			cost_tax: inc - ex,
		});
		const withFees = async () => {
			const order = place();
			await callStore(sandbox, 'PUT', `${ORDERS}/${order}`, { fees: [fee('Insurance', 8, 10), fee('Rush', 4, 5)] });
			const [insurance, rush] = await feesOf(order);
			sandbox.store.requests.clear();
			return { order, insurance: insurance!.id, rush: rush!.id };
		};
		const feesOf = async (order: number) =>
			((await callStore(sandbox, 'GET', `${ORDERS}/${order}?include=fees`)) as { fees: Fee[] }).fees;
		const namesOf = async (order: number) =>
			(await feesOf(order)).map(({ display_name_customer: name, cost_inc_tax: cost }) => [name, Number(cost)]);
		const change = async (fees: object[], lists: string, items: Array<{ order: number }>) => {
			const parameters = {
				...fromItem,
				fees: { values: fees },
				requestOptions: { lists },
			} as INodeParameters;
			return await run('update', parameters, items, continueOnFail);
		};

		it('replaces them, unless something else is wanted', async () => {
			const item = await withFees();
			const kept = { id: '={{ $json.rush }}', cost_ex_tax: 6, cost_inc_tax: 7 };
			expect((await change([kept], 'replace', [item])).items).toHaveLength(1);
			expect(sent('PUT', `${ORDERS}/${item.order}`)[0]?.body).toEqual({
				fees: [{ id: item.rush, cost_ex_tax: '6', cost_inc_tax: '7' }],
			});
			expect((await feesOf(item.order)).map(({ id }) => id)).toEqual([item.rush]);
			expect(sent('GET', `${ORDERS}/${item.order}`)).toHaveLength(1); // ours, afterwards
		});

		it('adds to them, several at once, and keeps the others as they are', async () => {
			const items = [await withFees(), await withFees()];
			const fresh = ['Gift bag', 'Note'].map((name) => ({
				display_name_customer: name,
				cost_ex_tax: 1,
				cost_inc_tax: 2,
			}));
			const result = await change(fresh, 'add', items);
			expect(paired(result)).toEqual(items.map(({ order }, index) => [index, rowWith({ id: order })]));
			for (const { order, insurance, rush } of items) {
				expect(await namesOf(order)).toEqual([
					['Insurance', 10],
					['Rush', 5],
					['Gift bag', 2],
					['Note', 2],
				]);
				expect((await feesOf(order)).slice(0, 2).map(({ id }) => id)).toEqual([insurance, rush]);
			}
		});

		it('changes one of them and keeps the others; new costs take the place of all old ones', async () => {
			const item = await withFees();
			await change([{ id: '={{ $json.insurance }}', cost_ex_tax: 20, cost_tax: 3 }], 'add', [item]);
			const { fees } = sent('PUT', `${ORDERS}/${item.order}`)[0]?.body as { fees: Array<Partial<Fee>> };
			expect(fees.map(({ id }) => id)).toEqual([item.insurance, item.rush]);
			expect(fees[0]).toMatchObject({ display_name_customer: 'Insurance', cost_ex_tax: '20', cost_tax: '3' });
			expect(fees[0]).not.toHaveProperty('cost_inc_tax');
			expect(fees[1]).toMatchObject({ cost_ex_tax: '4.0000', cost_inc_tax: '5.0000' });
			for (const each of fees) expect(each).not.toHaveProperty('base_cost');
		});

		it('removes those that are named', async () => {
			const items = [await withFees(), await withFees()];
			await change([{ id: '={{ $json.insurance }}' }], 'remove', items);
			for (const { order } of items) expect(await namesOf(order)).toEqual([['Rush', 5]]);
		});

		it('changes nothing of an order whose fees cannot be read', async () => {
			const [good, missing] = [await withFees(), { order: 999999, insurance: 1, rush: 2 }];
			const result = await change([{ id: '={{ $json.insurance }}' }], 'remove', [missing, good]);
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 404 })],
				[1, rowWith({ id: good.order })],
			]);
			expect(sent('PUT', `${ORDERS}/${missing.order}`)).toEqual([]);
		});
	});
});
