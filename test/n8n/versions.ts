import { join, resolve } from 'node:path';

/** The n8n releases the package is tested on: the newest of each line that people run. */
export const N8N_VERSIONS = { 2: '2.41.1', 1: '1.123.81' } as const;

export type N8nLine = keyof typeof N8N_VERSIONS;
export type N8nVersion = (typeof N8N_VERSIONS)[N8nLine];

/** The folder of this project, as an absolute path. */
export const projectFolder = resolve(__dirname, '..', '..');

/** The folder that holds the package.json, the lockfile and, once installed, the node_modules of one n8n. */
export const runtimeFolder = (version: N8nVersion) => join(__dirname, 'runtimes', version);

/** Whether a version belongs to the 1.x line, whose REST interface differs a little. */
export const isLine1 = (version: N8nVersion) => version === N8N_VERSIONS[1];
