import { updateFields } from '../../../../nodes/BigCommerce/model/collections';
import { email, flag, ids, list, longText, object, required, text } from '../../../../nodes/BigCommerce/model/fields';
import { messages, readAll, readOne } from './support';

describe('an object', () => {
	const url = object('custom_url', 'Custom URL', [
		required(text('url', 'URL')),
		flag('is_customized', 'Is Customized', 'Whether'),
	]);

	it.each<[raw: unknown, travels: unknown]>([
		[{ url: '/a' }, { url: '/a' }],
		[
			{ url: '/a', is_customized: 'N' },
			{ url: '/a', is_customized: false },
		],
		['{"url": "/a"}', { url: '/a' }],
		[{}, 'nothing'],
		['{}', 'nothing'],
		[{ url: '', is_customized: null }, 'nothing'],
		[{ is_customized: true }, 'Custom URL > URL is empty.'],
		[['/a'], 'Custom URL must be an object, not the list ["/a"].'],
		['/a', 'Custom URL must be an object, not "/a".'],
		[5, 'Custom URL must be an object, not "5".'],
		[{ url: '/a', slug: 1, id: 2 }, 'Custom URL has no field "slug", "id". It has: is_customized, url.'],
	])('%j travels as %j', (raw, travels) => expect(readOne(url, raw)).toEqual(travels));

	it('says why its JSON is none', () => {
		expect(readOne(url, '{url: 1}')).toMatch(/^Custom URL must be valid JSON, not "\{url: 1\}"\. The reason: .+\.$/);
	});

	it('is left out when nothing in it has a value, and clears what is empty in it', () => {
		const person = object('sender', 'Sender', [email(), text('name', 'Name'), ids('groups', 'Groups')]);
		const raw = { updateFields: { sender: { email: '', name: null, groups: [] } } };
		expect(
			readAll([updateFields(person, longText('note', 'Note'))], { updateFields: { ...raw.updateFields, note: 'x' } })
				.values,
		).toEqual({ note: 'x' });
		expect(readAll([updateFields(person)], raw, { emptyValues: 'clear' }).values).toEqual({
			sender: { email: '', name: '', groups: [] },
		});
		expect(readAll([updateFields(person)], { updateFields: { sender: {} } }, { emptyValues: 'clear' }).values).toEqual({
			sender: null,
		});
	});
});

it('the value of a secret is not shown by what holds it', () => {
	const access = object('authentication', 'Authentication', [text('new_password', 'New Password', { isSecret: true })]);
	expect(readOne(access, ['hunter2'])).toBe('Authentication must be an object.');
	expect(readOne(list('people', 'People', [access]), 'hunter2')).toBe('People must be a list.');
	expect(messages(readAll([updateFields(access)], { updateFields: ['hunter2'] }))).toEqual([
		'Update Fields must be an object.',
	]);
});
