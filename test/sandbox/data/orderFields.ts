import { money } from '../core/format';
import type { JsonObject } from '../types';
import type { BillingAddress } from './order';

/** A cost of v2 without tax, with it, and the tax. */
export function costs(name: string, exTax: number, incTax: number): JsonObject {
	return {
		[`${name}_ex_tax`]: money(exTax),
		[`${name}_inc_tax`]: money(incTax),
		[`${name}_tax`]: money(incTax - exTax),
	};
}

/** The fields of an address that shipments show. */
export function postal(address: BillingAddress): JsonObject {
	const { first_name, last_name, company, street_1, street_2, city, state, zip } = address;
	const { country, country_iso2, phone, email } = address;
	return { first_name, last_name, company, street_1, street_2, city, state, zip, country, country_iso2, phone, email };
}
