import type { Connection } from '../transport/connection';
import type { Pagination } from '../transport/endpoints';
import type { Scope } from '../transport/scopes';
import type { ApiResponse, JsonObject, Query, ReadRequest, WriteRequest } from '../transport/types';

/** A dotted path that Simplify keeps; v2's texts and RFC 2822 dates become numbers and ISO 8601. */
export type Simplified = string | { path: string; as: 'number' | 'date' };

/** One item as the functions of a definition see it: values that were understood, ready to travel. */
export interface ItemValues {
	/** Values of `{…}` in endpoints. */
	readonly path: Readonly<Record<string, string>>;
	readonly query: Query;
	readonly body: JsonObject;
	/** Fields that only the definition's own functions read. */
	readonly options: JsonObject;
	/** An error about this item's input, to be thrown; nothing is sent for it then. */
	refuse(message: string, advice?: string): Error;
	/** Like `refuse`, for a record that does not exist: status 404. */
	missing(message: string, advice?: string): Error;
}

/** The store as a sequence reaches it; every call names the operation's scope by itself. */
export interface StoreCalls {
	readonly connection: Connection;
	read(request: Omit<ReadRequest, 'method' | 'scope'>): Promise<ApiResponse>;
	list(
		request: Omit<ReadRequest, 'method' | 'scope'>,
		how?: { limit?: number | undefined; pagination?: Pagination },
	): Promise<JsonObject[]>;
	/** @param says what it does, for previews: `Create shipment to address 5` */
	write(request: Omit<WriteRequest, 'scope'>, says: string): Promise<ApiResponse>;
	/** Whether a scope can be read; see the transport's scope probes. */
	mayRead(scope: Scope): Promise<boolean>;
}
