import { ok, pageOf, pageRequest, v3Data } from '../core/answers';
import { ApiError, problem, STATUS_PAGE, tooMany } from '../core/errors';
import { rowsOf } from '../core/input';
import { filtered, filterParameter } from '../core/filter';
import type { Answer, Call } from '../core/route';
import type { Row } from '../core/table';
import type { Collection } from './collection';
import type { Batch, BatchStyle, Failure, RemoveBatch, UpdateBatch, UpsertBatch } from './declaration';
import { Inputs, type Draft } from './inputs';
import { inOrder } from './lists';
import { Refused, refusedBatch } from './refused';

/** All rows are saved or none: `{data, meta}`. */
const ALL_OR_NONE: BatchStyle = {
	isPartial: false,
	answer: (saved, _failures, status) => v3Data(saved, status),
};

const counted = (saved: number, failed: number) => ({ total: saved + failed, success: saved, failed });

/** Rows are saved one by one; 422 says which were not, beside those that were (fact: metafield specifications). */
export const ROW_BY_ROW: BatchStyle = {
	isPartial: true,
	answer: (saved, failures, status) => {
		const errors = failures.map(({ index, status: code, title, errors: problems }) => ({
			status: code,
			title,
			type: STATUS_PAGE,
			errors: { [String(index)]: Object.values(problems)[0] ?? title },
		}));
		const meta = counted(saved.length, failures.length);
		return ok({ data: saved, errors, meta }, failures.length > 0 ? 422 : status);
	},
};

/** All or none, with the number of rows in `meta` (fact: category trees specification). */
export const COUNTED: BatchStyle = {
	isPartial: false,
	answer: (saved, _failures, status) => ok({ data: saved, meta: counted(saved.length, 0) }, status),
};

/** The same without the records. */
export const COUNTED_ONLY: BatchStyle = {
	isPartial: false,
	answer: (saved, _failures, status) => ok({ meta: counted(saved.length, 0) }, status),
};

type Plan = (body: unknown, inputs: Inputs) => Draft | undefined;

/** Checks the rows of the body, saves those that may be saved, and answers in the batch's style. */
function saveRows(collection: Collection, call: Call, batch: Batch, plan: Plan): Answer {
	const rows = rowsOf(call);
	if (batch.max !== undefined && rows.length > batch.max) throw tooMany(batch.max, collection.style);
	const style = batch.style ?? ALL_OR_NONE;
	const inputs = new Inputs(collection, call);
	const failures: Failure[] = [];
	const drafts = rows.map((body, index) => {
		try {
			return plan(body, inputs);
		} catch (error) {
			failures.push(failureOf(error, index));
			return undefined;
		}
	});
	if (failures.length > 0 && !style.isPartial) throw refusedBatch(failures, collection.style, batch.title);
	const view = collection.viewer(call);
	const saved = drafts.flatMap((draft) => (draft ? [view(save(collection, call, draft))] : []));
	return style.answer(saved, failures, batch.status ?? 200);
}

function failureOf(error: unknown, index: number): Failure {
	if (error instanceof Refused) return error.failure(index);
	if (!(error instanceof ApiError)) throw error;
	return { index, status: error.status, title: error.message, errors: { body: error.message } };
}

/** Creates or changes the record of a draft. */
export function save(collection: Collection, call: Call, { input, existing }: Draft): Row {
	if (existing) {
		const changed = collection.change(call.store, existing, input);
		collection.announce(call, changed, 'updated');
		return changed;
	}
	const made = collection.add(call.store, { ...collection.scopeOf(call), ...input });
	collection.announce(call, made, 'created');
	return made;
}

export const createMany = (collection: Collection, call: Call, batch: Batch): Answer =>
	saveRows(collection, call, batch, (body, inputs) => inputs.toCreate(body));

export const updateMany = (collection: Collection, call: Call, batch: UpdateBatch): Answer =>
	saveRows(collection, call, batch, (body, inputs) => {
		const id = inputs.idOf(body);
		if (id === undefined) throw new Refused('invalid', undefined, { [collection.id]: 'error.path.missing' });
		const existing = collection.find(call, id);
		if (existing) return inputs.toUpdate(body, existing, batch.needs);
		if (batch.missing === 'skip') return undefined;
		throw unknown(collection, id);
	});

export const upsertMany = (collection: Collection, call: Call, batch: UpsertBatch): Answer =>
	saveRows(collection, call, batch, (body, inputs) => {
		const id = inputs.idOf(body);
		const existing = id === undefined ? inputs.named(body, batch.by) : collection.find(call, id);
		if (existing) return inputs.toUpdate(body, existing);
		if (id !== undefined) throw unknown(collection, id);
		return inputs.toCreate(body);
	});

const unknown = ({ id: field, declaration }: Collection, id: string | number): Refused =>
	new Refused('invalid', undefined, { [field]: `The ${declaration.name} ${id} does not exist` });

/** Deletes what the query, or the body, chooses. */
export function removeMany(collection: Collection, call: Call, options: RemoveBatch): Answer {
	const chosen = options.by === 'body' ? chosenByBody(collection, call) : chosenByQuery(collection, call, options);
	const { max, style, status = 200 } = options;
	if (max !== undefined && chosen.length > max) throw tooMany(max, collection.style);
	collection.remove(call, chosen);
	if (options.by !== 'body') return style ? style.answer(chosen, [], status) : { status: 204 };
	const found = chosen.map(({ id }) => id);
	const failures = rowsOf(call).flatMap((id, index) =>
		found.includes(id as number) ? [] : [unknown(collection, String(id)).failure(index)],
	);
	return (style ?? ALL_OR_NONE).answer(found, failures, status);
}

const chosenByBody = (collection: Collection, call: Call): Row[] =>
	[...new Set(rowsOf(call))].flatMap((id) =>
		typeof id === 'number' || typeof id === 'string' ? (collection.find(call, id) ?? []) : [],
	);

function chosenByQuery(collection: Collection, call: Call, { by, without, spares }: RemoveBatch): Row[] {
	const parameters = by as readonly string[];
	const given = parameters.filter((parameter) => call.query.has(parameter));
	if (given.length === 0 && without === 'nothing') return [];
	if (given.length === 0 && !without) {
		throw problem(collection.style, collection.isV2 ? 400 : 422, 'A filter is required to delete records.', {});
	}
	if (given.length === 0 && without === 'page')
		return [...pageOf(inOrder(collection, call, collection.within(call)), pageRequest(call))];
	const filters = given.map((parameter) => {
		const [field = '', way = 'is'] = parameter.split(':');
		return {
			parameter: filterParameter(field, way),
			way,
			read: (record: Row) => record[field === collection.id ? 'id' : field],
		};
	});
	return filtered(collection.within(call), call.query, filters).filter((record) => !spares?.(record));
}
