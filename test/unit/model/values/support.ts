import type { Field } from '../../../../nodes/BigCommerce/model/field';
import { makeReader } from '../../../../nodes/BigCommerce/model/values/reader';
import type { Reading, ReadValues, Role } from '../../../../nodes/BigCommerce/model/values/reader';

export const PLAIN: Reading = {
	timezone: 'Europe/Berlin',
	dates: 'iso',
	dateFormat: 'iso',
	numberFormat: 'strict',
	emptyValues: 'leaveOut',
	fromTool: false,
};

/** Reads values by name, as an item of an operation with these fields. */
export const readAll = (
	fields: readonly Field[],
	raw: Record<string, unknown>,
	reading: Partial<Reading> = {},
	role: Role = 'write',
): ReadValues => makeReader(fields, role)(raw, { ...PLAIN, ...reading });

/** What one value becomes: what travels, `nothing`, or the messages that refuse it. */
export function readOne(field: Field, raw: unknown, reading: Partial<Reading> = {}, role: Role = 'write'): unknown {
	const { values, faults } = readAll([field], { [field.name]: raw }, reading, role);
	if (faults.length > 0) return faults.map(({ message }) => message).join(' | ');
	return field.name in values ? values[field.name] : 'nothing';
}

export const messages = ({ faults }: ReadValues): string[] => faults.map(({ message }) => message);
