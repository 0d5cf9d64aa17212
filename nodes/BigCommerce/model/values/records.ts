import type { JsonValue } from '../../transport/types';
import type { Field, RecordField } from '../field';
import type { NaturalKey } from '../record';
import { article, inSentence } from '../words';
import { isEmpty, trimmed } from './blanks';
import { Refusal } from './fault';
import { idFrom, uuidFrom } from './ids';
import { ID_SEPARATORS, partsOf, SEPARATORS } from './parts';
import { oneLine } from './shown';
import type { ReadSlot, Run } from './slots';
import { EMPTY, refuse, SETTLED } from './slots';
import { key as keyText, pathKey } from './texts';

/** A record as a locator names it, or bare as an expression or an agent gives it: then by its ID. */
interface Named {
	mode: string;
	value: unknown;
}

type Found = string | number | Refusal | { key: NaturalKey; text: string };

/** Reads a locator. What is named by a natural key becomes a reference. */
export function recordReader(field: RecordField): ReadSlot {
	const find = finder(field);
	const { many = false, displayName, name } = field;

	const settle = (
		found: Found,
		run: Run,
		where: string,
		put: (id: number | string) => void,
	): JsonValue | typeof SETTLED => {
		if (found instanceof Refusal) return refuse(run, field, where, found);
		if (typeof found !== 'object') return found;
		run.references.push({ field, ...found, put });
		return SETTLED;
	};

	const readOne: ReadSlot = (raw, run, prefix, _, into) => {
		const named = namedBy(raw);
		if (isEmpty(named.value)) return EMPTY;
		return settle(find(named), run, prefix + displayName, (id) => {
			into[name] = id;
		});
	};

	const readMany: ReadSlot = (raw, run, prefix) => {
		const { mode, value } = namedBy(raw);
		const parts = partsOf(value, BY_ID.has(mode) ? ID_SEPARATORS : SEPARATORS);
		if (parts instanceof Refusal) return refuse(run, field, prefix + displayName, parts);
		if (parts.length === 0) return EMPTY;
		const before = run.faults.length;
		const ids: JsonValue[] = parts.map(() => null);
		for (const [index, part] of parts.entries()) {
			const named = isLocator(part) ? namedBy(part) : { mode, value: part };
			const outcome = settle(find(named), run, prefix + displayName, (id) => {
				ids[index] = id;
			});
			if (outcome !== SETTLED) ids[index] = outcome;
		}
		return run.faults.length > before ? SETTLED : ids;
	};
	return many ? readMany : readOne;
}

const BY_ID: ReadonlySet<string> = new Set(['list', 'id', 'url']);

/** One that was added to a collection and not touched since has no mark of its own. */
const isLocator = (raw: unknown): raw is { mode?: unknown; value?: unknown } =>
	typeof raw === 'object' && raw !== null && ('__rl' in raw || ('mode' in raw && 'value' in raw));

/** Whether a raw value of the field is none. */
export const isUnset = (field: Field, raw: unknown): boolean =>
	isEmpty(field.kind === 'record' ? namedBy(raw).value : raw);

const namedBy = (raw: unknown): Named =>
	isLocator(raw)
		? { mode: typeof raw.mode === 'string' ? raw.mode : 'id', value: raw.value }
		: { mode: 'id', value: raw };

function finder({ record, zero }: RecordField): (named: Named) => Found {
	const { displayName, idKind, keys = [], page } = record;
	const ofRecord = `${article(displayName)} ${inSentence(displayName)}`;
	const keyOf = new Map(keys.map((key) => [key.mode, key]));
	const pattern = page && new RegExp(page.pattern);
	const ways = [...keys.map((key) => key.displayName), ...(page ? ['By URL'] : [])];
	const advice = ways.length > 0 ? `Other ways to name it: From List, ${ways.join(', ')}.` : undefined;
	const kind = { id: ', a positive whole number', uuid: ', a UUID', text: '' }[idKind];
	const must = `must be the ID of ${ofRecord}${kind}${zero === undefined ? '' : ', or 0'}`;

	const byId = (value: unknown): string | number | Refusal => {
		if (zero !== undefined && idFrom(value, true) === 0) return 0;
		const id = idKind === 'id' ? idFrom(value, false) : idKind === 'uuid' ? uuidFrom(value) : pathKey(value);
		return id === undefined || id instanceof Refusal ? new Refusal(must, value, advice) : id;
	};
	const idOnPage = (value: unknown): string | undefined => {
		const address = typeof value === 'string' ? trimmed(value) : '';
		return /^https?:\/\//i.test(address) ? pattern?.exec(address)?.[1] : undefined;
	};

	return ({ mode, value }) => {
		if (mode === 'url') {
			const id = idOnPage(value);
			if (id !== undefined) return byId(id);
			const example = page ? ` such as ${page.example}` : '';
			return new Refusal(`must be the address of ${ofRecord}${example}`, value);
		}
		if (mode === 'id' || mode === 'list') return byId(idOnPage(value) ?? value);
		const key = keyOf.get(mode);
		if (key === undefined) return new Refusal(`cannot be named in the way "${oneLine(mode)}"`, undefined, advice);
		const text = keyText(value);
		return text instanceof Refusal || isEmpty(text) ? new Refusal('must be text', value) : { key, text };
	};
}
