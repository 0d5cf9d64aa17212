import { mostKeys } from '../../nodes/BigCommerce/execution/requests';
import { allOf, parseEndpoint } from '../../nodes/BigCommerce/model/endpoint';
import type { Endpoint } from '../../nodes/BigCommerce/model/endpoint';
import { endpointsOf, needOf } from '../../nodes/BigCommerce/model/facts';
import type { Operation, Resource, UpsertOperation } from '../../nodes/BigCommerce/model/operation';
import { RESOURCES } from '../../nodes/BigCommerce/resources';
import { factsOf } from '../../nodes/BigCommerce/transport/endpoints';
import type { ScopeNeed } from '../../nodes/BigCommerce/transport/scopes';
import { ALL_SCOPES, describeNeed } from '../../nodes/BigCommerce/transport/scopes';
import { ACTION_NODES, type ActionNode } from './nodes';

const factsOfFirst = (endpoints: readonly Endpoint[]) => {
	const { method, path } = parseEndpoint(endpoints[0]!);
	return factsOf(method, path);
};

/** Notes that a reader needs to know how many requests an operation takes. */
function requests(operation: Operation): string {
	switch (operation.kind) {
		case 'list':
			return `pages of up to ${factsOfFirst(allOf(operation.endpoint)).pageSize}, side by side where the store tells how many`;
		case 'lookUp':
			return `up to ${mostKeys(operation)} items each`;
		case 'batch':
			return `up to ${factsOfFirst(allOf(operation.endpoint)).batch ?? 1} items each`;
		case 'upsert':
			return `${lookUps(operation)}, then ${writes(operation)}`;
		case 'merge':
			return 'two per item: it reads the record first';
		case 'byFilter':
			return 'pages of what the filters find, then batches';
		case 'get':
		case 'call':
			return 'one per item';
		case 'sequence':
			return 'as many as it takes';
	}
}

function lookUps({ find: { filter } }: UpsertOperation): string {
	if (filter === undefined) return 'the whole list once';
	const most = mostKeys({ filter });
	return most === 1 ? 'a look-up for each item' : `look-ups of up to ${most} items each`;
}

function writes({ create, update }: UpsertOperation): string {
	if (create.kind === 'batch')
		return update.kind === 'batch' ? 'batches' : 'batches of new records and one for each other';
	return update.kind === 'batch' ? 'one for each new record and batches of the others' : 'one for each record';
}

/** The least scope of a need; parts that Include asks for may need another one. */
const scopeName = (need: ScopeNeed): string => describeNeed(need).replace(/^.*\((.*)\)$/, '`$1`') || 'none';

/** Parts that are read with a scope of their own, by their names. */
const otherNeeds = (operation: Operation): Array<readonly [name: string, need: ScopeNeed]> =>
	('parts' in operation ? (operation.parts ?? []) : []).flatMap(({ name, scopes = [] }) =>
		scopes.length === 1 ? [[name, { scopes, access: 'read' }] as const] : [],
	);

function operationRow(operation: Operation): string {
	const more = otherNeeds(operation).map(([name, need]) => `; for ${name} ${scopeName(need)}`);
	const endpoints = [...new Set(endpointsOf(operation))].map((endpoint) => `\`${endpoint}\``).join(', ');
	const scope = endpoints ? [scopeName(needOf(operation)), ...more].join('') : 'that of the path';
	return `| ${operation.name} | ${operation.description} | ${endpoints || 'any'} | ${requests(operation)} | ${scope} |`;
}

const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);

/** What each node can do, a line per resource. */
export const operationsOverview = (nodes: readonly ActionNode[] = ACTION_NODES): string =>
	nodes
		.map(({ displayName, resources }) => {
			const rows = [...resources].sort(byName).map(({ name, operations }) => {
				const names = [...operations].sort(byName).map((each) => each.name);
				return `| **${name}** | ${names.join(' · ')} |`;
			});
			return [`In **${displayName}**:`, '', '| Resource | Operations |', '|---|---|', ...rows].join('\n');
		})
		.join('\n\n');

/** Every operation with its calls, its cost in requests and its scope, by node and resource. */
export const operationsReference = (nodes: readonly ActionNode[] = ACTION_NODES): string =>
	nodes
		.flatMap(({ displayName, resources }) => [
			`## ${displayName}`,
			...[...resources]
				.sort(byName)
				.map(({ name, operations }) =>
					[
						`### ${name}`,
						'',
						'| Operation | What it does | Calls | Requests | Scope |',
						'|---|---|---|---|---|',
						...[...operations].sort(byName).map(operationRow),
					].join('\n'),
				),
		])
		.join('\n\n');

/** The README's table of scopes and what needs them. */
export function scopesTable(resources: readonly Resource[] = RESOURCES): string {
	const rows = ALL_SCOPES.flatMap((scope) => {
		const users = resources.flatMap(({ name, operations }) => {
			const needs = operations.map(needOf).filter(({ scopes }) => scopes.includes(scope));
			if (needs.length > 0) return [needs.every(({ access }) => access === 'read') ? `${name} (read only)` : name];
			const parts = operations
				.flatMap(otherNeeds)
				.flatMap(([part, { scopes }]) => (scopes.includes(scope) ? [part] : []));
			return parts.length > 0 ? [`${name}, for its ${parts.join(', ')} (read only)`] : [];
		});
		if (users.length === 0) return [];
		const parameters = [scope.readOnly, scope.modify].map((parameter) => (parameter ? `\`${parameter}\`` : '–'));
		return [`| ${scope.name} | ${parameters.join(' | ')} | ${users.sort().join(', ')} |`];
	});
	return ['| In the control panel | Read-only | Modify | Used by |', '|---|---|---|---|', ...rows].join('\n');
}

/** Prettier would pad the cells of the tables. */
const IGNORED = '<!-- prettier-ignore-start -->';
const IGNORED_END = '<!-- prettier-ignore-end -->';

/**
 * Replaces what stands between `<!-- name -->` and `<!-- /name -->`.
 * @throws Error when the marks are missing
 */
export function replaceSection(text: string, name: string, content: string): string {
	const marks = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
	if (!marks.test(text)) throw new Error(`The marks <!-- ${name} --> … <!-- /${name} --> are missing`);
	return text.replace(
		marks,
		(_, open: string, close: string) => `${open}${IGNORED}\n\n${content}\n\n${IGNORED_END}\n${close}`,
	);
}
