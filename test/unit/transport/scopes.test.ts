import {
	acceptedParameters,
	ALL_SCOPES,
	DEFAULT_SCOPE,
	describeNeed,
	isGranted,
	SCOPES,
} from '../../../nodes/BigCommerce/transport/scopes';

const { orders, transactions, paymentMethods, themes } = SCOPES;

describe('scopes', () => {
	it('modify always includes reading', () => {
		expect(acceptedParameters({ scopes: [orders], access: 'read' })).toEqual([
			'store_v2_orders_read_only',
			'store_v2_orders',
		]);
		expect(acceptedParameters({ scopes: [orders], access: 'modify' })).toEqual(['store_v2_orders']);
	});

	it('knows the parameters that do not follow the rule', () => {
		expect(paymentMethods.readOnly).toBe('store_payments_methods_read');
		expect(themes).toMatchObject({ modify: 'store_themes_manage', readOnly: 'store_themes_read_only' });
	});

	it('names and parameters are each used once', () => {
		const parameters = ALL_SCOPES.flatMap(({ modify, readOnly }) => [modify, readOnly]).filter(Boolean);
		expect(new Set(parameters).size).toBe(parameters.length);
		expect(new Set(ALL_SCOPES.map(({ name }) => name)).size).toBe(ALL_SCOPES.length);
	});

	it('describes a need for people, the least of each scope', () => {
		expect(describeNeed({ scopes: [orders, transactions], access: 'read' })).toBe(
			'Orders: read-only (store_v2_orders_read_only) or Order Transactions: read-only (store_v2_transactions_read_only)',
		);
		expect(describeNeed({ scopes: [orders], access: 'modify' })).toBe('Orders: modify (store_v2_orders)');
		expect(describeNeed({ scopes: [paymentMethods], access: 'read' })).toContain('store_payments_methods_read');
	});

	it('any one of the scopes is enough', () => {
		const need = { scopes: [orders, transactions], access: 'modify' as const };
		expect(isGranted(need, { parameters: ['store_v2_transactions'], complete: false })).toBe(true);
		expect(isGranted(need, { parameters: ['store_v2_orders_read_only'], complete: true })).toBe(false);
		expect(isGranted(need, { parameters: [], complete: false })).toBeUndefined();
		expect(isGranted(need, undefined)).toBeUndefined();
		expect(isGranted(DEFAULT_SCOPE, undefined)).toBe(true);
	});
});
