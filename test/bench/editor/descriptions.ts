import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import { builderHintOf } from '../../../nodes/BigCommerce/model/form/builderHint';
import { propertiesOf } from '../../../nodes/BigCommerce/model/form/properties';
import type { Resource } from '../../../nodes/BigCommerce/model/operation';
import { SHOP_RESOURCES } from '../../../nodes/BigCommerce/resources';
import { projectFolder } from '../../n8n/versions';

/** What a built folder of the package makes of the action node. */
export function builtDescription(packageFolder: string): INodeTypeDescription {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- a path that is only known at run time
	const { BigCommerce } = require(join(packageFolder, 'dist/nodes/BigCommerce/BigCommerce.node.js')) as {
		BigCommerce: new () => INodeType;
	};
	return new BigCommerce().description;
}

/** The action node as it was at a commit, which is built in a folder of its own. */
export function descriptionAt(commit: string): INodeTypeDescription {
	const folder = mkdtempSync(join(tmpdir(), 'bigcommerce-before-'));
	try {
		const parts = ['nodes', 'credentials', 'package.json', 'tsconfig.json'];
		const archive = execFileSync('git', ['archive', commit, ...parts], { cwd: projectFolder, maxBuffer: 2 ** 28 });
		execFileSync('tar', ['-x', '-C', folder], { input: archive });
		symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
		execFileSync(process.execPath, [join(projectFolder, 'node_modules/typescript/bin/tsc'), '-p', folder]);
		return structuredClone(builtDescription(folder));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** A node of so many operations: those that there are, again and again under other values. */
export function madeUpDescription(like: INodeTypeDescription, count: number): INodeTypeDescription {
	const resources: Resource[] = [];
	let left = count;
	for (let copy = 1; left > 0; copy++) {
		for (const resource of SHOP_RESOURCES) {
			if (left === 0) break;
			const operations = resource.operations.slice(0, left);
			left -= operations.length;
			const { value, name } = resource;
			const other = copy === 1 ? {} : { value: `${value}${copy}`, name: `${name} ${copy}` };
			resources.push({ ...resource, ...other, operations });
		}
	}
	const [authentication] = like.properties;
	return {
		...like,
		properties: [authentication!, ...propertiesOf(resources, 'order')],
		builderHint: builderHintOf(resources),
	};
}

/** How many operations a description offers. */
export function operationsIn({ properties }: INodeTypeDescription): number {
	return properties
		.filter(({ name }) => name === 'operation')
		.reduce((sum, { options = [] }) => sum + options.length, 0);
}
