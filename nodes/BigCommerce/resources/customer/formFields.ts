import { list, text } from '../shared/fields';
import type { Field } from '../types';

/** Values of the fields that the merchant added to the sign-up form. Source: BigCommerce, customers.v3. */
export const formFields = (description: string): Field =>
	list(
		'form_fields',
		'Form Fields',
		[
			text('name', 'Name', { placeholder: 'e.g. Favorite Color', description: 'Name of the form field' }),
			text('value', 'Value', {
				wire: 'value',
				placeholder: 'e.g. Green',
				description: 'Text, or a list such as ["Green", "Blue"] for checkboxes',
			}),
		],
		{ placeholder: 'Add form field', description },
	);
