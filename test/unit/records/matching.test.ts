import { fits, numberIn, wordsOf } from '../../../nodes/BigCommerce/records/matching';

describe('fits', () => {
	it.each([
		['becker', 'Anna Becker (anna@example.com)', 1],
		['Becker, Anna', 'Anna Becker (anna@example.com)', 1],
		['muller', 'Jürgen Müller', 1],
		['MÜLLER', 'Jurgen Muller', 1],
		['a@exam', 'Anna Becker (anna@example.com)', 1],
		['Shop All / Shirts', 'Shop All / Shirts', 1],
		['118', '#118 · Pending', 118],
		['#118', 'no number in it', 118],
		['bc218c65', 'Chat bc218c65', 'other'],
		['news', 'whatever', 'news'],
		['', 'anything', 1],
	])('%s finds %s with ID %s', (typed, label, id) => {
		expect(fits(typed, label, id)).toBe(true);
	});

	it.each([
		['becker bert', 'Anna Becker', 1],
		['118', 'Order', 1180],
		['#11', 'Order', 118],
		['https://n8n.example.com/a', 'https://n8n.example.com/b', 1],
	])('%s does not find %s with ID %s', (typed, label, id) => {
		expect(fits(typed, label, id)).toBe(false);
	});
});

it('wordsOf takes blanks and commas for what they are between words', () => {
	expect(wordsOf(' Becker,  Anna ')).toEqual(['Becker', 'Anna']);
	expect(wordsOf('https://a.example.com/x')).toEqual(['https://a.example.com/x']);
});

it('numberIn knows a number as a list writes it, and nothing else', () => {
	expect(['118', '#118'].map(numberIn)).toEqual(['118', '118']);
	expect(['', '#', '11a', '1 1', '-5', '1.5', '##1'].map(numberIn)).toEqual(Array(7).fill(undefined));
});
