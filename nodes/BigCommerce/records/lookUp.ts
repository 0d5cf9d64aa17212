import type { INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { parseEndpoint } from '../model/endpoint';
import type { NaturalKey, RecordKind } from '../model/record';
import { article, inSentence } from '../model/words';
import { readList } from '../transport/pagination';
import type { StoreApi } from '../transport/storeApi';
import type { ReadRequest } from '../transport/types';
import { idOf, objectsOf, text } from './rows';

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/**
 * The ID of the one record that has a key. What the store gives is compared: some filters take parts, and a
 * filter that BigCommerce does not know finds everything.
 * @throws NodeOperationError when none or several have it, ApiFailure when the store cannot be asked
 */
export async function findByKey(
	{ api, node }: { api: StoreApi; node: INode },
	record: RecordKind,
	{ displayName, find }: NaturalKey,
	key: string,
): Promise<string> {
	const { endpoint, row, id = 'id', scope } = find;
	const filter = key.includes(',') ? (find.exact ?? find.filter) : find.filter;
	const request: ReadRequest = {
		method: 'GET',
		path: parseEndpoint(endpoint).path,
		query: filter === '' ? {} : { [filter]: key },
		scope: { scopes: [scope], access: 'read' },
	};
	const { rows } = await readList(api, { request });
	const ids = objectsOf(rows)
		.filter((each) => same(text(each[row]), key))
		.map((each) => idOf(each, id));
	const [found, ...more] = [...new Set(ids)];
	const what = inSentence(record.displayName);
	const keyName = displayName.replace(/^By /, '');
	if (found === undefined) {
		throw new NodeOperationError(node, `No ${what} has the ${keyName} "${key}"`, {
			description: `Correct the ${keyName}, or choose ${article(what)} ${what} from the list.`,
		});
	}
	if (more.length > 0) {
		throw new NodeOperationError(node, `Several records have the ${keyName} "${key}"`, {
			description: `Choose the ${what} from the list, or name it by ID.`,
		});
	}
	return String(found);
}
