import type { ErrorObject } from 'ajv';
import type { Finding, FindingKind } from './findings';
import { childPointer, excerpt, isObject } from './json';

export type BodyFinding = Pick<Finding, 'kind' | 'at' | 'message'>;

const KINDS: Record<string, FindingKind> = { required: 'missing field' };

/**
 * Ajv's errors as findings. The errors of the alternatives of one `anyOf` are folded into one
 * finding, since each alternative complains on its own although only one need hold; where null is
 * the only other alternative, what the value itself lacks is told as it is.
 */
export function describeErrors(errors: readonly ErrorObject[]): BodyFinding[] {
	let findings: BodyFinding[] = [];
	for (const error of errors) {
		if (error.keyword !== 'anyOf') {
			findings.push(describeError(error));
			continue;
		}
		const isInside = ({ at }: BodyFinding) => at === error.instancePath || at.startsWith(`${error.instancePath}/`);
		const inside = findings.filter((each) => isInside(each) && each.message !== NULL_WANTED);
		findings = findings.filter((each) => !isInside(each));
		const isNullable = alternativesBesideNull(error) === 1;
		findings.push(...(isNullable ? inside : [foldAlternatives(error, inside)]));
	}
	return findings;
}

const NULL_WANTED = 'must be null';

function alternativesBesideNull(error: ErrorObject): number {
	const alternatives: unknown = error.schema;
	if (!Array.isArray(alternatives)) return 0;
	return alternatives.filter((each) => !(isObject(each) && each['type'] === 'null')).length;
}

function describeError(error: ErrorObject): BodyFinding {
	const { keyword, instancePath, params, message = keyword } = error;
	const kind = KINDS[keyword] ?? 'schema violation';
	if (keyword === 'required') {
		const name = String(params['missingProperty']);
		return { kind, at: childPointer(instancePath, name), message: 'required' };
	}
	if (keyword === 'type' && params['type'] === 'null') {
		return { kind, at: instancePath, message: NULL_WANTED };
	}
	const allowed = keyword === 'enum' ? ` ${excerpt(params['allowedValues'], 300)}` : '';
	return { kind, at: instancePath, message: `${message}${allowed}, is ${excerpt(error.data)}` };
}

function foldAlternatives(error: ErrorObject, alternatives: readonly BodyFinding[]): BodyFinding {
	const reasons = alternatives.map(({ at, message }) =>
		[at.slice(error.instancePath.length), message].filter((text) => text !== '').join(' '),
	);
	return {
		kind: 'schema violation',
		at: error.instancePath,
		message: `fits no alternative: ${[...new Set(reasons)].join('; ')}`,
	};
}
