import { DEEPEST, trimmed } from './blanks';
import { Refusal } from './fault';
import { oneLine } from './shown';

/** Names by which an object could change all others. */
const PROTOTYPE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const HALF = /\p{Cs}/u;

/** The text is no JSON. */
export class NotJson extends Refusal {}

/** What a JSON text says. @returns a refusal with the reason when it is none, or holds what must not travel */
export function parseJson(text: string): unknown {
	let value: unknown;
	try {
		value = JSON.parse(trimmed(text));
	} catch (error) {
		return new NotJson('must be valid JSON', text, reasonOf(error));
	}
	return faultIn(value) ?? value;
}

const reasonOf = (error: unknown): string =>
	`The reason: ${error instanceof Error ? error.message.replace(/[\p{Cc}\p{Cs}]/gu, ' ') : 'unknown'}.`;

/** Whether a value can be told by JSON as it is. */
export function faultIn(value: unknown, depth = 0): Refusal | undefined {
	switch (typeof value) {
		case 'string':
			return HALF.test(value) ? new Refusal('must not hold halves of characters', value) : undefined;
		case 'boolean':
			return undefined;
		case 'number':
			return Number.isFinite(value) ? undefined : new Refusal(`must be JSON, which cannot say ${value}`);
		case 'object':
			return value === null ? undefined : faultInside(value, depth + 1);
		default:
			return new Refusal(`must be JSON, which cannot say ${typeof value}`);
	}
}

function faultInside(value: object, depth: number): Refusal | undefined {
	if (depth > DEEPEST) return new Refusal(`must not be nested more than ${DEEPEST} levels deep`);
	if ('toJSON' in value && typeof value.toJSON === 'function') {
		return new Refusal('must hold dates as text, not as objects', value);
	}
	if (Array.isArray(value)) {
		for (const entry of value) {
			const fault = faultIn(entry, depth);
			if (fault) return fault;
		}
		return undefined;
	}
	for (const [name, inner] of Object.entries(value)) {
		if (PROTOTYPE_NAMES.has(name) || HALF.test(name)) return new Refusal(`must not hold the name "${oneLine(name)}"`);
		// JSON leaves such a name out.
		const fault = inner === undefined ? undefined : faultIn(inner, depth);
		if (fault) return fault;
	}
	return undefined;
}
