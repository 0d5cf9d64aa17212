import { startSandbox, type Sandbox } from '../sandbox';
import { factsFolder, whyMissing } from '../support/facts';
import { loadContract } from './checker';
import { anyIndex } from './findings';
import { isObject, type JsonObject } from './json';
import { asStub, describeRecorded, recordedAnswer, recordedNames, type RecordedAnswer } from './recordedAnswers';
import { missingPlaces, recordsOf, shapeOf, wrongTypes } from './recordedShape';

let store: Sandbox;

// Few products, so that the first category holds none and can be deleted as in the recording.
beforeEach(async () => {
	store = await startSandbox({ products: 2, customers: 2, orders: 2, plan: 'standard' });
});
afterEach(() => store.close());

interface Reply {
	status: number;
	headers: Headers;
	body: unknown;
}

async function ask(method: string, path: string, query: Record<string, string> = {}, body?: unknown): Promise<Reply> {
	const { apiBaseUrl, storeHash, accessToken } = store;
	const url = `${apiBaseUrl}/stores/${storeHash}${path}?${new URLSearchParams(query).toString()}`;
	const response = await fetch(url, {
		method,
		headers: { 'X-Auth-Token': accessToken, 'Content-Type': 'application/json' },
		...(isObject(body) || Array.isArray(body) ? { body: JSON.stringify(body) } : {}),
	});
	const text = await response.text();
	return {
		status: response.status,
		headers: response.headers,
		body: text === '' ? null : (JSON.parse(text) as unknown),
	};
}

/** The recorded path with IDs that the sandbox store has: the first of each list on the way. */
async function pathHere(path: string): Promise<string> {
	let here = '';
	for (const segment of path.split('/').slice(1)) {
		if (!/^\d+$/.test(segment)) here += `/${segment}`;
		else {
			const [first] = recordsOf((await ask('GET', here, { limit: '1' })).body);
			here += `/${String(isObject(first) ? first['id'] : undefined)}`;
		}
	}
	return here;
}

/** The recorded body with IDs that the sandbox store has. */
function bodyHere(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(bodyHere);
	if (!isObject(value)) return value;
	const mapped = Object.entries(value).map(([name, child]) => {
		if (['id', 'product_id', 'variant_id', 'customer_id'].includes(name)) return [name, 1];
		return [name, name === 'categories' ? [1] : bodyHere(child)];
	});
	return Object.fromEntries(mapped) as JsonObject;
}

/** All recordings that show records of the same kind: the list, the single one, what a write answers. */
const kindOf = ({ path }: RecordedAnswer): string => path.replace(/\/\d+$/, '').replace(/\d+/g, '{id}');

describeRecorded('Every recorded endpoint', () => {
	const recordings = recordedNames().map(recordedAnswer);
	const typesOf = (recording: RecordedAnswer) =>
		shapeOf(
			...recordings.filter((other) => kindOf(other) === kindOf(recording)).flatMap(({ answer }) => recordsOf(answer)),
		);

	it.each(recordings)(
		'$name is served by the sandbox store, with the same fields of the same types',
		async (recording) => {
			const { method, query, body, status, answer } = recording;
			const reply = await ask(method, await pathHere(recording.path), query, bodyHere(body));
			expect([reply.status, reply.body]).toEqual([status, answer === null ? null : expect.anything()]);
			if (answer === null) return;
			expect(Object.keys(recording.headers).filter((name) => !reply.headers.has(name))).toEqual([]);

			const [recorded, here] = [recordsOf(answer), recordsOf(reply.body)];
			expect(here.length).toBeGreaterThan(0);
			expect(missingPlaces(shapeOf(...recorded), shapeOf(...here))).toEqual([]);
			expect(wrongTypes(typesOf(recording), shapeOf(...here))).toEqual([]);

			const envelope = (whole: unknown) => (isObject(whole) ? shapeOf(whole['meta']) : shapeOf());
			expect(missingPlaces(envelope(answer), envelope(reply.body)).filter((at) => !at.includes('/links/'))).toEqual([]);
			expect(wrongTypes(envelope(answer), envelope(reply.body))).toEqual([]);
		},
	);

	const specifications = factsFolder('bigcommerce-openapi');
	const reason = whyMissing('bigcommerce-openapi');
	const checked = (reason ? it.skip : it).each(recordings);

	checked(
		`$name has no field here that neither recording nor specification knows${reason ? ` (SKIPPED: ${reason})` : ''}`,
		async (recording) => {
			const { method, query, body } = recording;
			const path = await pathHere(recording.path);
			const { status, body: answer } = await ask(method, path, query, bodyHere(body));
			const contract = await loadContract(specifications ?? '');
			if (!contract.operationFor(method, path)) return;
			const known = shapeOf(recording.answer);
			const strangers = contract
				.checkResponse({ method, path, status, body: answer })
				.filter(({ kind, at }) => kind === 'additional property' && !known.has(anyIndex(at)))
				.map(({ at }) => anyIndex(at));
			expect([...new Set(strangers)]).toEqual([]);
		},
	);
});

describeRecorded('A recording as a stub', () => {
	it.each(['list-brands', 'get-order', 'delete-brand'])('%s is what the sandbox store answers, once', async (name) => {
		const recording = recordedAnswer(name);
		store.faults.next(asStub(recording));
		const { method, path, query, status, answer } = recording;
		const reply = await ask(method, path, query);
		expect([reply.status, reply.body]).toEqual([status, answer]);
		expect(reply.headers.get('x-rate-limit-requests-left')).toBe(
			recording.headers['x-rate-limit-requests-left'] ?? null,
		);
		expect((await ask(method, path, query)).body).not.toEqual(answer ?? undefined);
		expect(store.faults.pending).toBe(0);
	});

	it('leaves other calls to the store', async () => {
		store.faults.next(asStub(recordedAnswer('get-product')));
		expect((await ask('GET', '/v3/catalog/products/1')).body).toMatchObject({ data: { id: 1 } });
	});
});
