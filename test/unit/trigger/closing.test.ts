import { BigCommerceTrigger } from '../../../nodes/BigCommerce/BigCommerceTrigger.node';
import { contextOf } from './contexts';
import { credential, event, makeNode, signed } from './deliveries';

afterEach(() => jest.useRealTimers());

const open = async (nodeId: string) => {
	const { context } = contextOf({ credential, nodeId, mode: 'trigger' });
	const { closeFunction } = await new BigCommerceTrigger().trigger.call(context);
	if (!closeFunction) throw new Error('n8n has nothing to close');
	return closeFunction;
};

/** A node, and a genuine event to it; the same event may be sent again. */
const makeReceiver = (nodeId: string) => {
	const { send } = makeNode({ nodeId });
	return async (body = JSON.stringify(event()), mode: 'webhook' | 'manual' = 'webhook') => {
		const { result, told } = await send(body, signed(body), { mode });
		return result.workflowData ? 'handed on' : told.answer.status;
	};
};

it('while n8n shuts down, deliveries are turned away, and let in when they are sent again', async () => {
	const receive = makeReceiver('closing');
	expect(await receive()).toBe('handed on');
	const close = await open('closing');
	expect(await receive()).toBe('handed on');
	await close();
	const body = JSON.stringify(event());
	expect(await receive(body)).toBe(503);
	expect(await receive(body, 'manual')).toBe('handed on');
	await open('closing');
	expect(await receive(body)).toBe('handed on');
});

it('closing what was opened before does not close what has been opened since, nor another node', async () => {
	const close = await open('republished');
	await open('republished');
	await close();
	expect(await makeReceiver('republished')()).toBe('handed on');
	await (
		await open('one')
	)();
	expect(await makeReceiver('another')()).toBe('handed on');
});

it('a process that goes on after all, receives again after a minute', async () => {
	jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
	const receive = makeReceiver('stepped-down');
	await (
		await open('stepped-down')
	)();
	expect(await receive()).toBe(503);
	jest.setSystemTime(Date.now() + 60_001);
	expect(await receive()).toBe('handed on');
});
