import type { CronExpression, ITriggerFunctions } from 'n8n-workflow';

import { openStore } from '../../transport/openStore';
import { reasonOf } from '../faults';
import { readRegistration } from './registration';
import { readSettings } from '../settings';
import { inTurn, repair } from './subscriptions';

const LONGEST_WAIT_MS = 60_000;

/**
 * Looks after the hooks while the workflow is active: BigCommerce switches a hook off after two days of
 * failed deliveries or 90 days without events, and people delete hooks. n8n itself asks `checkExists`
 * whenever it starts, so only the regular look is arranged here; n8n ends it when the workflow is
 * deactivated.
 */
export function takeCareOfHooks(context: ITriggerFunctions): void {
	const { checkInterval } = readSettings(context.getNodeParameter('settings', {}));
	context.helpers.registerCron({ expression: every(checkInterval, Math.random) }, () => void lookAfter(context));
}

/** One look. What cannot be mended now is logged and tried again the next time. */
export async function lookAfter(context: ITriggerFunctions): Promise<void> {
	const { destination, scopes, secret } = readRegistration(context.getWorkflowStaticData('node'));
	if (destination === undefined || scopes === undefined || secret === undefined) return;
	const log = { workflowId: context.getWorkflow().id, nodeName: context.getNode().name };
	try {
		const api = await openStore(context, { longestWaitMs: LONGEST_WAIT_MS });
		const done = await inTurn(destination, async () => await repair(api, { webhookUrl: destination, scopes, secret }));
		if (!done) return;
		const created = done.create.length > 0 ? [`created again for ${done.create.join(', ')}`] : [];
		const updated =
			done.update.length > 0 ? [`switched on again for ${done.update.map(({ scope }) => scope).join(', ')}`] : [];
		const removed = done.remove.length > 0 ? [`removed ${done.remove.length} that were not wanted`] : [];
		context.logger.warn(
			`BigCommerce Trigger repaired its webhooks: ${[...created, ...updated, ...removed].join('; ')}`,
			log,
		);
	} catch (error) {
		context.logger.warn(`BigCommerce Trigger could not check or repair its webhooks: ${reasonOf(error)}`, log);
	}
}

/**
 * A cron expression with seconds, at a random moment, so that many workflows do not ask at once.
 * @param minutes a divisor of an hour, of a day in whole hours, or a day
 * @param random gives numbers in [0, 1)
 */
export function every(minutes: number, random: () => number): CronExpression {
	const any = (below: number) => Math.floor(random() * below);
	if (minutes < 60) return `${any(60)} */${minutes} * * * *`;
	if (minutes < 24 * 60) return `${any(60)} ${any(60)} */${Math.round(minutes / 60)} * * *`;
	return `${any(60)} ${any(60)} ${any(24)} * * *`;
}
