import { parseEndpoint } from '../model/endpoint';
import type { NaturalKey } from '../model/record';
import type { Reference } from '../model/values/reader';
import { chunksByLength, readList } from '../transport/pagination';
import { textOf } from '../transport/textOf';
import { inOrder } from './inOrder';
import { refusalOf } from './inputFault';
import type { ItemPlan } from './itemPlan';
import { isObject, keyQuery, keyText, mostKeys, rowsByKey } from './requests';
import type { Run } from './run';

interface Named {
	plan: ItemPlan;
	reference: Reference;
}

/** Puts IDs in place of the SKUs, emails and other keys by which items name records, many with one look-up. */
export async function resolveReferences(run: Run): Promise<void> {
	const byKey = new Map<NaturalKey, Named[]>();
	for (const plan of run.open()) {
		for (const reference of plan.references) {
			const named = byKey.get(reference.key);
			if (named) named.push({ plan, reference });
			else byKey.set(reference.key, [{ plan, reference }]);
		}
	}
	for (const [key, named] of byKey) await resolve(run, key, named);
	for (const plan of run.open()) {
		if (plan.references.length === 0) continue;
		try {
			plan.finish();
		} catch (error) {
			run.fail(plan.index, error);
		}
	}
}

async function resolve(run: Run, { find }: NaturalKey, named: readonly Named[]): Promise<void> {
	const texts = [...new Map(named.map(({ reference }) => [keyText(reference.text), reference.text])).values()];
	const found = new Map<string, string[]>();
	const failed = new Map<string, unknown>();
	await inOrder(
		chunksByLength(texts, mostKeys(find), (text) => text),
		async (chunk) => {
			try {
				const { method, path } = parseEndpoint(find.endpoint);
				const query = keyQuery(find, chunk);
				const scope = { scopes: [find.scope], access: 'read' as const };
				const { rows } = await readList(run.api, { request: { method, path, query, scope } });
				for (const [text, own] of rowsByKey(rows.filter(isObject), [find.row])) {
					found.set(text, [...new Set(own.map((row) => textOf(row[find.id ?? 'id'])))]);
				}
			} catch (error) {
				for (const text of chunk) failed.set(keyText(text), error);
			}
		},
		{ stopped: run.stopped },
	);
	for (const { plan, reference } of named) {
		const text = keyText(reference.text);
		if (!run.isOpen(plan.index)) continue;
		if (failed.has(text)) run.fail(plan.index, failed.get(text));
		else settle(run, plan, reference, found.get(text) ?? []);
	}
}

function settle(run: Run, plan: ItemPlan, reference: Reference, ids: readonly string[]): void {
	const { field, key, text } = reference;
	const says = `${field.displayName}: `;
	const by = key.displayName.replace(/^By /, '');
	if (ids.length === 1) reference.put(/^\d+$/.test(ids[0]!) ? Number(ids[0]) : ids[0]!);
	else if (ids.length === 0) run.fail(plan.index, plan.missing(`${says}nothing in the store has the ${by} "${text}"`));
	else run.fail(plan.index, refusalOf([`${says}${ids.length} records have the ${by} "${text}": ${ids.join(', ')}.`]));
}
