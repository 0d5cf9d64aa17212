/** Words that seeded records are made of. */
export const FIRST_NAMES = [
	'Ada',
	'Ben',
	'Chloe',
	'Diego',
	'Esra',
	'Finn',
	'Grace',
	'Hugo',
	'Ines',
	'Jonas',
	'Kira',
	'Liam',
	'Mina',
	'Noor',
	'Otto',
	'Pia',
	'Quinn',
	'Rosa',
	'Sven',
	'Tara',
] as const;
export const LAST_NAMES = [
	'Adams',
	'Brown',
	'Costa',
	'Dubois',
	'Eriksen',
	'Fischer',
	'Garcia',
	'Haas',
	'Ivanova',
	'Jensen',
	'Kowalski',
	'Lopez',
	'Meyer',
	'Novak',
	'Okafor',
	'Petit',
	'Rossi',
	'Silva',
	'Tanaka',
	'Weber',
] as const;
export const MATERIALS = [
	'Oak',
	'Linen',
	'Copper',
	'Wool',
	'Glass',
	'Cotton',
	'Steel',
	'Bamboo',
	'Leather',
	'Ceramic',
] as const;
export const THINGS = [
	'Lamp',
	'Blanket',
	'Mug',
	'Basket',
	'Notebook',
	'Planter',
	'Tray',
	'Apron',
	'Bottle',
	'Clock',
	'Cushion',
	'Teapot',
] as const;
export const CATEGORIES = ['Kitchen', 'Garden', 'Living Room', 'Office', 'Bath'] as const;
export const BRANDS = ['Fernwood', 'Northlight', 'Common Thread', 'Harbour & Co'] as const;
export const COMPANIES = ['', '', '', 'Bright Studio', 'Corner Shop Ltd', 'Green Supplies'] as const;

export interface Place {
	street: string;
	city: string;
	state: string;
	zip: string;
	country: string;
	iso2: string;
}

export const PLACES: readonly Place[] = [
	{ street: '12 Congress Avenue', city: 'Austin', state: 'Texas', zip: '78701', country: 'United States', iso2: 'US' },
	{
		street: '400 Pine Street',
		city: 'Seattle',
		state: 'Washington',
		zip: '98101',
		country: 'United States',
		iso2: 'US',
	},
	{
		street: '7 George Street',
		city: 'Sydney',
		state: 'New South Wales',
		zip: '2000',
		country: 'Australia',
		iso2: 'AU',
	},
	{ street: '88 King Street West', city: 'Toronto', state: 'Ontario', zip: 'M5X 1A9', country: 'Canada', iso2: 'CA' },
	{
		street: '3 Deansgate',
		city: 'Manchester',
		state: 'Greater Manchester',
		zip: 'M3 1AZ',
		country: 'United Kingdom',
		iso2: 'GB',
	},
];
