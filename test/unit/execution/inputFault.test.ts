import { refusalOf } from '../../../nodes/BigCommerce/execution/inputFault';

describe('the refusal of an item', () => {
	const ADVICE = 'Give it one, or remove it.';

	it('is the one message, when one field is wrong', () => {
		expect(refusalOf([`Name is empty. ${ADVICE}`]).message).toBe(`Name is empty. ${ADVICE}`);
	});

	it('names all fields, and gives equal advice once, behind the last field that it is for', () => {
		const messages = [`Name is empty. ${ADVICE}`, `SKU is empty. ${ADVICE}`, 'Price must be a number, not "1. x".'];
		expect(refusalOf(messages).message).toBe(
			`3 fields cannot be sent. Name is empty. SKU is empty. ${ADVICE} Price must be a number, not "1. x".`,
		);
	});

	it('keeps different advice with its field', () => {
		expect(refusalOf(['Name is empty. Type it.', 'SKU is empty. Scan it.']).message).toBe(
			'2 fields cannot be sent. Name is empty. Type it. SKU is empty. Scan it.',
		);
	});
});
