import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';

const HIDDEN = Symbol('hidden');

/** Whether n8n has something to evaluate in a stored value. */
function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasExpression);
}

/**
 * The node's parameters as n8n resolves them. Each is asked for once per item, so that an expression is
 * evaluated once; one without expressions is the same for all items and is asked for once in all.
 */
export class Parameters {
	private readonly stored: INodeParameters;
	private readonly constant = new Map<string, unknown>();
	private readonly varying = new Set<string>();

	constructor(private readonly context: IExecuteFunctions) {
		this.stored = context.getNode().parameters;
	}

	/** Values by name; those of hidden parameters are missing. */
	of(names: readonly string[], index: number): Record<string, unknown> {
		const values: Record<string, unknown> = {};
		for (const name of names) {
			const value = this.valueOf(name, index);
			if (value !== HIDDEN) values[name] = value;
		}
		return values;
	}

	private valueOf(name: string, index: number): unknown {
		if (this.constant.has(name)) return this.constant.get(name);
		// null is a value, so only a symbol can say that there is none.
		const value: unknown = this.context.getNodeParameter(name, index, HIDDEN);
		if (this.varying.has(name)) return value;
		if (hasExpression(this.stored[name])) this.varying.add(name);
		else this.constant.set(name, value);
		return value;
	}
}
