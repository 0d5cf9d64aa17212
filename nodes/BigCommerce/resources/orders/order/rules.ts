import type { ItemValues } from '../../../model/item';
import type { JsonObject } from '../../../transport/types';

/** What is wrong with a body in a way that single fields cannot say, in sentences. */
export type Rule = (body: JsonObject) => readonly string[];

/** The body, if it breaks no rule. @throws one refusal for all that is wrong */
export function obeying(body: JsonObject, item: Pick<ItemValues, 'refuse'>, rules: readonly Rule[]): JsonObject {
	const faults = rules.flatMap((rule) => rule(body));
	const [only, ...others] = faults;
	if (only === undefined) return body;
	throw item.refuse(others.length === 0 ? only : `${faults.length} fields cannot be sent. ${faults.join(' ')}`);
}

/** The one of two fields that is missing beside the other. */
export function lonely(values: JsonObject, one: string, other: string): string | undefined {
	if ((values[one] === undefined) === (values[other] === undefined)) return undefined;
	return values[one] === undefined ? one : other;
}
