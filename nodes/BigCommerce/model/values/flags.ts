import { cellText } from './blanks';
import { Refusal } from './fault';

const WORDS: ReadonlyMap<string, boolean> = new Map([
	['true', true],
	['yes', true],
	['y', true],
	['on', true],
	['1', true],
	['false', false],
	['no', false],
	['n', false],
	['off', false],
	['0', false],
]);

/** Yes or no, as people and spreadsheets write it. */
export const flag = (raw: unknown): boolean | Refusal => {
	if (typeof raw === 'boolean') return raw;
	const word = typeof raw === 'string' ? cellText(raw).toLowerCase() : typeof raw === 'number' ? String(raw) : '';
	return WORDS.get(word) ?? new Refusal('must be true or false', raw);
};
