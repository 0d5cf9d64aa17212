import type { Resource } from '../../nodes/BigCommerce/model/operation';
import { SETUP_RESOURCES, SHOP_RESOURCES } from '../../nodes/BigCommerce/resources';

export interface ActionNode {
	/** As the editor shows it. */
	displayName: string;
	/** Of the class and, without `.node.ts`, of its file. */
	className: string;
	resources: readonly Resource[];
}

/** The nodes that have operations, each with its part of the registry. */
export const ACTION_NODES: readonly ActionNode[] = [
	{ displayName: 'BigCommerce', className: 'BigCommerce', resources: SHOP_RESOURCES },
	{ displayName: 'BigCommerce Store Setup', className: 'BigCommerceStoreSetup', resources: SETUP_RESOURCES },
];
