import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import type { RecordKind } from '../model/record';
import { inSentence, pluralOf } from '../model/words';
import type { StoreApi } from '../transport/storeApi';
import type { Parent } from './listing';
import { findByKey } from './lookUp';

const locator = z.object({ mode: z.string(), value: z.union([z.string(), z.number()]).nullish() });

/**
 * The ID of the record whose parts are listed, however it was named.
 * @throws NodeOperationError when it is not chosen, not to be understood or not found; ApiFailure when the
 * store cannot be asked
 */
export async function parentId(
	context: ILoadOptionsFunctions,
	api: StoreApi,
	{ field, record }: Parent,
	part: RecordKind,
): Promise<string> {
	const { mode, value } = currentValue(context, field);
	const node = context.getNode();
	const what = inSentence(record.displayName);
	const parts = inSentence(pluralOf(part.displayName));
	if (value === '') {
		throw new NodeOperationError(node, `Choose the ${what} first`, {
			description: `This list shows the ${parts} of one ${what}.`,
		});
	}
	if (value.startsWith('=')) {
		throw new NodeOperationError(node, `The ${what} comes from an expression that has no value here`, {
			description: `Run the nodes before this one, so that its ${parts} can be listed, or use By ID.`,
		});
	}
	const key = record.keys?.find((each) => each.mode === mode);
	if (key) return await findByKey({ api, node }, record, key, value);
	const isAddress = mode === 'url' || /^https?:/i.test(value);
	const id = isAddress ? record.page && new RegExp(record.page.pattern).exec(value)?.[1] : value;
	if (id === undefined || (record.idKind === 'id' && !/^\d+$/.test(id))) {
		throw new NodeOperationError(node, `"${value}" names no ${what}`, {
			description: `Choose the ${what} from the list, or give its ID, for example ${record.exampleId}.`,
		});
	}
	return id;
}

/** In the same collection or, where there is none, at the top of the form. */
function currentValue(context: ILoadOptionsFunctions, field: string): { mode: string; value: string } {
	const raw: unknown = context.getCurrentNodeParameter(`&${field}`) ?? context.getCurrentNodeParameter(field);
	const parsed = locator.safeParse(raw);
	if (parsed.success) return { mode: parsed.data.mode, value: String(parsed.data.value ?? '').trim() };
	return { mode: 'id', value: typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim() : '' };
}
