import { loadContract, type Contract } from './checker';

const directory = process.env['BIGCOMMERCE_OPENAPI_DIR'];

let warned = false;

function warnOnce(): void {
	if (warned) return;
	warned = true;
	console.warn(
		[
			'='.repeat(78),
			'CONTRACT TESTS SKIPPED: BIGCOMMERCE_OPENAPI_DIR is not set.',
			"Set it to the `reference` folder of a clone of BigCommerce's docs repository.",
			'='.repeat(78),
		].join('\n'),
	);
}

/**
 * `describe` for tests against BigCommerce's OpenAPI files. Without BIGCOMMERCE_OPENAPI_DIR they
 * show up as skipped, under a name that says why; with a folder that cannot be read they fail.
 *
 * @param define defines the tests; the contract is there once they run, not while they are defined
 */
export function describeContract(name: string, define: (contract: () => Contract) => void): void {
	let contract: Contract | undefined;
	const current = (): Contract => {
		if (contract === undefined) throw new Error('The contract is loaded only when tests run');
		return contract;
	};
	if (directory === undefined || directory === '') {
		warnOnce();
		describe.skip(`${name} (SKIPPED: BIGCOMMERCE_OPENAPI_DIR is not set)`, () => define(current));
		return;
	}
	describe(name, () => {
		beforeAll(async () => {
			contract = await loadContract(directory);
		});
		define(current);
	});
}
