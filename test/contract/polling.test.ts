import { POLLED_EVENTS } from '../../nodes/BigCommerce/polling/events';
import { openPolledStore, polled } from '../support/polledStore';
import { recordExchanges } from '../support/recordExchanges';
import { formatFindings } from './checker';
import { describeContract } from './describeContract';

describeContract("BigCommerce's specifications, for the polling trigger", (contract) => {
	it.each(POLLED_EVENTS)('allow every request of $name', async ({ value }) => {
		// More than one page, so that every form of request is sent.
		const world = await openPolledStore({ products: 260, customers: 260, orders: 260 });
		try {
			const { exchanges } = await recordExchanges(async () => {
				const filters = { skipIncompleteOrders: true };
				const poller = world.poller({ event: value, filters, options: { lookBack: 24 * 3650 } });
				await polled(poller);
				world.store.shopper.placeOrder({ status: 0 });
				world.wait(60);
				await polled(poller);
				await polled(poller, 'manual');
			});
			expect(exchanges.length).toBeGreaterThan(3);
			expect(formatFindings(contract().checkExchanges(exchanges))).toBe('');
		} finally {
			await world.store.close();
		}
	});
});
