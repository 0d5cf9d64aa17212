import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

/** What a person sets under Options. A value that makes no sense counts as not set: it must not weaken a check. */
const settings = z.object({
	/** Minutes between two looks at the hooks. */
	checkInterval: z.number().int().positive().catch(240),
	/** How old a signed delivery may be, in seconds. */
	timestampTolerance: z.number().int().positive().catch(300),
	/** How many events are remembered to know repeated ones. */
	rememberedEvents: z.number().int().positive().catch(2000),
});

export type Settings = z.infer<typeof settings>;

const DEFAULTS = settings.parse({});

/** @param parameter value of the node's parameter `settings` */
export const readSettings = (parameter: unknown): Settings => settings.catch(DEFAULTS).parse(parameter);

export const settingsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'settings',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Check Webhooks Every',
			name: 'checkInterval',
			type: 'options',
			options: [
				{ name: '15 Minutes', value: 15 },
				{ name: '4 Hours', value: 240 },
				{ name: 'Day', value: 1440 },
				{ name: 'Hour', value: 60 },
				{ name: 'Minute', value: 1 },
			],
			default: 240,
			description:
				'How often to look whether BigCommerce has switched a webhook off or lost it, and to repair it. Costs one request.',
		},
		{
			displayName: 'Remembered Events',
			name: 'rememberedEvents',
			type: 'number',
			typeOptions: { minValue: 100, maxValue: 100_000 },
			default: 2000,
			description:
				'How many of the last events to remember, so that one that BigCommerce delivers twice starts the workflow once',
		},
		{
			displayName: 'Timestamp Tolerance (Seconds)',
			name: 'timestampTolerance',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 300,
			description:
				'How old a signed delivery may be. Needs a Client Secret in the credential; without it there is no signed time.',
		},
	],
};
