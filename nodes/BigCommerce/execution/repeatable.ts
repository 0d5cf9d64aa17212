import type { Operation, Repeatable } from '../model/operation';
import type { JsonObject } from '../transport/types';

export const mayRepeat = (repeatable: Repeatable, body: JsonObject): boolean =>
	typeof repeatable === 'function' ? repeatable(body) : repeatable;

/** Whether running the operation again with the same items does no harm. @param bodies what the items want written */
export function isRepeatable(operation: Operation, bodies: readonly JsonObject[]): boolean {
	switch (operation.kind) {
		case 'get':
		case 'list':
		case 'lookUp':
			return true;
		case 'call':
		case 'batch':
		case 'merge':
		case 'byFilter':
			return bodies.every((body) => mayRepeat(operation.repeatable, body));
		case 'upsert':
			// What was created is found and updated the next time.
			return isRepeatable(operation.update, bodies);
		case 'sequence':
			return operation.effect === 'none';
	}
}
