import { poll } from '../n8n/poll';
import type { Sandbox } from '../sandbox';
import type { ActiveExamples } from './stage';

const PATIENCE_MS = 60_000;

/** What became of each workflow, from the event in the store to the effect in the store. */
export interface CheckResult {
	ok: boolean;
	shipPaidOrders: { orderId: number; shipped: boolean; shipmentsBeforePayment: number; error?: string };
	recoverCarts: {
		cartId: string;
		messageTo?: string;
		link?: string;
		messagesForBoughtCart: number;
		messagesWithoutConsent: number;
		error?: string;
	};
}

/** Plays the shopper and waits for both workflows to do their work. */
export async function checkBoth(examples: ActiveExamples): Promise<CheckResult> {
	const [shipPaidOrders, recoverCarts] = await Promise.all([checkShipping(examples), checkRecovery(examples)]);
	const ok =
		shipPaidOrders.shipped &&
		shipPaidOrders.shipmentsBeforePayment === 0 &&
		recoverCarts.messageTo !== undefined &&
		recoverCarts.link !== undefined &&
		recoverCarts.messagesForBoughtCart === 0 &&
		recoverCarts.messagesWithoutConsent === 0;
	return { ok, shipPaidOrders, recoverCarts };
}

async function checkShipping({ sandbox, rest, workflows }: ActiveExamples): Promise<CheckResult['shipPaidOrders']> {
	const shipments = (orderId: number) =>
		sandbox.requests.matching('POST', `/v2/orders/${orderId}/shipments`).filter(({ status }) => status === 201).length;
	const { orderId } = sandbox.shopper.placeOrder();
	try {
		// The order's creation has run through, and nothing was shipped, before it is paid.
		await rest.waitForExecutions(workflows.shipPaidOrders, (list) => list.some(ended), PATIENCE_MS);
		const shipmentsBeforePayment = shipments(orderId);
		sandbox.shopper.payOrder(orderId);
		const shipped = await eventually('the shipment', () => shipments(orderId) === 1);
		return { orderId, shipped, shipmentsBeforePayment };
	} catch (error) {
		return { orderId, shipped: false, shipmentsBeforePayment: shipments(orderId), error: String(error) };
	}
}

const ended = ({ status }: { status: string }) => status === 'success';

async function checkRecovery({ sandbox, rest, workflows }: ActiveExamples): Promise<CheckResult['recoverCarts']> {
	const messagesFor = (cartId: string) => sandbox.messages.filter((message) => message.cart_id === cartId);
	const bought = sandbox.shopper.abandonCart();
	const unasked = sandbox.shopper.abandonCart({ customer: { id: await customerWithoutConsent(sandbox) } });
	const left = sandbox.shopper.abandonCart();
	sandbox.shopper.convertCart(bought.cartId);
	const result: CheckResult['recoverCarts'] = {
		cartId: left.cartId,
		messagesForBoughtCart: 0,
		messagesWithoutConsent: 0,
	};
	try {
		await eventually('the recovery message', () => messagesFor(left.cartId).length > 0);
		await rest.waitForExecutions(workflows.recoverCarts, (list) => list.filter(ended).length >= 3, PATIENCE_MS);
		const [message] = messagesFor(left.cartId);
		if (message?.to === left.email) result.messageTo = left.email;
		if (typeof message?.link === 'string' && message.link.includes(left.token)) result.link = message.link;
	} catch (error) {
		result.error = String(error);
	}
	result.messagesForBoughtCart = messagesFor(bought.cartId).length;
	result.messagesWithoutConsent = messagesFor(unasked.cartId).length;
	return result;
}

/** A customer who does not want emails about abandoned carts. */
async function customerWithoutConsent({ shopper, apiBaseUrl, storeHash, accessToken }: Sandbox): Promise<number> {
	const id = shopper.registerCustomer();
	const response = await fetch(`${apiBaseUrl}/stores/${storeHash}/v3/customers`, {
		method: 'PUT',
		headers: { 'X-Auth-Token': accessToken, 'content-type': 'application/json' },
		body: JSON.stringify([{ id, accepts_product_review_abandoned_cart_emails: false }]),
	});
	if (!response.ok) throw new Error(`The sandbox store answers ${response.status} to a change of a customer`);
	return id;
}

async function eventually(what: string, isThere: () => boolean): Promise<boolean> {
	return await poll(what, PATIENCE_MS, () => isThere() || undefined);
}
