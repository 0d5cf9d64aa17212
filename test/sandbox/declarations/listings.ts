import { parent } from '../collections/declaration';
import { choice, list, object, text, whole } from '../collections/kinds';
import { declared } from '../collections/routes';
import { afterIdPage } from '../core/answers';
import { rfc3339 } from '../core/format';
import type { Store } from '../data/store';
import type { JsonObject } from '../types';
import { by, DATES, TIMES } from './common';

const STATES = [
	'disabled',
	'error',
	'pending',
	'pending_disable',
	'pending_delete',
	'partially_rejected',
	'queued',
	'rejected',
	'submitted',
	'deleted',
];

const state = choice('active', ...STATES).required();

const variant = object({
	product_id: whole().required(),
	variant_id: whole().required(),
	external_id: text(),
	state,
	name: text(),
	description: text(),
});

type Variants = readonly JsonObject[];

/** The variants of a listing as they stand after some were sent: new ones are added, known ones changed. */
function merged(existing: Variants, sent: Variants, channelId: number, { now }: Store): Variants {
	const time = rfc3339(now);
	const known = new Map(existing.map((each) => [each.variant_id, each]));
	for (const each of sent) {
		const before = known.get(each.variant_id);
		const marks = before ? { date_modified: time } : { channel_id: channelId, date_created: time };
		known.set(each.variant_id, { ...before, ...each, ...marks });
	}
	return [...known.values()];
}

/** What a channel sells. One that does not exist has none; unknown listings are left out of the answer. */
export const channelListings = declared('listing', 'listings', '/v3/channels/{channel_id}/listings/{listing_id}', {
	id: 'listing_id',
	parents: { channel_id: parent('channel', () => true) },
	fields: {
		channel_id: whole().readOnly(),
		external_id: text(),
		product_id: whole()
			.required()
			.refersTo('product', ({ products }, id) => products.get(id)),
		state,
		name: text(),
		description: text(),
		variants: list(variant)
			.required()
			.sample([{ product_id: 1, variant_id: 1, state: 'active' }]),
		...TIMES,
	},
	filters: { product_id: 'in', ...by(DATES, 'date_created date_modified') },
	paging: afterIdPage,
	before: ({ variants, ...sent }, { call, existing }) => {
		const { product_id, ...changes } = sent;
		const input = existing ? changes : { ...changes, product_id };
		if (!variants) return input;
		const channelId = Number(call.params.channel_id);
		return {
			...input,
			variants: merged((existing?.variants as Variants) ?? [], variants as Variants, channelId, call.store),
		};
	},
	check: ({ product_id, variants }, { existing }) => {
		const own = existing?.product_id ?? product_id;
		const isForeign = (variants as Variants | undefined)?.some((each) => each.product_id !== own);
		return isForeign ? { variants: 'product_id of a variant must match product_id of the listing' } : undefined;
	},
	calls: { createMany: true, updateMany: { missing: 'skip' } },
});
