import fc from 'fast-check';

import type { PolledStore, RecordKind, Reported } from '../support/polledStore';
import { idsOf, openPolledStore, polled, RECORD_KINDS } from '../support/polledStore';

type Step = { do: 'create' } | { do: 'change'; which: number } | { do: 'wait'; seconds: number } | { do: 'poll' };

const steps = fc.array(
	fc.oneof(
		{ weight: 3, arbitrary: fc.constant<Step>({ do: 'create' }) },
		{ weight: 5, arbitrary: fc.nat(5).map((which): Step => ({ do: 'change', which })) },
		// Often within the same second, sometimes across it, sometimes far beyond.
		{
			weight: 4,
			arbitrary: fc.constantFrom(0.1, 0.5, 1, 3, 20, 400).map((seconds): Step => ({ do: 'wait', seconds })),
		},
		{ weight: 4, arbitrary: fc.constant<Step>({ do: 'poll' }) },
	),
	{ minLength: 10, maxLength: 40 },
);

interface Change {
	id: number;
	version: number;
	at: number;
}

interface History {
	changes: Change[];
	/** Times of the polls, in milliseconds, each with how many changes there were before it. */
	polls: Array<{ at: number; after: number }>;
	reported: Reported[];
}

/** After so many seconds a record has settled, however busy the machine of the test is. */
const SETTLED = 30;

const second = (milliseconds: number) => Math.floor(milliseconds / 1000);

async function live(world: PolledStore, kind: RecordKind, event: string, script: readonly Step[]): Promise<History> {
	const history: History = { changes: [], polls: [], reported: [] };
	const poller = world.poller({ event });
	const ids: number[] = [];
	const note = (id: number, version: number) => history.changes.push({ id, version, at: world.now() });
	const poll = async () => {
		history.polls.push({ at: world.now(), after: history.changes.length });
		history.reported.push(...(await polled(poller)));
	};
	// What happened long before is nobody's business.
	world.wait(60);
	await poll();
	for (const step of script) {
		const version = history.changes.length + 1;
		if (step.do === 'wait') world.wait(step.seconds);
		else if (step.do === 'poll') await poll();
		else if (step.do === 'create' || ids.length === 0) {
			ids.push(await kind.create(world, version));
			note(ids.at(-1)!, version);
		} else {
			const id = ids[step.which % ids.length]!;
			await kind.change(world, id, version);
			note(id, version);
		}
	}
	for (let rest = 0; rest < 2; rest++) {
		world.wait(60);
		await poll();
	}
	return history;
}

/** The change that stands at the end of a second. */
const lastIn = (changes: readonly Change[], id: number, at: number) =>
	changes.filter((change) => change.id === id && second(change.at) <= at).at(-1);

describe.each(RECORD_KINDS)('Polling $type records that change at any moment', (kind) => {
	it('reports every change that lasted, once, as it was at the end of its second', async () => {
		await fc.assert(
			fc.asyncProperty(steps, async (script) => {
				const world = await openPolledStore();
				try {
					const { changes, polls, reported } = await live(world, kind, `${kind.type}CreatedOrUpdated`, script);
					const seen = reported.map(({ id, created_at: at }) => `${id} at ${at}`);
					expect(seen).toEqual([...new Set(seen)]);
					for (const { id, created_at: at, record } of reported) {
						expect(kind.versionOf(record)).toBe(lastIn(changes, id, at)?.version);
					}
					for (const [index, change] of changes.entries()) {
						const next = changes.findIndex(({ id }, later) => later > index && id === change.id);
						const wasThere = polls.some(
							({ at, after }) => second(at) - second(change.at) >= SETTLED && (next === -1 || after <= next),
						);
						if (wasThere) expect(reported.map(({ record }) => kind.versionOf(record))).toContain(change.version);
					}
				} finally {
					await world.store.close();
				}
			}),
			{ numRuns: 25 },
		);
	});

	it('reports every new record once, and no other', async () => {
		await fc.assert(
			fc.asyncProperty(steps, async (script) => {
				const world = await openPolledStore();
				try {
					const { changes, reported } = await live(world, kind, `${kind.type}Created`, script);
					const created = [...new Set(changes.map(({ id }) => id))];
					expect(idsOf(reported).sort((one, other) => one - other)).toEqual(created);
				} finally {
					await world.store.close();
				}
			}),
			{ numRuns: 15 },
		);
	});
});
