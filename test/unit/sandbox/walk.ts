import type { DeclaredCollection } from '../../sandbox/collections/routes';
import { samplesOf } from '../../sandbox/collections/kinds';
import { filterParameter } from '../../sandbox/core/filter';
import type { Sandbox } from '../../sandbox';
import type { Exchange } from '../../contract/checker';

type Body = Record<string, unknown>;
type Id = number | string | undefined;

/** IDs of records that are there in a seeded store, by path parameter. */
const EXISTING: Readonly<Record<string, number | string>> = {
	product_id: 1,
	variant_id: 1,
	category_id: 1,
	brand_id: 1,
	order_id: 100,
	customerId: 1,
	channel_id: 1,
	location_id: 1,
	site_id: 1000,
};

const TIME = '2026-02-03T04:05:06Z';

/** What filters are given that are no plain fields, or not asked for as they are shown. */
const FILTER_VALUES: Readonly<Record<string, string>> = {
	exclude_type: 'promotion',
	'review status': '1',
	published_date: TIME,
	date_created: TIME,
	date_modified: TIME,
	channel_id: '1',
};

/** Sends every call that a declaration allows, with samples of its own fields, and keeps what crossed the wire. */
export class Walk {
	readonly exchanges: Exchange[] = [];

	constructor(
		private readonly store: Sandbox,
		private readonly collection: DeclaredCollection,
		/** IDs that the path names, and values that the fields must have. */
		private readonly given: { path?: Record<string, string>; fields?: Body } = {},
	) {}

	async all(): Promise<void> {
		const { calls = {}, one } = this.collection.declaration;
		const made = [...(await this.create()), ...(await this.createMany()), ...(await this.upsert())];
		const id = this.idOf(made[0]) ?? (await this.firstId());
		if (calls.list !== false) await this.read();
		if (calls.count) await this.send('GET', `${this.path}/count`);
		if (one && calls.get !== false && id !== undefined) await this.send('GET', `${this.path}/${id}`);
		await this.change(made);
		await this.remove(made);
	}

	private get path(): string {
		const known = { ...EXISTING, ...this.given.path };
		return this.collection.declaration.path.replace(/\{(\w+)\}/g, (_all, name: string) => String(known[name]));
	}

	private sample(n: number): Body {
		return { ...samplesOf(this.collection.declaration.fields, n), ...this.given.fields };
	}

	private async create(): Promise<Body[]> {
		return this.collection.declaration.calls?.create
			? rowsIn(await this.send('POST', this.path, {}, this.sample(1)))
			: [];
	}

	private async createMany(): Promise<Body[]> {
		if (!this.collection.declaration.calls?.createMany) return [];
		return rowsIn(await this.send('POST', this.path, {}, [this.sample(2), this.sample(3)]));
	}

	private async upsert(): Promise<Body[]> {
		if (!this.collection.declaration.calls?.upsertMany) return [];
		await this.send('PUT', this.path, {}, [this.sample(4)]);
		return rowsIn(await this.send('PUT', this.path, {}, [this.sample(4)]));
	}

	private idOf(record: Body | undefined): Id {
		return record?.[this.collection.id] as Id;
	}

	private async firstId(): Promise<Id> {
		if (this.collection.declaration.calls?.list === false) return undefined;
		return this.idOf(rowsIn(await this.send('GET', this.path))[0]);
	}

	/** The list, and once with each filter, sort, include. */
	private async read(): Promise<void> {
		const { name: owner, filters = {}, sort, includes = {}, fields } = this.collection.declaration;
		const [row] = rowsIn(await this.send('GET', this.path));
		for (const [name, ways] of Object.entries(filters)) {
			const words = typeof ways === 'string' ? ways : ways[0];
			const value =
				FILTER_VALUES[`${owner} ${name}`] ?? FILTER_VALUES[name] ?? row?.[name] ?? fields[name]?.rules.sample(1) ?? '1';
			for (const way of words.split(' ')) {
				await this.send('GET', this.path, { [filterParameter(name, way)]: value as string });
			}
		}
		for (const field of sort?.fields ?? []) {
			const query = sort?.style === 'one parameter' ? { sort: `${field}:desc` } : { sort: field };
			await this.send('GET', this.path, query);
		}
		for (const include of Object.keys(includes)) await this.send('GET', this.path, { include });
	}

	private async change(made: readonly Body[]): Promise<void> {
		const { calls = {}, fields } = this.collection.declaration;
		const [first] = made;
		if (!first) return;
		const id = this.idOf(first);
		const changeable = (n: number): Body =>
			Object.fromEntries(Object.entries(this.sample(n)).filter(([name]) => fields[name]?.rules.access !== 'immutable'));
		if (calls.update) await this.send('PUT', `${this.path}/${id}`, {}, changeable(5));
		if (calls.updateMany) await this.send('PUT', this.path, {}, [{ ...changeable(6), [this.collection.id]: id }]);
	}

	private async remove(made: readonly Body[]): Promise<void> {
		const { remove, removeMany } = this.collection.declaration.calls ?? {};
		const [first, ...rest] = made.map((record) => this.idOf(record));
		if (remove && first !== undefined) await this.send('DELETE', `${this.path}/${first}`);
		const left = remove ? rest : made.map((record) => this.idOf(record));
		if (!removeMany || left.length === 0) return;
		if (removeMany.by === 'body') await this.send('DELETE', this.path, {}, left);
		else {
			const parameter = removeMany.by.find((name) => name === `${this.collection.id}:in`) ?? removeMany.by[0];
			const value = parameter?.endsWith(':in') ? left.join() || '0' : 'nobody';
			await this.send('DELETE', this.path, parameter ? { [parameter]: value } : {});
		}
	}

	private async send(
		method: string,
		path: string,
		query: Record<string, string> = {},
		body?: unknown,
	): Promise<unknown> {
		const { apiBaseUrl, storeHash, accessToken } = this.store;
		const url = `${apiBaseUrl}/stores/${storeHash}${path}?${new URLSearchParams(query).toString()}`;
		const response = await fetch(url, {
			method,
			headers: { 'X-Auth-Token': accessToken, 'Content-Type': 'application/json' },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		const responseBody: unknown = text === '' ? undefined : JSON.parse(text);
		this.exchanges.push({
			method,
			path,
			query,
			...(body !== undefined && { requestBody: body }),
			status: response.status,
			responseBody,
		});
		return responseBody;
	}
}

function rowsIn(answer: unknown): Body[] {
	const data = typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : answer;
	const rows: unknown[] = Array.isArray(data) ? data : [data];
	return rows.filter((row): row is Body => typeof row === 'object' && row !== null);
}
