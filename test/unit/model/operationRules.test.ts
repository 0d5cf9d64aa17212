import { allOf } from '../../../nodes/BigCommerce/model/endpoint';
import { fieldsOf, needOf } from '../../../nodes/BigCommerce/model/facts';
import type { Field } from '../../../nodes/BigCommerce/model/field';
import { isCollection } from '../../../nodes/BigCommerce/model/field';
import type { Operation, Resource } from '../../../nodes/BigCommerce/model/operation';
import { pluralOf } from '../../../nodes/BigCommerce/model/words';
import { RESOURCES } from '../../../nodes/BigCommerce/resources';
import { duplicates, endsWrong, offenders, operations, saysNothing } from '../../support/shownProperties';

/** Rules for the operations of the registry. Each test names all that breaks its rule. */
describe('Operations', () => {
	/** `order` in "Get order statuses"? Singular or plural. */
	const mentions = (action: string, { name }: Resource) => {
		const noun = name.toLowerCase();
		// A figure of the whole catalog is about no single product.
		const forms = [noun, pluralOf(noun), ...(noun === 'product' ? ['catalog'] : [])];
		return forms.some((form) => new RegExp(`\\b${form}\\b`).test(action.toLowerCase()));
	};

	it('have unique values and names within their resource', () => {
		for (const { operations: own } of RESOURCES) {
			expect(duplicates(own.map(({ value }) => value))).toEqual([]);
			expect(duplicates(own.map(({ name }) => name))).toEqual([]);
		}
		expect(duplicates(RESOURCES.map(({ value }) => value))).toEqual([]);
		expect(duplicates(RESOURCES.map(({ name }) => name))).toEqual([]);
	});

	it('have an action in sentence case, without articles, with the resource', () => {
		expect(
			offenders(operations, ({ resource, operation: { action } }) => {
				const names = new Set(resource.name.split(' '));
				const [first = '', ...rest] = action.split(' ');
				if (!/^[A-Z]/.test(first)) return `"${action}" does not begin with a capital`;
				if (/\b(a|an|the)\b/i.test(action)) return `"${action}" has an article`;
				const capitals = rest.filter((word) => /^[A-Z][a-z]/.test(word) && !names.has(word));
				if (capitals.length > 0) return `"${action}" is not in sentence case`;
				return !mentions(action, resource) && `"${action}" does not name the resource`;
			}),
		).toEqual([]);
	});

	it('have a name without the resource, in the words that n8n uses', () => {
		expect(
			offenders(operations, ({ resource, operation: { name, value, kind } }) => {
				if (/upsert/i.test(name)) return 'is called Create or Update in n8n';
				if (value === 'getAll' && (name !== 'Get Many' || kind !== 'list')) return 'getAll is Get Many, a list';
				return new RegExp(`\\b${resource.name}s?\\b`).test(name) && `"${name}" repeats the resource`;
			}),
		).toEqual([]);
	});

	it('have descriptions that say something the name does not, and are punctuated', () => {
		expect(
			offenders(operations, ({ resource, operation: { name, action, description } }) =>
				saysNothing(description, name, action, resource.name)
					? `"${description}" says nothing new`
					: endsWrong(description),
			),
		).toEqual([]);
	});

	it('name a scope', () => {
		const needsNone = ({ at, operation }: { at: string; operation: Operation }) =>
			('endpoint' in operation && allOf<string>(operation.endpoint).some((each) => each.includes(' /v3/hooks'))) ||
			// The first depends on the path, the second finds out which scopes there are.
			['apiRequest.request', 'store.checkScopes'].includes(at);
		expect(
			offenders(
				operations.filter((each) => !needsNone(each)),
				({ operation }) => needOf(operation).scopes.length === 0 && 'no scope',
			),
		).toEqual([]);
	});

	it('simplify to ten fields at most, each once', () => {
		expect(
			offenders(operations, ({ operation: { simplify } }) => {
				if (!simplify) return undefined;
				if (simplify.length < 1 || simplify.length > 10) return `${simplify.length} fields`;
				const paths = simplify.map((each) => (typeof each === 'string' ? each : each.path));
				return duplicates(paths).length > 0 && `twice: ${duplicates(paths).join()}`;
			}),
		).toEqual([]);
	});

	it('have no two fields of one name, nor one of the engine', () => {
		const ofTheEngine = [
			'resource',
			'operation',
			'authentication',
			'returnAll',
			'limit',
			'simplify',
			'output',
			'selectedFields',
			'requestOptions',
		];
		const flat = (field: Field): string[] =>
			isCollection(field) ? [field.name, ...field.fields.flatMap(flat)] : [field.name];
		expect(
			offenders(operations, ({ operation }) => {
				const fields = fieldsOf(operation);
				const taken = fields.map(({ name }) => name).filter((name) => ofTheEngine.includes(name));
				// An API request decides for itself whether its answer is a list.
				const own = operation.kind === 'sequence' ? ['returnAll', 'limit'] : [];
				const twice = [...duplicates(fields.flatMap(flat)), ...taken.filter((name) => !own.includes(name))];
				return twice.length > 0 && `twice: ${twice.join(', ')}`;
			}),
		).toEqual([]);
	});

	it('have a field for every value in the path, and no other', () => {
		expect(
			offenders(operations, ({ operation }) => {
				if (!('endpoint' in operation)) return undefined;
				const endpoints = allOf<string>(operation.endpoint);
				const wanted = [
					...new Set(endpoints.flatMap((each) => [...each.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)))),
				];
				const given = (operation.path ?? []).map(({ name }) => name);
				return (
					wanted.sort().join() !== given.sort().join() && `path wants ${wanted.join()}, fields are ${given.join()}`
				);
			}),
		).toEqual([]);
	});
});
