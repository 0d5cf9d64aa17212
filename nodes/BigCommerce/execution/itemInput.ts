import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Field, Operation } from '../resources/types';
import { ApiFailure } from '../transport/failure';
import type { StoreApi } from '../transport/storeApi';
import { textOf } from '../transport/textOf';
import type { ApiRequest, ApiResponse, JsonObject, JsonValue, Query } from '../transport/types';
import { endpointsOf, needOf } from './endpoint';
import { encodeFields, FieldFault, fieldsIn } from './fieldValue';

/** One input item as an operation sees it: its parameters, ready to travel, and the way to the store. */
export class ItemInput {
	constructor(
		readonly context: IExecuteFunctions,
		readonly api: StoreApi,
		readonly operation: Operation,
		readonly index: number,
	) {}

	/** Values for the `{…}` of the endpoint. @throws NodeOperationError naming a malformed or empty field */
	path(): Record<string, string> {
		const fields = (this.operation.path ?? []).map((field) => ({ wire: 'id' as const, ...field, required: true }));
		const values = this.encode(fields, 'iso');
		return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value)]));
	}

	/** The query fields that are set; `''` and `null` mean not set, a query cannot say them. */
	query(): Query {
		const values = this.encode(this.operation.query ?? [], 'iso');
		const set = Object.entries(values).filter(([, value]) => value !== '' && value !== null);
		const query = { ...(Object.fromEntries(set) as Query), ...this.operation.fixedQuery };
		return this.operation.shapeQuery?.(query) ?? query;
	}

	/**
	 * The query of a call that does harm when it finds more than was meant.
	 * @throws NodeOperationError when there is no filter, or one was added whose value is empty
	 */
	narrowQuery(): Query {
		const query = this.query();
		const added = (this.operation.query ?? []).flatMap((field) => {
			const raw = this.raw(field);
			if (field.type !== 'collection') return raw === HIDDEN ? [] : [field];
			return fieldsIn(field).filter(({ name }) => typeof raw === 'object' && raw !== null && name in raw);
		});
		if (added.length === 0) {
			throw this.refuse('Filters are empty', 'Without a filter every record would be meant. Add at least one filter.');
		}
		const empty = added.find(({ name }) => query[name] === undefined || [query[name]].flat().length === 0);
		if (empty) {
			throw this.refuse(`${empty.displayName} is empty`, 'Left out, it would let more records be found than you mean.');
		}
		return query;
	}

	/** Exactly the body fields that are set. */
	body(): JsonObject {
		const fields = 'body' in this.operation ? (this.operation.body ?? []) : recordFields(this.operation);
		const v2 = endpointsOf(this.operation).every((endpoint) => endpoint.includes(' /v2/'));
		const body = this.encode(fields, v2 ? 'rfc2822' : 'iso');
		const shape = 'shapeBody' in this.operation ? this.operation.shapeBody : undefined;
		return shape ? shape(body, this) : body;
	}

	/** The value of one of the operation's fields, `undefined` when it is not set. */
	option(name: string): JsonValue | undefined {
		const { path = [], query = [], options = [] } = this.operation;
		const field = [...options, ...path, ...query].find((candidate) => candidate.name === name);
		if (!field) throw new NodeOperationError(this.context.getNode(), `There is no field named ${name}`);
		return this.encode([field], 'iso')[name];
	}

	/** All that a collection among the options holds. */
	collection(name: string): JsonObject {
		const field = (this.operation.options ?? []).find((candidate) => candidate.name === name);
		return field ? this.encode([field], 'iso') : {};
	}

	/** Names of what is to come along (the field Include); Simplify leaves it in the row. */
	included(): string[] {
		const { query = [], options = [] } = this.operation;
		const fields = [...query, ...options].filter(({ name, type }) => name === 'include' || type === 'collection');
		const { include } = this.encode(fields, 'iso');
		return [include ?? []].flat().map(textOf);
	}

	/** A request that names this operation's scope. */
	request(request: Omit<ApiRequest, 'scope'>): ApiRequest {
		return { ...request, scope: needOf(this.operation) };
	}

	/** Calls the store with this operation's scope. @throws ApiFailure */
	async send(request: Omit<ApiRequest, 'scope'>): Promise<ApiResponse> {
		return await this.api.send(this.request(request));
	}

	/**
	 * Calls the store one after the other, for writes that must not overlap.
	 * @throws ApiFailure of the first call that fails; it says how many were done before
	 */
	async sendInOrder(requests: ReadonlyArray<Omit<ApiRequest, 'scope'>>): Promise<ApiResponse[]> {
		const responses: ApiResponse[] = [];
		for (const request of requests) {
			try {
				responses.push(await this.send(request));
			} catch (error) {
				throw error instanceof ApiFailure && responses.length > 0
					? error.adding(`${responses.length} of ${requests.length} calls for this item were done before.`)
					: this.asRefusal(error);
			}
		}
		return responses;
	}

	/** An error about this item's input, to be thrown. */
	refuse(message: string, description?: string): NodeOperationError {
		return new NodeOperationError(this.context.getNode(), message, {
			itemIndex: this.index,
			...(description === undefined ? {} : { description }),
		});
	}

	private encode(fields: readonly Field[], dates: 'iso' | 'rfc2822'): JsonObject {
		const to = { dates, timezone: this.context.getTimezone() };
		try {
			const shown = fields.map((field) => [field.name, this.raw(field)] as const).filter(([, raw]) => raw !== HIDDEN);
			return encodeFields(Object.fromEntries(shown), fields, to);
		} catch (error) {
			throw error instanceof FieldFault
				? this.refuse(error.message, 'Correct this field and run the node again.')
				: this.asRefusal(error);
		}
	}

	/** @param within the collection that the field stands in */
	private raw(field: Field, within?: Field): unknown {
		const name = within ? `${within.name}.${field.name}` : field.name;
		const options = field.type === 'resourceLocator' ? { extractValue: true } : undefined;
		// A field that is hidden for these parameters has no value; null is one, so it cannot say so.
		const value: unknown = this.context.getNodeParameter(name, this.index, HIDDEN, options);
		if (field.type !== 'collection' || typeof value !== 'object' || value === null) return value;
		const locators = fieldsIn(field).filter(({ type, name: inner }) => type === 'resourceLocator' && inner in value);
		return { ...value, ...Object.fromEntries(locators.map((inner) => [inner.name, this.raw(inner, field)])) };
	}

	private asRefusal(error: unknown): Error {
		return error instanceof Error ? error : this.refuse(String(error));
	}
}

const HIDDEN = Symbol('hidden');

/** A batch that names its records in a query filter has one field instead of a body. */
const recordFields = (operation: Operation): readonly Field[] =>
	operation.kind === 'batch' && operation.filter ? [operation.filter.record] : [];
