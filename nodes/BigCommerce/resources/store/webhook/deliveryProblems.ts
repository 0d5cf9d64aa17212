import { z } from 'zod';

import { payloadOf } from '../../../transport/storeApi';
import type { JsonObject } from '../../../transport/types';
import type { GetOperation } from '../../../model/operation';

const hook = z.object({
	id: z.number(),
	scope: z.string(),
	destination: z.string(),
	status: z.string().optional(),
	is_active: z.boolean().optional(),
});

const blockedDomain = z.object({
	destination: z.string(),
	/** Seconds. */
	time_left: z.number().catch(0),
	reasons: z.array(z.object({ failure_description: z.string(), count: z.number().catch(1) })).catch([]),
});

/** Source: BigCommerce, webhooks.v3, "Get Admin Info". */
const admin = z.object({ hooks_list: z.array(hook).catch([]), blocked_domains: z.array(blockedDomain).catch([]) });

type Hook = z.infer<typeof hook>;
type BlockedDomain = z.infer<typeof blockedDomain>;

const MISSED = 'Events of the meantime are not delivered afterwards: get them with Get Many and Modified After.';

/** Why nothing arrives, by the status that BigCommerce gives. Source: BigCommerce docs, "Webhooks overview". */
const SWITCHED_OFF: Record<string, { what_happened: string; what_to_do: string }> = {
	deactivated: {
		what_happened:
			'BigCommerce switched this webhook off: its deliveries failed for about two days, or it had no event for 90 days',
		what_to_do: `Make sure that the destination answers, then use Reactivate with this webhook ID. ${MISSED}`,
	},
	inactive: {
		what_happened: 'This webhook is switched off, and not by BigCommerce: it was created or updated that way',
		what_to_do: `Use Reactivate with this webhook ID if it shall deliver, or Delete if nobody needs it. ${MISSED}`,
	},
};

export const deliveryProblems: GetOperation = {
	kind: 'get',
	value: 'getDeliveryProblems',
	name: 'Get Delivery Problems',
	action: 'Get webhook delivery problems',
	description: 'Get the reasons why events do not arrive, and what to do; nothing if all is well',
	endpoint: 'GET /v3/hooks/admin',
	scope: [],
	result: (response) => {
		const { hooks_list: hooks, blocked_domains: domains } = admin.parse(payloadOf(response));
		return [...domains.map((domain) => aboutDomain(domain, hooks)), ...hooks.flatMap(aboutHook)];
	},
};

function aboutDomain({ destination, time_left: timeLeft, reasons }: BlockedDomain, hooks: readonly Hook[]): JsonObject {
	return {
		kind: 'blockedDomain',
		webhook_ids: hooks.filter((each) => hostOf(each.destination) === hostOf(destination)).map(({ id }) => id),
		scope: null,
		destination,
		time_left: timeLeft,
		reasons: reasons.map(
			({ failure_description: failure, count }) => `${failure} (${count} ${count === 1 ? 'time' : 'times'})`,
		),
		what_happened: `BigCommerce delivers nothing to this domain for another ${inWords(timeLeft)}: too many of its deliveries failed within two minutes`,
		what_to_do:
			'Nothing is lost yet: the events wait and are delivered afterwards. Make the destination answer every delivery with status 200 at once and do its work later; the reasons say what it did instead.',
	};
}

function aboutHook({ id, scope, destination, status, is_active: isActive }: Hook): JsonObject[] {
	const state = status ?? (isActive === false ? 'inactive' : 'active');
	const explanation = SWITCHED_OFF[state];
	return explanation
		? [{ kind: `${state}Webhook`, webhook_ids: [id], scope, destination, time_left: null, reasons: [], ...explanation }]
		: [];
}

/** BigCommerce names blocked domains as URLs; a bare domain is understood as well. */
const hostOf = (destination: string): string =>
	destination
		.replace(/^\w+:\/\//, '')
		.replace(/[/?#].*$/, '')
		.toLowerCase();

function inWords(seconds: number): string {
	const minutes = Math.floor(seconds / 60);
	const rest = `${Math.ceil(seconds % 60)} seconds`;
	return minutes > 0 ? `${minutes} min ${rest}` : rest;
}
