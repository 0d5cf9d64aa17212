import type { IExecuteFunctions } from 'n8n-workflow';

import { bodyFields } from '../model/facts';
import { flatFields } from '../model/field';
import type { Operation } from '../model/operation';
import { textOf } from '../transport/textOf';
import type { JsonObject } from '../transport/types';

/**
 * The body of a request: JSON, or a form with the files of the item where the operation takes binary data.
 * @throws NodeOperationError of n8n when the item has no binary data of that name
 */
export async function bodyOf(
	context: IExecuteFunctions,
	operation: Operation,
	index: number,
	record: JsonObject,
): Promise<JsonObject | FormData> {
	const files = flatFields(bodyFields(operation)).filter(({ kind, name }) => kind === 'binary' && name in record);
	if (files.length === 0) return record;
	const form = new FormData();
	for (const [name, value] of Object.entries(record)) {
		if (!files.some((file) => file.name === name)) {
			form.append(name, textOf(value));
			continue;
		}
		const property = textOf(value);
		const { fileName, mimeType } = context.helpers.assertBinaryData(index, property);
		const content = await context.helpers.getBinaryDataBuffer(index, property);
		form.append(name, new Blob([new Uint8Array(content)], { type: mimeType }), fileName ?? 'file');
	}
	return form;
}
