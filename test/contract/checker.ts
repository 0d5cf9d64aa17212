import {
	checkRequestOf,
	checkResponseOf,
	type ApiRequest,
	type ApiResponse,
	type Compilers,
	type Exchange,
	type OperationFinding,
} from './exchange';
import type { Finding } from './findings';
import { KNOWN_SPEC_ERRORS, type KnownSpecError } from './known-spec-errors';
import { KnownErrors } from './knownErrors';
import { OperationIndex } from './operationIndex';
import { RECORDED_SPEC_ERRORS } from './recordedSpecErrors';
import { SchemaCompiler } from './schemaCompiler';
import { readSpecifications, type SpecificationFolder } from './specification';
import { readWebhookCallbacks, type WebhookCallbacks } from './webhookCallbacks';

export { formatFindings, type Finding } from './findings';
export type { ApiRequest, ApiResponse, Exchange } from './exchange';

export interface OperationSummary {
	operationId: string | undefined;
	/** The specification, relative to the folder. */
	file: string;
	method: string;
	template: string;
	/** What the specification says in words on the OAuth scopes needed. */
	scopes: string | undefined;
}

/** BigCommerce's API as its OpenAPI files describe it; every check returns what departs from it. */
export class Contract {
	private readonly index: OperationIndex;
	private readonly known: KnownErrors;

	constructor(
		private readonly folder: SpecificationFolder,
		private readonly webhooks: WebhookCallbacks,
		private readonly compilers: Compilers,
		knownErrors: readonly KnownSpecError[],
	) {
		const operations = folder.specifications.flatMap((each) => each.operations());
		this.index = new OperationIndex(operations);
		this.known = new KnownErrors(knownErrors);
	}

	checkRequest(request: ApiRequest): Finding[] {
		return this.check('request', request, (operation, pathValues) =>
			checkRequestOf(operation, pathValues, request, this.compilers),
		);
	}

	checkResponse(response: ApiResponse): Finding[] {
		return this.check(
			'response',
			response,
			(operation) => checkResponseOf(operation, response, this.compilers.response),
			response.status,
		);
	}

	/** @param scope the concrete event, `store/order/created`, not a wildcard */
	checkWebhook(scope: string, payload: unknown): Finding[] {
		const findings = this.webhooks.check(scope, payload) ?? [
			{ kind: 'unknown scope', at: '', message: 'no callback file describes this scope' } as const,
		];
		return this.known.unaccounted(findings.map((each) => ({ ...each, side: 'webhook', operation: scope })));
	}

	/** Requests and their answers; an answer to an unknown path is not counted a second time. */
	checkExchanges(exchanges: readonly Exchange[]): Finding[] {
		return exchanges.flatMap((exchange) => {
			const request = this.checkRequest({ ...exchange, body: exchange.requestBody });
			if (this.operationFor(exchange.method, exchange.path) === undefined) return request;
			return [...request, ...this.checkResponse({ ...exchange, body: exchange.responseBody })];
		});
	}

	operationFor(method: string, path: string): OperationSummary | undefined {
		const { operation } = this.index.locate(method.toUpperCase(), path);
		if (operation === undefined) return undefined;
		const { operationId, template, scopes, specification } = operation;
		return { operationId, file: specification.file, method: operation.method, template, scopes };
	}

	/** Every documented operation as `GET /v2/orders`. */
	operations(): string[] {
		return this.index.all().map(({ method, template }) => `${method} ${template}`);
	}

	webhookScopes(): string[] {
		return this.webhooks.scopes();
	}

	/** What `data` of a webhook looks like: of the sample, or made up from the schema. */
	webhookData(scope: string): unknown {
		return this.webhooks.sampleData(scope);
	}

	/** Entries of the known errors that nothing checked so far has needed. */
	unusedKnownErrors(): KnownSpecError[] {
		return this.known.unused();
	}

	/** What in the files could not be used: unreadable files, broken references, unusable schemas. */
	problems(): string[] {
		const references = this.folder.specifications.flatMap(({ file, brokenReferences }) =>
			[...brokenReferences].map((reference) => `${file}: broken reference ${reference}`),
		);
		const schemas = Object.values(this.compilers).flatMap((compiler: SchemaCompiler) => compiler.unusable);
		return [...this.folder.unreadable, ...references, ...schemas];
	}

	private check(
		side: 'request' | 'response',
		{ method, path }: { method: string; path: string },
		check: (
			operation: NonNullable<ReturnType<OperationIndex['locate']>['operation']>,
			pathValues: Record<string, string>,
		) => OperationFinding[],
		status?: number,
	): Finding[] {
		const verb = method.toUpperCase();
		const { operation, template, pathValues } = this.index.locate(verb, path);
		const name = `${verb} ${template ?? path}`;
		let findings: OperationFinding[];
		if (operation !== undefined) findings = check(operation, pathValues);
		else {
			const kind = template === undefined ? 'unknown path' : 'unknown method';
			findings = [{ kind, at: '', message: `${verb} ${path} is not documented` }];
		}
		return this.known.unaccounted(
			findings.map((each) => ({
				...each,
				side,
				operation: name,
				...(status === undefined ? {} : { status }),
			})),
		);
	}
}

/** Every place where the files are known to be wrong. */
export const ALL_KNOWN_ERRORS: readonly KnownSpecError[] = [...KNOWN_SPEC_ERRORS, ...RECORDED_SPEC_ERRORS];

const loaded = new Map<string, Promise<Contract>>();

/**
 * The contract in a folder of BigCommerce's OpenAPI files (`reference` of the docs repository).
 * Read once per process: the second call gives the same contract.
 * @throws Error when the folder cannot be read or holds no OpenAPI file
 */
export function loadContract(directory: string): Promise<Contract> {
	const contract = loaded.get(directory) ?? readContract(directory, ALL_KNOWN_ERRORS);
	loaded.set(directory, contract);
	return contract;
}

/** As `loadContract`, read again, with a list of known errors of one's own. */
export async function readContract(directory: string, knownErrors: readonly KnownSpecError[]): Promise<Contract> {
	const folder = await readSpecifications(directory);
	if (folder.specifications.length === 0) {
		throw new Error(`No OpenAPI 3 file in ${directory}. ${folder.unreadable.join(' ')}`.trim());
	}
	const compilers: Compilers = {
		request: new SchemaCompiler('request'),
		response: new SchemaCompiler('response'),
		parameter: new SchemaCompiler('parameter'),
	};
	const webhooks = await readWebhookCallbacks(directory, folder.specifications, compilers.response);
	return new Contract(folder, webhooks, compilers, knownErrors);
}
