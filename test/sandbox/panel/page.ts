import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The control panel: shows what is in the store and plays shopper. Reads `/sandbox/state`. */
export const panelPage = (): string =>
	`${readFileSync(join(__dirname, 'panel.html'), 'utf8')}<script>${readFileSync(join(__dirname, 'panel.js'), 'utf8')}</script>`;
