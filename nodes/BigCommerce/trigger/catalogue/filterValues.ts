import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import type { ChoicesField, Field, FlagField, NumberField, TextField, TextsField } from '../../model/field';
import type { Reading } from '../../model/values/reader';
import { makeReader } from '../../model/values/reader';
import { shown } from '../../model/values/shown';
import { ORDER_STATUS_OPTIONS } from '../../records/orderStatuses';
import { SetupFault } from '../faults';

type WithoutNames<F> = F extends Field ? Omit<F, 'name' | 'displayName'> : never;

/** How the value of a filter is understood. */
export type FilterKind = WithoutNames<ChoicesField | FlagField | NumberField | TextField | TextsField>;

/** A list, one ID, or a text with commas. */
export const CHANNELS: FilterKind = { kind: 'ids' };

/** The same, of the IDs of order statuses or of BigCommerce's own names of them. */
export const STATUSES: FilterKind = { kind: 'choices', choices: ORDER_STATUS_OPTIONS };

/** No filter is a date, and none comes from an agent. */
const READING: Reading = {
	timezone: 'UTC',
	dates: 'iso',
	dateFormat: 'iso',
	numberFormat: 'strict',
	emptyValues: 'leaveOut',
	fromTool: false,
};

const added = z.record(z.unknown());

/**
 * Prepares to read the filters of a trigger. One that was added narrows: a value that is empty or means
 * nothing is refused by the filter's name, so that an expression that gives nothing never lets everything pass.
 * @param property the collection, which has the names that a person sees
 * @param kinds by the names of the filters
 * @param filters what understood values are
 * @returns reads the collection's value; throws SetupFault
 */
export function filterReader<T>(
	property: INodeProperties,
	kinds: Readonly<Record<string, FilterKind>>,
	filters: z.ZodType<T, z.ZodTypeDef, unknown>,
): (parameter: unknown) => T {
	const fields = Object.entries(kinds).map(([name, kind]): Field => ({
		...kind,
		name,
		displayName: labelOf(property, name),
	}));
	const read = makeReader(fields, 'filter');
	return (parameter) => {
		const raw = added.safeParse(parameter).data;
		if (!raw) throw unclear([`${property.displayName} must be set one by one, not as ${shown(parameter)}.`]);
		const { values, faults } = read(raw, READING);
		if (faults.length > 0) throw unclear(faults.map(({ message }) => `${property.displayName} > ${message}`));
		return filters.parse(values);
	};
}

function labelOf({ options = [] }: INodeProperties, name: string): string {
	const option = options.find((each) => each.name === name);
	return option && 'displayName' in option ? option.displayName : name;
}

const unclear = (faults: readonly string[]): SetupFault =>
	new SetupFault(faults.join(' '), 'Nothing passes while it is not clear what a filter lets pass.');
