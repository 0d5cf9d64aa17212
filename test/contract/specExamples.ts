import type { OpenAPIV3 } from 'openapi-types';
import type { ApiRequest, ApiResponse } from './exchange';
import { readSpecifications, type Operation } from './specification';

type Media = OpenAPIV3.MediaTypeObject;

export interface SpecExamples {
	requests: ApiRequest[];
	responses: ApiResponse[];
}

/** The bodies that the specifications themselves give as examples, as exchanges. */
export async function readSpecExamples(directory: string): Promise<SpecExamples> {
	const { specifications } = await readSpecifications(directory);
	const operations = specifications.flatMap((each) => each.operations());
	return {
		requests: operations.flatMap(requestExamples),
		responses: operations.flatMap(responseExamples),
	};
}

function concretePath({ template }: Operation): string {
	return template.replace(/\{[^}]+\}/g, '1');
}

function requestExamples(operation: Operation): ApiRequest[] {
	return bodies(operation, operation.requestBody?.content ?? {}).map((body) => ({
		method: operation.method,
		path: concretePath(operation),
		body,
	}));
}

function responseExamples(operation: Operation): ApiResponse[] {
	return Object.entries(operation.responses)
		.filter(([status]) => /^\d+$/.test(status))
		.flatMap(([status, response]) =>
			bodies(operation, response.content ?? {}).map((body) => ({
				method: operation.method,
				path: concretePath(operation),
				status: Number(status),
				body,
			})),
		);
}

function bodies({ specification }: Operation, content: Record<string, Media>): unknown[] {
	const media = content['application/json'];
	const named = Object.values(media?.examples ?? {}).map((each): unknown => specification.resolve(each)?.value);
	const single: unknown = media?.example;
	return [single, ...named].filter((body) => body !== undefined && body !== null);
}
