import type { Operation } from './specification';

interface Template {
	pattern: RegExp;
	names: string[];
	literals: number;
	operations: Map<string, Operation>;
}

export interface Located {
	/** Undefined when no template fits, or the one that fits lacks the method. */
	operation: Operation | undefined;
	/** The template that fits the path best; undefined for an unknown path. */
	template: string | undefined;
	pathValues: Record<string, string>;
}

function compileTemplate(template: string): Template {
	const segments = template.split('/');
	const names: string[] = [];
	const pattern = segments
		.map((segment) =>
			segment
				.split(/(\{[^}]+\})/)
				.map((part) => {
					if (!/^\{.+\}$/.test(part)) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
					names.push(part.slice(1, -1));
					return '([^/]+)';
				})
				.join(''),
		)
		.join('/');
	const literals = segments.filter((segment) => !segment.includes('{')).length;
	return { pattern: new RegExp(`^${pattern}/?$`), names, literals, operations: new Map() };
}

/** Finds the operation that a concrete path belongs to; literal segments win over parameters. */
export class OperationIndex {
	private readonly templates = new Map<string, Template>();

	constructor(operations: readonly Operation[]) {
		for (const operation of operations) {
			const known = this.templates.get(operation.template);
			const template = known ?? compileTemplate(operation.template);
			template.operations.set(operation.method, operation);
			this.templates.set(operation.template, template);
		}
	}

	/** All operations, in the order of the files. */
	all(): Operation[] {
		return [...this.templates.values()].flatMap((template) => [...template.operations.values()]);
	}

	/** @param method in capitals */
	locate(method: string, path: string): Located {
		const fitting = [...this.templates]
			.filter(([, template]) => template.pattern.test(path))
			.sort(([, a], [, b]) => b.literals - a.literals);
		// Some files name one path twice with differently named parameters and share out the methods.
		const equals = fitting.filter(([, template]) => template.literals === fitting[0]?.[1].literals);
		const best = equals.find(([, { operations }]) => operations.has(method)) ?? equals[0];
		if (best === undefined) return { operation: undefined, template: undefined, pathValues: {} };
		const [name, template] = best;
		const values = template.pattern.exec(path)?.slice(1) ?? [];
		return {
			operation: template.operations.get(method),
			template: name,
			pathValues: Object.fromEntries(template.names.map((key, i) => [key, decodeURIComponent(values[i] ?? '')])),
		};
	}
}
