import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod';

import { openStore } from '../../transport/openStore';
import { readList } from '../../transport/pagination';
import { SCOPES } from '../../transport/scopes';
import { inNodeWords } from '../faults';

const channel = z.object({ id: z.number(), name: z.string() });

const LONGEST_WAIT_MS = 40_000;

/**
 * The channels of the store, for a dropdown.
 * @throws NodeApiError, so that an empty list means a store without channels
 */
export async function getChannels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const api = await openStore(this, { longestWaitMs: LONGEST_WAIT_MS });
	try {
		const { rows } = await readList(api, {
			request: {
				method: 'GET',
				path: '/v3/channels',
				scope: { scopes: [SCOPES.channelSettings], access: 'read' },
			},
		});
		return rows
			.flatMap((row) => channel.safeParse(row).data ?? [])
			.map(({ id, name }) => ({ name: `${name} (${id})`, value: id }))
			.sort((one, other) => one.name.localeCompare(other.name));
	} catch (error) {
		throw inNodeWords(this.getNode(), error);
	}
}
