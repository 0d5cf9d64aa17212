import { describeWithFacts } from '../support/facts';
import { loadContract, type Contract } from './checker';

/**
 * `describe` for tests against BigCommerce's OpenAPI files. Where they are missing the tests show up as
 * skipped, under a name that says why; with a folder that cannot be read they fail.
 *
 * @param define defines the tests; the contract is there once they run, not while they are defined
 */
export function describeContract(name: string, define: (contract: () => Contract, directory: string) => void): void {
	describeWithFacts('bigcommerce-openapi', name, (directory) => {
		let contract: Contract | undefined;
		beforeAll(async () => {
			contract = await loadContract(directory);
		}, 120_000);
		define(() => {
			if (contract === undefined) throw new Error('The contract is loaded only when tests run');
			return contract;
		}, directory);
	});
}
