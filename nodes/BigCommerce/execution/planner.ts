import { isV2 } from '../model/endpoint';
import { AT_MOST, bodyFields, changesOf, effectOf, endpointsOf, fieldsOf } from '../model/facts';
import type { FieldsField } from '../model/field';
import { isCollection } from '../model/field';
import type { Operation } from '../model/operation';
import { OUTPUT_FIELDS, requestOptions } from '../model/settings';
import type { Reading, ReadValues, Role } from '../model/values/reader';
import { makeReader } from '../model/values/reader';
import type { Connection } from '../transport/connection';
import { textOf } from '../transport/textOf';
import type { JsonObject, Query, QueryValue } from '../transport/types';
import { InputFault, refusalOf } from './inputFault';
import { AS_IT_CAME, ItemPlan, NO_VALUES, NONE, SIMPLIFIED } from './itemPlan';
import type { Parameters } from './parameters';

type Read = ReturnType<typeof makeReader>;

/** Where the items come from. */
export interface Surroundings {
	timezone: string;
	/** An AI agent filled the parameters in. */
	fromTool: boolean;
}

/** How the values of an item are to be read, as its Request Options say. */
interface Settled {
	given: unknown;
	settings: ReadValues;
	reading: Reading;
	bodyReading: Reading;
}

/** What an item wants, before the definition shapes it. */
interface Values {
	path: JsonObject;
	key: JsonObject | undefined;
	query: JsonObject;
	output: JsonObject;
	body: JsonObject;
}

/**
 * Turns the parameters of an item into its plan. Made once per run; what is wrong with any field of an item
 * is found here, before anything is sent.
 */
export class Planner {
	private readonly names: readonly string[];
	private readonly settings: Read;
	private readonly settingsName: string;
	private readonly output: Read;
	private readonly path: Read;
	private readonly query: Read;
	private readonly body: Read;
	private readonly options: Read;
	private readonly key: Read | undefined;
	private readonly atMost: Read | undefined;
	private readonly sorting: FieldsField | undefined;
	/** Fields of which an update needs at least one. */
	private readonly changes: readonly string[] | undefined;
	private readonly bodyDates: Reading['dates'];
	/** Of the item before: Request Options without an expression are the very same object for all items. */
	private settled: Settled | undefined;

	constructor(
		private readonly operation: Operation,
		private readonly surroundings: Surroundings,
		private readonly connection: Connection,
	) {
		const own = fieldsOf(operation);
		const settings = requestOptions(operation);
		const outputFields = OUTPUT_FIELDS.filter(({ name }) => !own.some((field) => field.name === name));
		this.names = [...own, ...outputFields, settings].map(({ name }) => name);
		this.settings = makeReader([settings], 'plain');
		this.settingsName = settings.name;
		this.output = makeReader(outputFields, 'plain');
		this.path = makeReader(operation.path ?? [], 'path', own);
		this.query = makeReader(operation.query ?? [], queryRole(operation), own);
		this.body = makeReader(bodyFields(operation), 'write', own);
		this.options = makeReader(operation.options ?? [], 'plain', own);
		this.key = operation.kind === 'lookUp' ? makeReader([{ ...operation.key, required: true }], 'path') : undefined;
		this.atMost = operation.kind === 'byFilter' ? makeReader([AT_MOST], 'write') : undefined;
		this.sorting = (operation.query ?? []).find(
			(field): field is FieldsField => isCollection(field) && field.joinsDirection === true,
		);
		this.changes = changesOf(operation);
		this.bodyDates = endpointsOf(operation).every(isV2) ? 'rfc2822' : 'iso';
	}

	/** @throws InputFault that names every faulty field of the item */
	plan(parameters: Parameters, index: number): ItemPlan {
		const raw = parameters.of(this.names, index);
		const plan = new ItemPlan(index);
		const { settings, reading, bodyReading } = this.settle(raw);
		const output = this.output(raw, reading);
		const path = this.path(raw, reading);
		const options = this.options(raw, reading);
		const key = this.key?.(raw, reading);
		const body = this.body(raw, bodyReading);
		const atMost = this.atMost?.(raw, reading);
		const query = this.query(raw, reading);
		const read = [settings, output, path, options, ...(key ? [key] : []), body, ...(atMost ? [atMost] : []), query];
		this.judge(plan, read);
		// A record that is still to be looked up is a change as well.
		const isUnchanged = body.references.length === 0 && this.changes?.every((name) => !(name in body.values));
		if (isUnchanged) throw nothingToChange();
		plan.options = orNone(options.values);
		plan.atMost = Number(atMost?.values[AT_MOST.name] ?? 0);
		const references = read.flatMap((part) => part.references);
		if (query.leftOut.length > 0) plan.leftOut = query.leftOut;
		plan.lists = (settings.values.lists ?? 'replace') as ItemPlan['lists'];
		plan.returnsNothingWhenMissing = settings.values.whenNotFound === 'returnNothing';
		const values: Values = {
			path: path.values,
			key: key?.values,
			query: query.values,
			output: output.values,
			body: body.values,
		};
		if (references.length === 0) this.finish(plan, values);
		else {
			plan.references = references;
			// Bound, since a closure would keep all that was read beside the values.
			plan.finish = this.finish.bind(this, plan, values);
		}
		return plan;
	}

	private finish(plan: ItemPlan, { path, key, query, output, body }: Values): void {
		plan.release();
		plan.path = orNone(textValues(path));
		plan.key = key ? (Object.values(key)[0] ?? null) : null;
		plan.query = orNone(this.shapeQuery(this.queryOf(query), plan));
		this.setOutput(plan, output);
		plan.body = orNone(this.shapeBody(body, plan));
		if (this.operation.kind === 'sequence') this.operation.prepare?.(plan, this.connection);
	}

	private settle(raw: Record<string, unknown>): Settled {
		const given = raw[this.settingsName];
		if (this.settled && this.settled.given === given) return this.settled;
		const settings = this.settings(raw, { ...PLAINLY, ...this.surroundings, dates: 'iso' });
		const reading = this.readingBy(settings.values);
		this.settled = { given, settings, reading, bodyReading: { ...reading, dates: this.bodyDates } };
		return this.settled;
	}

	private readingBy({ dateFormat, numberFormat, emptyValues }: JsonObject): Reading {
		return {
			...PLAINLY,
			...this.surroundings,
			dates: 'iso',
			...(dateFormat === undefined ? {} : { dateFormat: dateFormat as Reading['dateFormat'] }),
			...(numberFormat === undefined ? {} : { numberFormat: numberFormat as Reading['numberFormat'] }),
			// A model sends empty values for what nobody asked it to.
			...(emptyValues === undefined || this.surroundings.fromTool
				? {}
				: { emptyValues: emptyValues as Reading['emptyValues'] }),
		};
	}

	private judge(plan: ItemPlan, parts: readonly ReadValues[]): void {
		const faults = parts.flatMap((part) => part.faults);
		if (faults.length === 0) return;
		const newOnly = this.operation.kind === 'upsert' ? (this.operation.newOnly ?? []) : [];
		const later = faults.filter(({ root }) => newOnly.includes(root));
		if (later.length < faults.length) throw refusalOf(faults.map(({ message }) => message));
		plan.faultsIfNew = later.map(({ message }) => message);
	}

	private queryOf(values: JsonObject): Query {
		const query: Query = {};
		for (const [name, value] of Object.entries(values)) {
			if (value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)) {
				query[name] = value as QueryValue;
			}
		}
		if (!this.sorting) return query;
		const { sort, direction, ...rest } = query;
		if (sort === undefined && direction !== undefined) throw new InputFault('Sort By is empty');
		return sort === undefined ? rest : { ...rest, sort: `${textOf(sort)}:${textOf(direction ?? 'asc')}` };
	}

	private shapeQuery(query: Query, plan: ItemPlan): Query {
		const { kind, fixedQuery, shapeQuery } = this.operation;
		if (kind === 'byFilter' && Object.keys(query).length === 0) {
			throw new InputFault(
				'Filters is empty',
				'Without a filter every record would be meant. Add at least one filter.',
			);
		}
		const whole = fixedQuery ? { ...query, ...fixedQuery } : query;
		return shapeQuery ? shapeQuery(whole, plan) : whole;
	}

	private shapeBody(body: JsonObject, plan: ItemPlan): JsonObject {
		const shape = 'shapeBody' in this.operation ? this.operation.shapeBody : undefined;
		return shape ? shape(body, plan) : body;
	}

	private setOutput(plan: ItemPlan, { returnAll, limit, simplify, output, selectedFields }: JsonObject): void {
		plan.limit = returnAll === true ? undefined : Number(limit ?? 50);
		if (!this.operation.simplify) return;
		const isSimplified = output === undefined ? simplify !== false : output === 'simplified';
		const selected = output === 'selectedFields' ? namesIn(selectedFields) : undefined;
		const included = [plan.query.include ?? NONE, plan.query.include_fields ?? NONE].flat().map(textOf);
		const isPlain = isSimplified && included.length === 0;
		if (selected || included.length > 0) plan.output = { simplify: isSimplified, selected, included };
		else plan.output = isSimplified ? SIMPLIFIED : AS_IT_CAME;
		const { simplifiedQuery } = this.operation;
		if (simplifiedQuery && isPlain) plan.query = { ...simplifiedQuery, ...plan.query };
	}
}

const orNone = <T extends object>(values: T): T => (Object.keys(values).length === 0 ? (NO_VALUES as T) : values);

const nothingToChange = () => new InputFault('There is nothing to change', 'Set at least one field.');

const PLAINLY = { dateFormat: 'iso', numberFormat: 'strict', emptyValues: 'leaveOut' } as const;

const queryRole = (operation: Operation): Role => {
	if (operation.kind === 'list') return 'listFilter';
	return effectOf(operation) === 'none' || operation.kind === 'byFilter' ? 'filter' : 'plain';
};

const textValues = (values: JsonObject): Record<string, string> =>
	Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value)]));

function namesIn(selected: unknown): string[] {
	const names = textOf(selected)
		.split(',')
		.map((path) => path.trim())
		.filter((path) => path !== '');
	if (names.length === 0) throw new InputFault('Fields is empty', 'Name at least one field to return.');
	return names;
}
