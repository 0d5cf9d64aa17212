import type { RecordField } from '../model/field';
import type { RecordKind } from '../model/record';
import { inSentence, pluralOf } from '../model/words';

type More = Partial<Omit<RecordField, 'kind' | 'record'>>;

/** `customerGroup` becomes `customer_group`. */
const snake = (name: string): string => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/**
 * The field in which a person picks a record, or several (`many`). Required unless `required: false` is
 * given. Its name is the one that BigCommerce uses most, such as `product_id`, unless another is given.
 */
export function pick(record: RecordKind, more: More = {}): RecordField {
	const ending = record.idKind === 'uuid' ? 'uuid' : 'id';
	const displayName = more.many ? pluralOf(record.displayName) : record.displayName;
	return {
		kind: 'record',
		record,
		name: `${snake(record.name)}_${ending}${more.many ? 's' : ''}`,
		displayName,
		description: `The ${inSentence(displayName)} to operate on`,
		required: true,
		...more,
	};
}
