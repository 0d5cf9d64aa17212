export type FindingKind =
	| 'unknown path'
	| 'unknown method'
	| 'path parameter'
	| 'unknown query parameter'
	| 'missing query parameter'
	| 'query parameter'
	| 'undocumented content type'
	| 'missing body'
	| 'undocumented body'
	| 'missing field'
	| 'additional property'
	| 'read-only property'
	| 'schema violation'
	| 'undocumented status'
	| 'unknown scope';

/** One way in which an exchange departs from the specifications. */
export interface Finding {
	side: 'request' | 'response' | 'webhook';
	/** Method and path template (`GET /v3/catalog/products/{product_id}`), or the webhook scope. */
	operation: string;
	kind: FindingKind;
	/** Name of the parameter, or JSON pointer into the body; empty for the whole. */
	at: string;
	message: string;
	/** HTTP status, for responses. */
	status?: number;
}

/** Row numbers become `*`, so that equal findings of many rows are one. */
export function anyIndex(pointer: string): string {
	return pointer.replace(/\/\d+(?=\/|$)/g, '/*');
}

/** The findings as text for a person: by operation, equal ones counted. Empty for no findings. */
export function formatFindings(findings: readonly Finding[]): string {
	const operations = new Map<string, Map<string, number>>();
	for (const finding of findings) {
		const side = finding.status === undefined ? finding.side : `${finding.side} ${finding.status}`;
		const place = finding.at === '' ? '' : ` ${anyIndex(finding.at)}`;
		const line = `${side}: ${finding.kind}${place}: ${finding.message}`;
		const lines = operations.get(finding.operation) ?? new Map<string, number>();
		lines.set(line, (lines.get(line) ?? 0) + 1);
		operations.set(finding.operation, lines);
	}
	return [...operations]
		.map(([operation, lines]) => {
			const rows = [...lines].map(([line, n]) => `  ${line}${n > 1 ? ` (${n} times)` : ''}`);
			return [operation, ...rows].join('\n');
		})
		.join('\n');
}
