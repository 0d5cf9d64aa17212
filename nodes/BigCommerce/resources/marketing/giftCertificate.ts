import { sortBy } from '../../model/collections';
import type { Crud } from '../../model/crud';
import { crud, mergeOf } from '../../model/crud';
import { amount, choice, date, email, integer, key, longText, text } from '../../model/fields';
import { CUSTOMER, GIFT_CERTIFICATE, ORDER } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';
import type { JsonObject, JsonValue } from '../../transport/types';

const STATUSES = ['active', 'disabled', 'expired', 'pending'] as const;

const TEMPLATES = [
	['birthday.html', 'Birthday'],
	['boy.html', 'Boy'],
	['celebration.html', 'Celebration'],
	['christmas.html', 'Christmas'],
	['general.html', 'General'],
	['girl.html', 'Girl'],
] as const;

const fromName = text('from_name', 'From Name', { placeholder: 'e.g. Nathan Smith' });
const toName = text('to_name', 'To Name', { placeholder: 'e.g. Amy Jones' });
const fromEmail = email('from_email', 'From Email');
const toEmail = email('to_email', 'To Email');
const code = key('code', 'Code', { placeholder: 'e.g. 31Z-99R-1RA-2GM' });

/** Source: BigCommerce, marketing.v2. */
const definition: Crud = {
	value: 'giftCertificate',
	name: 'Gift Certificate',
	description: 'Codes with a balance that shoppers can pay with',
	collection: '/v2/gift_certificates',
	key: pick(GIFT_CERTIFICATE, { name: 'id' }),
	scope: SCOPES.marketing,
	// Without its balance a certificate is worth its amount again, without its code it gets another.
	keep: [
		'to_name',
		'to_email',
		'from_name',
		'from_email',
		'amount',
		'balance',
		'code',
		'currency_code',
		'customer_id',
		'expiry_date',
		'message',
		'purchase_date',
		'status',
		'template',
	],
	required: [
		{ ...toName, description: 'Who gets it' },
		{ ...toEmail, description: 'Where BigCommerce sends it' },
		{ ...fromName, description: 'Who gives it' },
		{ ...fromEmail, description: 'Address of who gives it' },
		amount('amount', 'Amount', { min: 0, description: 'Value of the certificate when it is new' }),
	],
	optional: [
		amount('balance', 'Balance', { min: 0, description: 'What is left of the amount; all of it in a new certificate' }),
		{ ...code, most: 20, description: 'What shoppers enter; BigCommerce makes one if you leave it out' },
		key('currency_code', 'Currency Code', {
			placeholder: 'e.g. USD',
			description: 'Currency of the store that carts must have to be paid with it (ISO 4217)',
		}),
		pick(CUSTOMER, { required: false, description: 'The customer who has bought it' }),
		date('expiry_date', 'Expiry Date', { description: 'When it stops working' }),
		longText('message', 'Message', { most: 250, placeholder: 'e.g. Congratulations!' }),
		date('purchase_date', 'Purchase Date', { description: 'The date of today if you leave it out' }),
		choice('status', 'Status', STATUSES),
		choice('template', 'Template', TEMPLATES, { description: 'Look of the email' }),
	],
	filters: [
		{ ...code, description: 'The exact code' },
		{ ...fromEmail, description: 'The whole address' },
		{ ...fromName, description: 'The exact name' },
		integer('min_id', 'Gift Certificate ID From', { min: 1 }),
		integer('max_id', 'Gift Certificate ID To', { min: 1 }),
		pick(ORDER, { required: false, description: 'Certificates that were bought with this order' }),
		{ ...toEmail, description: 'The whole address' },
		{ ...toName, description: 'The exact name' },
	],
	sort: sortBy(['id', 'ID']),
	simplify: [
		'id',
		'code',
		'status',
		{ path: 'amount', as: 'number' },
		{ path: 'balance', as: 'number' },
		'currency_code',
		'to_email',
		'from_email',
		'order_id',
		{ path: 'expiry_date', as: 'date' },
	],
	says: { create: 'Add a gift certificate; BigCommerce makes its code' },
};

const DATES = ['expiry_date', 'purchase_date'];

/** Dates are read as Unix times (0: none), and written as RFC 2822. */
function withWrittenDates(record: JsonObject): JsonObject {
	const written = ([name, value]: [string, JsonValue]): Array<[string, JsonValue]> => {
		if (!DATES.includes(name) || typeof value !== 'string' || !/^\d+$/.test(value)) return [[name, value]];
		const time = new Date(Number(value) * 1000);
		return Number(value) === 0 ? [] : [[name, time.toUTCString().replace('GMT', '+0000')]];
	};
	return Object.fromEntries(Object.entries(record).flatMap(written));
}

export const giftCertificate = crud({
	...definition,
	special: [{ ...mergeOf(definition), wrap: withWrittenDates }],
});
