import { CHANNEL_EVENTS } from '../../nodes/BigCommerce/trigger/catalogue/channelEvents';
import { EVENTS, FAMILIES, inOneChannel, recordOf } from '../../nodes/BigCommerce/trigger/catalogue/events';
import type { Lookup, LookupSource } from '../../nodes/BigCommerce/trigger/catalogue/lookups';
import { METAFIELD_OWNERS } from '../../nodes/BigCommerce/trigger/catalogue/lookups';
import type { Family } from '../../nodes/BigCommerce/trigger/catalogue/storeEvents';

const distinct = <T>(values: T[]): T[] => [...new Set(values)];

const code = (text: string): string => `\`${text}\``;

/** A kind of record of the README; what is alike shares a line. */
function kindOf({ name, note }: Family): string {
	if (name.endsWith('Metafield')) return 'Metafield, of any record';
	if (name.startsWith('Channel Settings')) return 'Channel settings';
	return note?.includes('B2B') ? 'B2B Edition: companies, users, addresses, quotes' : name;
}

function lookupsOf(source: LookupSource | undefined): Lookup[] {
	if (source === undefined) return [];
	return typeof source === 'function' ? Object.values(METAFIELD_OWNERS) : [source];
}

const scopeOf = ({ scope }: Lookup): string => (scope ? code(scope.readOnly ?? scope.modify ?? '') : 'none');

const callOf = ({ path, query }: Lookup): string => {
	const filters = Object.entries(query ?? {}).map(([name, value]) => `${name}=${value}`);
	return code(readable(`GET ${path}${filters.length > 0 ? `?${filters.join('&')}` : ''}`));
};

const listed = new Set(EVENTS.map(({ scope }) => scope));

const isListed = ({ path, verbs }: Family): boolean => verbs.split(' ').some((verb) => listed.has(`${path}/${verb}`));

/** `store/order/` created · updated; many paths as one with dots. */
function eventsOf(families: readonly Family[]): string {
	const verbs = (some: readonly Family[]) => distinct(some.flatMap((family) => family.verbs.split(' '))).join(' · ');
	const paths = distinct(families.map(({ path }) => path));
	if (paths.length <= 5) {
		return paths
			.map((path) => `${code(`${path}/`)} ${verbs(families.filter((each) => each.path === path))}`)
			.join('<br>');
	}
	const ends = distinct(paths.map((path) => path.split('/').at(-1) ?? ''));
	const starts = distinct(
		paths.map((path) =>
			path
				.split('/')
				.slice(0, path.includes('{') ? 4 : 2)
				.join('/'),
		),
	);
	const shared = ends.length === 1 ? [`store/…/${ends[0]}/`] : starts.map((start) => `${start}/…`);
	return `${shared.map(code).join(', ')} ${verbs(families)}`;
}

/** A path with the names of fields as a reader wants them. */
const readable = (path: string): string =>
	path.replace(/\{(?:\w+\.)?(\w+?)(?:\|\w+)?\}/g, '{$1}').replace('{0}', '{product_id}');

/** The README's table: a line for each kind of record. */
export function eventsOverview(): string {
	const kinds = distinct(FAMILIES.filter(isListed).map(kindOf));
	const rows = kinds.map((kind) => {
		const families = FAMILIES.filter((family) => isListed(family) && kindOf(family) === kind);
		const lookups = families.flatMap(({ lookup }) => lookupsOf(lookup));
		const calls = distinct(lookups.map(({ path }) => code(readable(path))));
		const record = calls.length === 0 ? '–' : calls.length > 2 ? 'according to the event' : calls.join('<br>');
		const scopes = calls.length > 4 ? 'that of the record' : distinct(lookups.map(scopeOf)).join(', ') || '–';
		const channel = families.some(({ path, verbs }) =>
			verbs.split(' ').some((verb) => inOneChannel(`${path}/${verb}`)),
		);
		return `| ${kind}${channel ? ' ¹' : ''} | ${eventsOf(families)} | ${record} | ${scopes} |`;
	});
	return ['| Record | Events | Fetched with it | Scope for that |', '|---|---|---|---|', ...rows.sort()].join('\n');
}

/** Every event with its ID, its look-ups and their scopes. */
export function eventsReference(): string {
	const rows = EVENTS.map(({ scope, displayName, description }) => {
		const { id, lookup, gone } = recordOf(scope);
		const lookups = gone ? [] : lookupsOf(lookup);
		const calls = lookups.length > 1 ? 'that of the metafield’s owner' : lookups.map(callOf).join('');
		const scopes = lookups.length > 1 ? 'that of the owner' : lookups.map(scopeOf).join('');
		const related = lookups.length > 1 ? [] : lookups.flatMap(relatedOf);
		const notes = description.split(' · ').slice(0, -1).join('. ');
		const channel = inOneChannel(scope) === undefined ? '' : ' ¹';
		return `| ${displayName} | ${code(scope)}${channel} | ${id ? code(id) : '–'} | ${calls || '–'} | ${related.join(', ') || '–'} | ${scopes || '–'} | ${notes} |`;
	});
	return [
		'| Event | Name at BigCommerce | ID in `data` | Record | Related | Scope | Notes |',
		'|---|---|---|---|---|---|---|',
		...rows,
	].join('\n');
}

const relatedOf = ({ include = [], related = {}, recoverable }: Lookup): string[] =>
	[
		...include,
		...Object.entries(related).map(([name, other]) => `${name}${other.scope ? ` (${scopeOf(other)})` : ''}`),
		...(recoverable ? ['recovery_url'] : []),
	].sort();

/** Where the events of one channel name their records differently. */
export function channelReference(): string {
	const twins = CHANNEL_EVENTS.filter((family) => !isListed(family));
	const rows = twins.map(({ path, verbs, id, lookup }) => {
		const [first] = lookupsOf(lookup);
		return `| ${code(`${path}/`)} ${verbs.split(' ').join(' · ')} | ${code(id ?? '–')} | ${first ? callOf(first) : '–'} |`;
	});
	return ['| Events | ID in `data` | Record |', '|---|---|---|', ...rows].join('\n');
}
