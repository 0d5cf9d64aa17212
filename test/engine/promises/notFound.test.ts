import type { INodeParameters } from 'n8n-workflow';

import { parseEndpoint } from '../../../nodes/BigCommerce/model/endpoint';
import { fieldsOf, mayMiss } from '../../../nodes/BigCommerce/model/facts';
import type { RecordField } from '../../../nodes/BigCommerce/model/field';
import { isCollection } from '../../../nodes/BigCommerce/model/field';
import type { NaturalKey } from '../../../nodes/BigCommerce/model/record';
import type { JsonObject } from '../../../nodes/BigCommerce/transport/types';
import type { Answer, Received } from '../../support/stubStore';
import { stubStore } from '../../support/stubStore';
import { itemsIn, markedItems, markedParameters, markOf } from './markedItems';
import { plausibleAnswer } from './plausibleStore';
import type { Attempt, Registered } from './registry';
import { attempt, REGISTERED } from './registry';
import { WRITE_CASES, writingOf } from './writeCases';

/** "No such record" is one outcome, wherever and however a record is looked up. */
const MISSING = 1;

const refusal = (path: string): Answer =>
	path.startsWith('/v2/')
		? { status: 404, body: [{ status: 404, message: 'The requested resource was not found.' }] }
		: { status: 404, body: { status: 404, title: 'Not found', type: '/api-docs', errors: {} } };

/** A store that has the records of all items but one. */
function answerWithout(registered: Registered, request: Received): Answer {
	const usual = plausibleAnswer(registered, request, true);
	const { path, query } = request;
	if (itemsIn({ ...request, query: {}, body: undefined }).includes(MISSING)) return refusal(path);
	if (request.method !== 'GET') return usual;
	const isMeant = (row: JsonObject) => !JSON.stringify(row).includes(markOf(MISSING));
	const { body } = usual;
	if (Array.isArray(body)) return { body: (body as JsonObject[]).filter(isMeant) };
	const { data, ...rest } = body as { data?: JsonObject | JsonObject[] };
	if (!Array.isArray(data)) return usual;
	const rows = data.filter(isMeant);
	const total = rows.length;
	const pagination = { total, count: total, current_page: Number(query.page ?? 1), total_pages: 1 };
	return { body: { ...rest, data: rows, meta: { pagination } } };
}

interface How {
	parameters?: INodeParameters;
	onError?: Attempt['onError'];
}

async function run(registered: Registered, { parameters = {}, onError = 'stopWorkflow' }: How) {
	const store = stubStore((request) => answerWithout(registered, request));
	return await attempt(registered, store, {
		parameters: { ...markedParameters(registered), ...parameters },
		items: markedItems(3),
		onError,
		isAlone: true,
	});
}

const itemOf = ({ pairedItem }: { pairedItem?: unknown }) => (pairedItem as { item: number }).item;

describe('A record that is looked up and is not there', () => {
	const looking = REGISTERED.filter(({ operation }) => mayMiss(operation));

	it('may be looked up by many operations', () => {
		expect(looking.length).toBeGreaterThan(10);
	});

	it.each(looking)('is an error with status 404: $at', async (registered) => {
		const { error } = await run(registered, {});
		expect(error?.httpCode).toBe('404');
		expect(error?.message).toMatch(/\bhas no\b/);
		expect(error?.context?.itemIndex).toBe(MISSING);
	});

	it.each(looking)('is a row with status 404 beside the others: $at', async (registered) => {
		const { error, items } = await run(registered, { onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		expect([...new Set(items.map(itemOf))]).toEqual([0, 1, 2]);
		const failed = items.filter(({ json }) => 'error' in json);
		expect(failed.map((row) => [itemOf(row), row.json.status, row.json.outcome])).toEqual([[MISSING, 404, undefined]]);
	});

	it.each(looking)('leaves the item without output if the node is to return nothing: $at', async (registered) => {
		const { error, items } = await run(registered, {
			parameters: { requestOptions: { whenNotFound: 'returnNothing' } },
		});
		expect(error).toBeUndefined();
		expect([...new Set(items.map(itemOf))]).toEqual([0, 2]);
		expect(items.filter(({ json }) => 'error' in json)).toEqual([]);
	});
});

describe('A record that is to be changed and is not there', () => {
	const changing = WRITE_CASES.filter((given) => {
		const writing = writingOf(given);
		return (
			given.operation.kind !== 'upsert' &&
			(writing.path ?? []).length > 0 &&
			(writing.kind === 'call' || writing.kind === 'merge')
		);
	});

	it.each(changing)('is not written, with status 404: $name', async (given) => {
		const { items } = await run(given, { onError: 'continueRegularOutput' });
		const failed = items.filter(({ json }) => 'error' in json);
		expect(failed.map((row) => [itemOf(row), row.json.status, row.json.outcome])).toEqual([
			[MISSING, 404, 'not written'],
		]);
	});
});

interface Named extends Registered {
	name: string;
	field: RecordField;
	collection: string | undefined;
	key: NaturalKey;
}

/** Each way to name a record by something else than its ID, once. */
const WAYS: readonly Named[] = [
	...new Map(
		REGISTERED.flatMap((registered) =>
			fieldsOf(registered.operation).flatMap((field) =>
				(isCollection(field) ? field.fields : [field]).flatMap((each) =>
					each.kind === 'record' && !each.showFor && !each.many
						? (each.record.keys ?? []).map((key): [string, Named] => {
								const name = `${each.record.displayName} ${key.displayName}`;
								const collection = isCollection(field) ? field.name : undefined;
								return [name, { ...registered, name, field: each, collection, key }];
							})
						: [],
				),
			),
		),
	).values(),
];

describe('A record that is named by a key that no record has', () => {
	it('may be named in several ways', () => {
		expect(WAYS.length).toBeGreaterThan(5);
	});

	it.each(WAYS)('is a row with status 404 beside the others: $name', async (given) => {
		const { field, collection, key } = given;
		const { find } = key;
		const { path } = parseEndpoint(find.endpoint);
		const own = markedParameters(given);
		const value = { __rl: true, mode: key.mode, value: '={{ $json.text }}' };
		const inner = { ...((collection === undefined ? {} : own[collection]) as INodeParameters), [field.name]: value };
		let lookUps = 0;
		const store = stubStore((request) => {
			const isLookUp =
				request.method === 'GET' && request.path === path && JSON.stringify(request.query).includes('mark');
			if (!isLookUp && !(request.path === path && find.filter === '')) return plausibleAnswer(given, request, true);
			lookUps += 1;
			const rows = [0, 2].map((item) => ({
				[find.row]: `mark${markOf(item)}`,
				[find.id ?? 'id']: Number(markOf(item)),
			}));
			return { body: path.startsWith('/v2/') ? rows : { data: rows, meta: { pagination: { total: rows.length } } } };
		});
		const { items } = await attempt(given, store, {
			parameters: { ...own, ...(collection === undefined ? inner : { [collection]: inner }) },
			items: markedItems(3),
			onError: 'continueRegularOutput',
			isAlone: true,
		});
		expect(lookUps).toBeGreaterThan(0);
		const failed = items.filter(({ json }) => 'error' in json);
		expect(failed.map((row) => [itemOf(row), row.json.status])).toEqual([[MISSING, 404]]);
		expect(failed[0]?.json.error).toContain(field.displayName);
		expect(failed[0]?.json.error).toContain(`mark${markOf(MISSING)}`);
	});
});
