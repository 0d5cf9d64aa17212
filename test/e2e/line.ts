import type { N8nLine, N8nVersion } from '../n8n/versions';
import { N8N_VERSIONS } from '../n8n/versions';

/** Environment variable by which the command tells the tests which n8n to use. */
export const LINE_VARIABLE = 'E2E_N8N_LINE';

/** The n8n line of this run. */
export const LINE: N8nLine = process.env[LINE_VARIABLE] === '1' ? 1 : 2;

export const VERSION: N8nVersion = N8N_VERSIONS[LINE];
