import { CHANNEL_EVENTS } from './channelEvents';
import { NOTES } from './eventNotes';
import type { LookupSource } from './lookups';
import type { Family } from './storeEvents';
import { STORE_EVENTS } from './storeEvents';

/** One event that can be subscribed to. */
export interface StoreEvent {
	/** BigCommerce's name of the event; `{channel_id}` in it stands for the number of a channel. */
	scope: string;
	displayName: string;
	description: string;
}

/** What the trigger knows of the record behind an event. */
export interface EventRecord {
	/** The kind of record, in BigCommerce's words; nothing for an event of which nothing is known. */
	kind: string | undefined;
	/** Field of `data` that identifies it, if there is one and the documents name it. */
	id: string | undefined;
	/** How it is fetched while it is there. */
	lookup: LookupSource | undefined;
	/** Whether the event says that the record is gone. */
	gone: boolean;
}

/** All that can be listened for: store-wide events first, then those of one channel. */
export const FAMILIES: readonly Family[] = [...STORE_EVENTS, ...CHANNEL_EVENTS];

const CHANNEL = '/channel/{channel_id}/';

const CHANNEL_SCOPES = new Set(CHANNEL_EVENTS.flatMap(scopesOf));
const STORE_SCOPES = new Set(STORE_EVENTS.flatMap(scopesOf));

/**
 * The events to choose from, in alphabetical order of their names. An event that BigCommerce has for the
 * whole store and for one channel is there once: which of the two is meant, the filter Channels decides.
 */
export const EVENTS: readonly StoreEvent[] = FAMILIES.flatMap((family) =>
	family.verbs.split(' ').map((verb) => {
		const scope = `${family.path}/${verb}`;
		const notes = [NOTES[scope], family.note, scope.includes(CHANNEL) ? 'Needs Filters > Channels' : undefined, scope];
		return {
			scope,
			displayName: verb === '*' ? `${family.name} (Any Event)` : `${family.name} ${titleCase(verb)}`,
			description: notes.filter(Boolean).join(' · '),
		};
	}),
)
	.filter(({ scope }) => !scope.includes(CHANNEL) || !STORE_SCOPES.has(scope.replace(CHANNEL, '/')))
	.sort((one, other) => one.displayName.localeCompare(other.displayName));

/** The scope of an event in one channel. */
export const scopeIn = (channel: number, scope: string): string => scope.replace(CHANNEL, `/channel/${channel}/`);

/** Whether BigCommerce knows an event for single channels only. */
export const isChannelEvent = (scope: string): boolean => CHANNEL_SCOPES.has(scope);

/** The name of a store-wide event for those who listen to one channel, if BigCommerce has it. */
export function inOneChannel(scope: string): string | undefined {
	const twin = scope.replace(/^store\//, `store${CHANNEL}`);
	return CHANNEL_SCOPES.has(twin) ? twin : undefined;
}

/** The channel that an event names, if it does. */
export function channelOf(scope: string): number | undefined {
	const channel = /^store\/channel\/(\d+)\//.exec(scope)?.[1];
	return channel === undefined ? undefined : Number(channel);
}

/**
 * What is known of the record behind an event.
 * @param scope as delivered: a wildcard hook gets the concrete event, and a channel its number
 */
export function recordOf(scope: string): EventRecord {
	const plain = sameForAllChannels(scope.replace(/\/+$/, ''));
	const cut = plain.lastIndexOf('/');
	const [path, verb] = [plain.slice(0, cut), plain.slice(cut + 1)];
	const relatives = FAMILIES.filter((family) => sameForAllChannels(`${family.path}/`) === `${path}/`);
	const family = relatives.find(({ verbs }) => verbs.split(' ').includes(verb)) ?? relatives[0];
	return {
		kind: family?.name,
		id: family?.id === null ? undefined : family && (family.id ?? 'id'),
		lookup: family?.lookup,
		gone: verb === 'deleted' && !family?.fetchesOwner,
	};
}

/** Stock events are subscribed to with a literal `*`. */
const sameForAllChannels = (scope: string): string => scope.replace(/\/channel\/(\d+|\*|\{channel_id\})\//, CHANNEL);

function scopesOf({ path, verbs }: Family): string[] {
	return verbs.split(' ').map((verb) => `${path}/${verb}`);
}

/** `statusUpdated` and `stock_changed` as a person would write them. */
function titleCase(verb: string): string {
	const words = verb.replace(/([A-Z])/g, ' $1').split(/[ _]/);
	return words.map((word) => (word === 'of' ? word : word.charAt(0).toUpperCase() + word.slice(1))).join(' ');
}
