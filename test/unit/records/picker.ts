import type { INodeListSearchResult, INodeParameters, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { authenticationProperty, CREDENTIALS } from '../../../nodes/BigCommerce/model/authentication';
import { searchMethodOf, toProperty } from '../../../nodes/BigCommerce/model/form/property';
import type { RecordKind } from '../../../nodes/BigCommerce/model/record';
import { CUSTOMER, ORDER, PRODUCT } from '../../../nodes/BigCommerce/records/catalogue';
import { pick } from '../../../nodes/BigCommerce/records/fields';
import { listSearch } from '../../../nodes/BigCommerce/records/search';
import type { Credential } from '../../support/engine';
import { runListSearch } from '../../support/engine';

/** A node whose form has the locators of the records that have parts, and nothing else. */
class Picker implements INodeType {
	description = {
		displayName: 'Picker',
		name: 'picker',
		group: ['input' as const],
		version: 1,
		description: 'Picker',
		defaults: { name: 'Picker' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: CREDENTIALS,
		properties: [authenticationProperty, ...[CUSTOMER, ORDER, PRODUCT].map((record) => toProperty(pick(record)))],
	};

	methods = { listSearch };
}

export interface Picked {
	credential: Credential;
	record: RecordKind;
	typed?: string | undefined;
	token?: string | undefined;
	parameters?: INodeParameters | undefined;
}

/** Opens the list of a record's locator, as the editor does. */
export const listOf = async ({ record, typed, token, ...rest }: Picked): Promise<INodeListSearchResult> =>
	await runListSearch({
		nodeType: new Picker(),
		method: searchMethodOf(record.name),
		...(typed !== undefined && { filter: typed }),
		...(token !== undefined && { paginationToken: token }),
		...rest,
		parameters: rest.parameters ?? {},
	});

/** A locator's value. */
export const named = (mode: string, value: string | number) => ({ __rl: true as const, mode, value });

export const namesOf = ({ results }: INodeListSearchResult): string[] => results.map(({ name }) => name);
