import type { ListField } from '../../../model/field';
import { list, text } from '../../../model/fields';

/** Values of the fields that the merchant added to a form. Source: BigCommerce, customers.v3. */
export const formFields = (description: string): ListField =>
	list(
		'form_fields',
		'Form Fields',
		[
			text('name', 'Name', {
				required: true,
				placeholder: 'e.g. Favorite Color',
				description: 'Name of the form field',
			}),
			{
				kind: 'value',
				name: 'value',
				displayName: 'Value',
				placeholder: 'e.g. Green',
				description: 'Text, or a list such as ["Green", "Blue"] for checkboxes',
			},
		],
		{ placeholder: 'Add form field', description, blankWithout: ['value'] },
	);
