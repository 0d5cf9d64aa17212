import { fillPath, parseEndpoint } from '../model/endpoint';
import { DEFAULT_API_URL } from '../transport/connection';
import { readPage } from '../transport/pagination';
import type { StoreApi } from '../transport/storeApi';
import type { Query, ReadRequest } from '../transport/types';
import type { OtherList, Page, RecordListing, Source } from './listing';
import { fits } from './matching';
import type { Row } from './rows';
import { idOf, objectsOf } from './rows';

/** The list of one kind of record, read from the store. */
export class StoreSource implements Source {
	constructor(
		private readonly api: StoreApi,
		readonly listing: RecordListing,
		private readonly parentId?: string,
	) {}

	async page(query: Query, size: number, at?: string): Promise<Page> {
		const { endpoint, scope, complete } = this.listing;
		const list = { endpoint, ...(scope && { scope }), query: { ...this.fixedQuery(), ...query } };
		const { rows, next } = await this.read(list, size, at);
		return { rows: complete ? await complete(rows, this) : rows, ...(next === undefined ? {} : { next }) };
	}

	async others(list: OtherList, size: number): Promise<Row[]> {
		return (await this.read(list, size)).rows;
	}

	idOf(row: Row): string | number | undefined {
		return idOf(row, this.listing.id ?? 'id');
	}

	fits(row: Row, typed: string): boolean {
		const { compared, label } = this.listing;
		return fits(typed, (compared ?? label)(row), this.idOf(row));
	}

	/** Where the control panel shows the record; a stand-in for BigCommerce has none. */
	linkTo(id: string | number): string | undefined {
		const { panel } = this.listing;
		const { apiUrl, storeHash } = this.api.connection;
		if (panel === undefined || apiUrl !== DEFAULT_API_URL) return undefined;
		return `https://store-${storeHash}.mybigcommerce.com${fillPath(panel, { id: String(id) })}`;
	}

	private fixedQuery(): Query {
		const { query, parent } = this.listing;
		return { ...query, ...(parent?.filter === undefined ? {} : { [parent.filter]: this.parentId ?? '' }) };
	}

	private async read({ endpoint, scope, query = {} }: OtherList, size: number, at?: string) {
		const { parent } = this.listing;
		const request: ReadRequest = {
			method: 'GET',
			path: fillPath(parseEndpoint(endpoint).path, parent ? { [parent.field]: this.parentId ?? '' } : {}),
			query,
			scope: { scopes: scope ? [scope] : [], access: 'read' },
		};
		const { rows, next } = await readPage(this.api, { request }, size, at);
		return { rows: objectsOf(rows), next };
	}
}
