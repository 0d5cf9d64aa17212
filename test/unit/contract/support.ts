import { join } from 'node:path';
import { readContract, type Contract, type Finding } from '../../contract/checker';
import type { KnownSpecError } from '../../contract/known-spec-errors';

/** Small specifications of an invented toy shop, each with the habits of real ones. */
export const SPECS = join(__dirname, 'fixtures', 'specs');

/** Laid out as in the docs repository: `reference` here, webhook callbacks elsewhere. */
export const REPOSITORY = join(__dirname, 'fixtures', 'repository', 'reference');

export function toyContract(known: readonly KnownSpecError[] = []): Promise<Contract> {
	return readContract(SPECS, known);
}

/** `kind at` of each finding, for short expectations. */
export function inShort(findings: readonly Finding[]): string[] {
	return findings.map(({ kind, at }) => `${kind} ${at}`.trim());
}
