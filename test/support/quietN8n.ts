/**
 * To be imported before n8n-core, which reads its environment once: no log lines between the test results
 * (run with DEBUG=1 to see them), and no settings of an n8n that the person at this machine uses.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';

process.env.N8N_LOG_LEVEL = process.env.DEBUG ? 'debug' : 'silent';
process.env.N8N_USER_FOLDER = join(tmpdir(), 'n8n-nodes-bigcommerce-tests');
