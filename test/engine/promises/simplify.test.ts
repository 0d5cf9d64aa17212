import { startSandbox } from '../../sandbox';
import { SAMPLE_RULES } from '../../contract/sampleRules';
import { runNode } from '../../support/engine';
import { sampleParameters } from '../../support/operationSamples';
import { nodeOf } from '../../support/runOperation';
import { sandboxCredential } from '../../support/sandbox';
import type { Registered } from './registry';
import { REGISTERED } from './registry';

/**
 * Simplify keeps what the next operation needs: the record's own ID first, the IDs of what it belongs to, its
 * channel, and the date by which a sync goes on.
 */
const IDS = ['id', 'uuid'];
const WATERMARKS = ['date_modified', 'updated_time', 'updated_at', 'date_updated', 'date_last_modified'];
const PLACES = ['channel_id', 'tree_id', 'site_id'];

/** A row as BigCommerce has it, of a store in which there is something to read. */
async function rawRow({ resource, operation, at }: Registered) {
	const store = await startSandbox({ products: 5, customers: 5, orders: 5 });
	try {
		const { values: valuesIn, always = [] } = SAMPLE_RULES[at] ?? {};
		const values = (await valuesIn?.(store)) ?? {};
		const { error, items } = await runNode({
			nodeType: nodeOf(resource.value),
			parameters: { ...sampleParameters(resource, operation, { only: 'required', values, always }), simplify: false },
			credential: sandboxCredential(store),
		});
		if (error) throw error;
		return items[0]?.json;
	} finally {
		await store.close();
	}
}

const simplified = REGISTERED.filter(({ operation }) => operation.simplify !== undefined);

describe('Simplify', () => {
	it('is there for most operations', () => {
		expect(simplified.length).toBeGreaterThan(25);
	});

	it.each(simplified)('keeps what the next operation needs: $at', async (registered) => {
		const { operation } = registered;
		const row = await rawRow(registered);
		expect(row).toBeDefined();
		const kept = (operation.simplify ?? []).map((each) => (typeof each === 'string' ? each : each.path));
		const own = IDS.find((name) => name in row!);
		if (own !== undefined) expect(kept[0]).toBe(own);
		const parents = (operation.path ?? []).map(({ name }) => name);
		const needed = [...parents, ...WATERMARKS, ...PLACES].filter((name) => name in row!);
		expect(needed.filter((name) => !kept.includes(name))).toEqual([]);
		expect(kept.some((name) => name.split('.')[0]! in row!)).toBe(true);
	});
});
