import { SCOPES } from '../../transport/scopes';
import type { Source, Way } from '../listing';
import { numberIn, wordsOf } from '../matching';
import type { Row } from '../rows';
import { text, withDetail } from '../rows';
import { ask, COMPARED_PAGE_SIZE, compare } from '../ways';

/** Levels that a category can stand below others. Source: BigCommerce docs, platform limits. */
const MOST_LEVELS = 8;

/** What a category is found by: its name, and the names above it when several words were typed. */
export function categoryWays(typed: string): readonly Way[] {
	const id = numberIn(typed);
	const words = wordsOf(typed.replaceAll('/', ' '));
	const [last = typed] = words.slice(-1);
	const byName = { 'name:like': last };
	return [
		...(id === undefined ? [] : [ask({ 'category_id:in': id })]),
		words.length > 1 ? compare(words.join(' '), { query: byName }) : ask(byName),
	];
}

/**
 * Gives each category its `path`, "Shop All / Shirts", and its tree's name where the store has several.
 * The categories above are read level by level, all of a level in one request.
 * @throws ApiFailure
 */
export async function withPaths(categories: Row[], source: Source): Promise<Row[]> {
	if (categories.length === 0) return categories;
	const [known, trees] = await Promise.all([withAncestors(categories, source), treeNames(source)]);
	return categories
		.map((category) => {
			const tree = trees.size > 1 ? (trees.get(text(category.tree_id)) ?? '') : '';
			return { ...category, path: withDetail(pathOf(category, known), tree) };
		})
		.sort((one, other) => one.path.localeCompare(other.path));
}

async function withAncestors(categories: readonly Row[], source: Source): Promise<ReadonlyMap<string, Row>> {
	const known = new Map(categories.map((category) => [text(category.category_id), category]));
	let level = categories;
	for (let depth = 1; depth < MOST_LEVELS; depth++) {
		const wanted = new Set(level.map(({ parent_id: parent }) => text(parent)));
		const missing = [...wanted].filter((parent) => parent !== '' && parent !== '0' && !known.has(parent));
		if (missing.length === 0) break;
		const { endpoint, query } = source.listing;
		level = await source.others(
			{ endpoint, scope: SCOPES.products, query: { ...query, 'category_id:in': missing } },
			COMPARED_PAGE_SIZE,
		);
		for (const category of level) known.set(text(category.category_id), category);
	}
	return known;
}

async function treeNames(source: Source): Promise<ReadonlyMap<string, string>> {
	const trees = await source.others({ endpoint: 'GET /v3/catalog/trees', scope: SCOPES.products }, COMPARED_PAGE_SIZE);
	return new Map(trees.map(({ id, name }) => [text(id), text(name)]));
}

function pathOf(category: Row, known: ReadonlyMap<string, Row>): string {
	const names: string[] = [];
	let at: Row | undefined = category;
	while (at && names.length < MOST_LEVELS) {
		names.unshift(text(at.name));
		at = known.get(text(at.parent_id));
	}
	return names.join(' / ');
}
