import { ApiFailure } from '../../transport/failure';
import { SCOPES } from '../../transport/scopes';
import type { Page, Source, Way } from '../listing';
import { fits, numberIn, wordsOf } from '../matching';
import type { Row } from '../rows';
import { personOf, text } from '../rows';
import { ask, COMPARED_PAGE_SIZE, compare, lastResort, PAGE_SIZE } from '../ways';

/** Customers of a name whose orders are read, each with a request of its own. */
const MOST_CUSTOMERS = 10;

/**
 * Orders can be asked for by number and by the whole email, and by nothing that a name stands in: that of a
 * customer is looked up first, that of a guest is found among the newest orders.
 */
export function orderWays(typed: string): readonly Way[] {
	const id = numberIn(typed);
	const byExternalId = lastResort(ask({ external_order_id: typed }));
	const amongNewest = compare(typed, { pages: 1 });
	if (id !== undefined) return [ask({ min_id: id, max_id: id }), byExternalId];
	if (typed.includes('@')) return [ask({ email: typed }), lastResort(amongNewest)];
	return [byCustomerName(typed), amongNewest, ...(/\d/.test(typed) ? [byExternalId] : [])];
}

function byCustomerName(typed: string): Way {
	return {
		read: async (source): Promise<Page> => {
			const customers = await customersNamed(typed, source).catch(withoutCustomers);
			if (customers instanceof ApiFailure) {
				return { rows: [], failure: customers, note: `Customers were not searched: ${customers.message}` };
			}
			const orders = await Promise.all(
				customers
					.slice(0, MOST_CUSTOMERS)
					.map(async ({ id }) => (await source.page({ customer_id: text(id) }, PAGE_SIZE)).rows),
			);
			const rows = orders.flat().sort((one, other) => Number(other.id) - Number(one.id));
			if (customers.length <= MOST_CUSTOMERS) return { rows };
			return { rows, note: `Only ${MOST_CUSTOMERS} customers of this name were searched. Use By ID for others.` };
		},
	};
}

async function customersNamed(typed: string, source: Source): Promise<Row[]> {
	const [longest = typed] = wordsOf(typed).sort((one, other) => other.length - one.length);
	const customers = await source.others(
		{
			endpoint: 'GET /v3/customers',
			scope: SCOPES.customers,
			query: { 'name:like': longest },
		},
		COMPARED_PAGE_SIZE,
	);
	return customers.filter((customer) => fits(typed, personOf(customer), undefined));
}

/** A credential need not see customers to see orders. */
function withoutCustomers(error: unknown): ApiFailure {
	if (error instanceof ApiFailure && (error.status === 401 || error.status === 403)) return error;
	throw error;
}
