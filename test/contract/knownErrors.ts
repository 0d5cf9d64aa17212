import { anyIndex, type Finding } from './findings';
import type { KnownSpecError } from './known-spec-errors';

function fits(pattern: string | RegExp | undefined, text: string): boolean {
	if (pattern === undefined) return true;
	return typeof pattern === 'string' ? pattern === text : pattern.test(text);
}

function matches(known: KnownSpecError, finding: Finding): boolean {
	const statuses = known.status === undefined ? undefined : [known.status].flat();
	return (
		known.kind === finding.kind &&
		(known.side === undefined || known.side === finding.side) &&
		fits(known.operation, finding.operation) &&
		fits(known.at, anyIndex(finding.at)) &&
		fits(known.message, finding.message) &&
		(statuses === undefined || (finding.status !== undefined && statuses.includes(finding.status)))
	);
}

/** Takes out the findings that the list of known errors accounts for, and keeps count. */
export class KnownErrors {
	private readonly used = new Set<KnownSpecError>();

	constructor(private readonly list: readonly KnownSpecError[]) {}

	/** The findings that no entry accounts for. */
	unaccounted(findings: readonly Finding[]): Finding[] {
		return findings.filter((finding) => {
			const entries = this.list.filter((known) => matches(known, finding));
			for (const entry of entries) this.used.add(entry);
			return entries.length === 0;
		});
	}

	unused(): KnownSpecError[] {
		return this.list.filter((known) => !this.used.has(known));
	}
}
