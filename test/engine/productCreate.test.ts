import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const PRODUCTS = '/v3/catalog/products';

describe('Product > Create', () => {
	const sandbox = useSandbox({ products: 10, customers: 1, orders: 0 });
	const run = operationsOf('product', sandbox);
	const sent = () => sandbox.store.requests.matching('POST', PRODUCTS);
	const bodies = () => sent().map(({ body }) => body as Record<string, unknown>);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;

	const fromItem = { name: '={{ $json.name }}', type: 'physical', price: '={{ $json.price }}', weight: 1 };
	const created = async (additionalFields: object, more: object = {}) =>
		await run('create', { ...fromItem, name: 'Made', price: 1, ...more, additionalFields } as never);

	it('sends exactly the fields that have a value, 0 and false too', async () => {
		const parameters = {
			...fromItem,
			weight: 0,
			additionalFields: {
				categories: byId('={{ $json.categories }}'),
				brand_name: '',
				is_visible: false,
				preorder_release_date: '={{ null }}',
				custom_fields: { values: [{ name: 'ISBN', value: '={{ $json.isbn }}' }] },
				custom_url: { url: '={{ $json.url }}', is_customized: true },
				meta_keywords: 'paper, ink',
				cost_price: '',
			},
		};
		const items = [
			{ name: 'Exact 1', price: 0, categories: '1; 2', isbn: '111', url: '/exact-1' },
			{ name: 'Exact 2', price: 12.3456, categories: [3], isbn: '222', url: '/exact-2' },
		];
		const result = await run('create', parameters, items);
		expect(result.error).toBeUndefined();
		expect(paired(result)).toEqual([
			[0, rowWith({ name: 'Exact 1', price: 0 })],
			[1, rowWith({ name: 'Exact 2', price: 12.3456 })],
		]);
		expect(bodies()).toHaveLength(2);
		expect(bodies()).toContainEqual({
			name: 'Exact 1',
			type: 'physical',
			price: 0,
			weight: 0,
			categories: [1, 2],
			is_visible: false,
			custom_fields: [{ name: 'ISBN', value: '111' }],
			custom_url: { url: '/exact-1', is_customized: true },
			meta_keywords: ['paper', 'ink'],
		});
		expect(bodies()).toContainEqual(rowWith({ categories: [3], custom_url: { url: '/exact-2', is_customized: true } }));
	});

	it('asks for name, type, price and weight, and writes none of them by itself', async () => {
		const untouched = await run('create', {});
		expect(JSON.stringify([untouched.error?.message, untouched.error])).toMatch(/Name|Type|Price|Weight/);
		const empty = { name: "={{ '' }}", type: '={{ null }}', price: '={{ $json.nothing }}', weight: '={{ undefined }}' };
		const { error } = await run('create', empty);
		for (const name of ['Name', 'Type', 'Price', 'Weight']) expect(error?.message).toContain(`${name} is empty`);
		expect(sandbox.store.requests.all).toEqual([]);
	});

	const fromList = (list: string) => ({ fromItem: [{ list }] });

	it('takes variants from the form, as JSON text and as a list from an expression', async () => {
		const variant = (sku: string) => ({ sku, option_values: [{ option_display_name: 'Color', label: 'Red' }] });
		const inForm = {
			values: [
				{
					sku: '={{ $json.name }}',
					option_values: { values: [{ option_display_name: 'Color', label: 'Red' }] },
					price: '',
					additionalFields: { weight: 2, inventory_level: '' },
				},
			],
		};
		const parameters = (variants: unknown) => ({ ...fromItem, fields: { variants } }) as never;
		await run('create', parameters(inForm), [
			{ name: 'V-1', price: 1 },
			{ name: 'V-2', price: 1 },
		]);
		await run('create', parameters(fromList('={{ $json.variants }}')), [
			{ name: 'V-3', price: 1, variants: JSON.stringify([variant('V-3-RED')]) },
			{ name: 'V-4', price: 1, variants: [{ ...variant('V-4-RED'), weight: 3 }] },
		]);
		expect(bodies().map(({ variants }) => variants)).toEqual(
			expect.arrayContaining([
				[{ ...variant('V-1'), weight: 2 }],
				[{ ...variant('V-2'), weight: 2 }],
				[variant('V-3-RED')],
				[{ ...variant('V-4-RED'), weight: 3 }],
			]),
		);
	});

	it('sends as many images and custom fields as the item has, and no blank ones', async () => {
		const images = (count: number) =>
			Array.from({ length: count }, (_, index) => ({
				image_url: `https://example.com/${index}.jpg`,
				sort_order: index,
			}));
		const parameters = {
			...fromItem,
			additionalFields: {
				images: fromList('={{ $json.images }}'),
				custom_fields: { values: [{ name: 'Material', value: '={{ $json.material }}' }] },
			},
		};
		await run('create', parameters, [
			{ name: 'Two images', price: 1, images: images(2), material: 'Wool' },
			{ name: 'No image', price: 1, images: [], material: '' },
			{ name: 'One image', price: 1, images: [...images(1), { image_url: '', sort_order: 7 }] },
		]);
		const seen = bodies().map(({ name, images: own, custom_fields: pairs }) => [name, own, pairs]);
		expect(seen).toEqual(
			expect.arrayContaining([
				['Two images', images(2), [{ name: 'Material', value: 'Wool' }]],
				['No image', undefined, undefined],
				['One image', images(1), undefined],
			]),
		);
	});

	it('sends what there is for gift wrapping, social networks, videos and imports', async () => {
		const { error } = await created({
			gift_wrapping_options_type: 'list',
			gift_wrapping_options_list: '1, 2',
			layout_file: 'product.html',
			date_last_imported: '2026-11-20T09:30:00+02:00',
			open_graph_type: 'book',
			open_graph_title: 'A book',
			open_graph_use_image: false,
			videos: { values: [{ video_id: 'z3fRu9pkuXE', title: 'Reading', description: '', sort_order: 1 }] },
			brand_id: byId(0),
			tax_class_id: byId(0),
			related_products: '-1',
		});
		expect(error).toBeUndefined();
		expect(bodies()).toEqual([
			{
				name: 'Made',
				type: 'physical',
				price: 1,
				weight: 1,
				gift_wrapping_options_type: 'list',
				gift_wrapping_options_list: [1, 2],
				layout_file: 'product.html',
				date_last_imported: '2026-11-20T07:30:00Z',
				open_graph_type: 'book',
				open_graph_title: 'A book',
				open_graph_use_image: false,
				videos: [{ video_id: 'z3fRu9pkuXE', title: 'Reading', sort_order: 1 }],
				brand_id: 0,
				tax_class_id: 0,
				related_products: [-1],
			},
		]);
	});

	describe('Bulk pricing rules', () => {
		const rule = (type: string, amount: number | string) => ({ quantity_min: 5, quantity_max: 0, type, amount });

		it('send a percentage as the fraction in text that BigCommerce wants, and prices as numbers', async () => {
			const rules = { values: [rule('percent', 0.1), { ...rule('fixed', '9.50'), quantity_min: 20 }] };
			const { error } = await created({ bulk_pricing_rules: rules }, { name: 'Bulk' });
			expect(error).toBeUndefined();
			expect(bodies()[0]?.bulk_pricing_rules).toEqual([
				rule('percent', '0.1'),
				{ ...rule('fixed', 9.5), quantity_min: 20 },
			]);
		});

		it('refuse 10 for 10 %', async () => {
			const rules = { values: [rule('fixed', 10), rule('percent', 10)] };
			const { error } = await created({ bulk_pricing_rules: rules });
			expect(error?.message).toContain('Bulk Pricing Rules 2 > Amount must be a fraction');
			expect(error?.description).toContain('0.1');
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('refuse an entry that somebody forgot to fill in, with every field by its name', async () => {
			const rules = { values: [{ quantity_min: 5, quantity_max: '', type: '', amount: '' }] };
			const { error } = await created({ bulk_pricing_rules: rules });
			for (const name of ['To Quantity', 'Type', 'Amount']) {
				expect(error?.message).toContain(`Bulk Pricing Rules 1 > ${name} is empty`);
			}
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	it('refuses malformed lists before any request, naming the field and the item', async () => {
		const parameters = { ...fromItem, fields: { variants: fromList('={{ $json.variants }}') } };
		const items = [
			{ name: 'Never 1', price: 1, variants: '[]' },
			{ name: 'Never 2', price: 1, variants: '[{]' },
		];
		const { error } = await run('create', parameters, items);
		expect(error?.message).toMatch(/^Variants must be valid JSON/);
		expect(error?.context?.itemIndex).toBe(1);
		expect(sandbox.store.requests.all).toEqual([]);
	});

	it.each([
		['a name that is empty', { name: '={{ "" }}' }, /Name is empty/],
		['a name that is too long', { name: 'x'.repeat(251) }, /Name must have at most 250 characters/],
		['a price that is no number', { price: '={{ "ten" }}' }, /Price must be an amount of money, not "ten"/],
		['a price below 0', { price: -1 }, /Price must be at least 0/],
		['a type that there is not', { type: 'service' }, /Type must be one of Digital, Physical/],
		['a date that is none', { additionalFields: { preorder_release_date: 'soon' } }, /Preorder Release Date must be a/],
		[
			'categories that are paths',
			{ additionalFields: { categories: 'Shop All/Shirts; 2' } },
			/Categories must.*Shop All\/Shirts/,
		],
		['numbers for entries', { additionalFields: { images: fromList('={{ [111] }}') } }, /Images 1 must be an object/],
		['fields that nobody knows', { additionalFields: { images: fromList('={{ [{ colour: "red" }] }}') } }, /"colour"/],
	])('refuses %s before any request', async (_, wrong, message) => {
		const { error } = await run('create', { ...fromItem, name: 'Never', price: 1, ...wrong });
		expect(error?.message).toMatch(message);
		expect(sandbox.store.requests.all).toEqual([]);
	});

	it('fails the one whose name is taken, and pairs the others', async () => {
		const { data } = (await callStore(sandbox, 'GET', `${PRODUCTS}/3`)) as { data: { name: string } };
		const items = [
			{ name: 'Free 1', price: 1 },
			{ name: data.name, price: 1 },
			{ name: 'Free 2', price: 1 },
		];
		const rows = paired(await run('create', fromItem, items, continueOnFail));
		expect(rows).toEqual([
			[0, rowWith({ name: 'Free 1' })],
			[1, rowWith({ status: 409, outcome: 'not written' })],
			[2, rowWith({ name: 'Free 2' })],
		]);
		expect(sent()).toHaveLength(3);
	});

	it('is never sent again when it may have been carried out', async () => {
		sandbox.store.faults.next({ match: { method: 'POST' }, dropConnection: 'after' });
		const items = [{ name: 'Lost', price: 1 }];
		expect(paired(await run('create', fromItem, items, continueOnFail))).toEqual([
			[0, rowWith({ outcome: 'unknown' })],
		]);
		expect(sent()).toHaveLength(1);
	});
});
