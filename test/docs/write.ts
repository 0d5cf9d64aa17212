import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { channelReference, eventsOverview, eventsReference } from './eventTables';
import { describeFigures } from './figures';
import { operationsOverview, operationsReference, replaceSection, scopesTable } from './tables';

const ROOT = join(__dirname, '..', '..');

/** Documents whose tables come from the registry, each with the way to bring its text up to date. */
export const DOCUMENTS: Record<string, (text: string) => string> = {
	'README.md': (text) =>
		[
			['operations', operationsOverview()],
			['events', eventsOverview()],
			['scopes', scopesTable()],
		].reduce((before, [name = '', table = '']) => replaceSection(before, name, table), text),
	'docs/operations.md': (text) => replaceSection(text, 'reference', operationsReference()),
	'docs/events.md': (text) =>
		replaceSection(replaceSection(text, 'reference', eventsReference()), 'channels', channelReference()),
};

export const readDocument = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

if (require.main === module) {
	for (const [name, update] of Object.entries(DOCUMENTS)) {
		writeFileSync(join(ROOT, name), update(readDocument(name)));
	}
	console.log(describeFigures());
}
