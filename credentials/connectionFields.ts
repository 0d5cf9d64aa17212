import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Scope } from '../nodes/BigCommerce/transport/scopes';

/** Form fields and expressions that both credentials share. */

export const storeHashField: INodeProperties = {
	displayName: 'Store Hash',
	name: 'storeHash',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. abc123xyz',
	description:
		'The hash of the store. You can also paste the API path (https://api.bigcommerce.com/stores/abc123xyz/v3/) or the address of the control panel (https://store-abc123xyz.mybigcommerce.com/manage).',
};

export const customUrlsField: INodeProperties = {
	displayName: 'Custom URLs',
	name: 'customUrls',
	type: 'boolean',
	default: false,
	description: 'Whether to talk to another address than BigCommerce itself, for example a sandbox store',
};

export const apiUrlField: INodeProperties = {
	displayName: 'API URL',
	name: 'apiUrl',
	type: 'string',
	default: 'https://api.bigcommerce.com',
	placeholder: 'e.g. http://127.0.0.1:4010',
	description: 'Address of the API, without /stores and what follows it',
	displayOptions: { show: { customUrls: [true] } },
};

/** One option per scope parameter, in alphabetical order, written as in the control panel. */
export function scopeOptions(scopes: readonly Scope[]): INodePropertyOptions[] {
	return scopes
		.flatMap(({ name, modify, readOnly }) => [
			...(modify ? [{ name: `${name} (Modify)`, value: modify }] : []),
			...(readOnly ? [{ name: `${name} (Read-Only)`, value: readOnly }] : []),
		])
		.sort((one, other) => one.name.localeCompare(other.name));
}

/**
 * JavaScript for an n8n expression: the store hash out of whatever was pasted. Does what `parseStoreHash`
 * does, for the requests that n8n itself builds from the credential.
 * @param fields the object that holds the credential's fields: `$self` or `$credentials`
 */
export function storeHashIn(fields: string): string {
	const pasted = `(${fields}["storeHash"] || "").trim()`;
	return `(${pasted}.match(/stores\\/([a-z0-9]+)/i) || ${pasted}.match(/store-([a-z0-9]+)/i) || ["", ${pasted}])[1].toLowerCase()`;
}

/** JavaScript for an n8n expression: a base URL without a slash at the end. */
export function urlIn(fields: string, field: string, usual: string): string {
	return `(${fields}["customUrls"] && ${fields}["${field}"] || "${usual}").trim().replace(/\\/+$/, "")`;
}
