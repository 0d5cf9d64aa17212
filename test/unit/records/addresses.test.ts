import type { RecordKind } from '../../../nodes/BigCommerce/model/record';
import { makeReader } from '../../../nodes/BigCommerce/model/values/reader';
import * as catalogue from '../../../nodes/BigCommerce/records/catalogue';
import { LISTINGS } from '../../../nodes/BigCommerce/records/catalogue';
import { pick } from '../../../nodes/BigCommerce/records/fields';
import { textOf } from '../../../nodes/BigCommerce/transport/textOf';

const { BRAND, CATEGORY, CHANNEL, COUPON, CUSTOMER, CUSTOMER_GROUP, ORDER, PAGE, PRODUCT, WISHLIST } = catalogue;

const PANEL = 'https://store-abc123.mybigcommerce.com/manage';
const SHOP = 'https://www.example.com';

const READING = {
	timezone: 'UTC',
	dates: 'iso',
	dateFormat: 'iso',
	numberFormat: 'strict',
	emptyValues: 'leaveOut',
	fromTool: false,
} as const;

/** What the model takes out of an address, and whether it takes the address at all. */
function read(record: RecordKind, address: string): { id: string | undefined; isAccepted: boolean } {
	const field = pick(record);
	const value = { __rl: true as const, mode: 'url', value: address };
	const { values, faults } = makeReader([field], 'path')({ [field.name]: value }, READING);
	const id = values[field.name];
	return { id: id === undefined ? undefined : textOf(id), isAccepted: faults.length === 0 };
}

const withPage = LISTINGS.map(({ record }) => record).filter(({ page }) => page !== undefined);

it.each(withPage.map((record) => [record.displayName, record] as const))(
	'%s: the example names its ID',
	(_, record) => {
		expect(read(record, record.page?.example ?? '')).toEqual({ id: record.exampleId, isAccepted: true });
	},
);

it.each<[RecordKind, address: string, id: string]>([
	[PRODUCT, `${PANEL}/products/edit/111`, '111'],
	[PRODUCT, `${PANEL}/products/111/edit`, '111'],
	[PRODUCT, `${PANEL}/products/edit/111/?tab=images#top`, '111'],
	[PRODUCT, `${SHOP}/cart.php?action=add&product_id=111&qty=2`, '111'],
	[PRODUCT, ` ${PANEL}/products/edit/111 `, '111'],
	[CATEGORY, `${PANEL}/products/categories/23/edit`, '23'],
	[CATEGORY, `${PANEL}/products/categories/1/edit/23`, '23'],
	[CATEGORY, `${PANEL}/products/categories/edit/23`, '23'],
	[BRAND, `${PANEL}/products/brands/35/edit`, '35'],
	[ORDER, `${PANEL}/orders/118`, '118'],
	[ORDER, `${PANEL}/orders/118?next=/manage/orders/5`, '118'],
	[ORDER, `${SHOP}/account.php?action=view_order&order_id=118`, '118'],
	[CUSTOMER, `${PANEL}/customers/25/edit`, '25'],
	[CUSTOMER, `${PANEL}/customers/25`, '25'],
	[CUSTOMER_GROUP, `${PANEL}/customers/groups/3/edit`, '3'],
	[COUPON, `${PANEL}/marketing/coupons/4/edit`, '4'],
	[PAGE, `${PANEL}/content/pages/5/edit`, '5'],
	[PAGE, `${PANEL}/channel/2/pages/5/edit`, '5'],
	[CHANNEL, `${PANEL}/channel/2/pages/5/edit`, '2'],
	[WISHLIST, `${SHOP}/wishlist.php?action=viewwishlistitems&wishlistid=30`, '30'],
])('%#: an address names its record', (record, address, id) => {
	expect(read(record, address)).toEqual({ id, isAccepted: true });
});

it.each<[RecordKind, address: string]>([
	[PRODUCT, `${SHOP}/products/2024-calendar/`],
	[PRODUCT, `${SHOP}/products/2024/`],
	[PRODUCT, `${PANEL}/products/categories/23/edit`],
	[PRODUCT, `${PANEL}/products/edit/111abc`],
	[PRODUCT, `${PANEL}/orders/118`],
	[PRODUCT, '111'],
	[ORDER, `${PANEL}/orders`],
	[ORDER, `${PANEL}/customers/25/edit`],
	[CUSTOMER, `${PANEL}/customers/groups/3/edit`],
	[CATEGORY, `${PANEL}/products/edit/111`],
	[CATEGORY, `${SHOP}/shop-all/shirts/`],
])('%#: an address that names no such record is refused', (record, address) => {
	expect(read(record, address)).toEqual({ id: undefined, isAccepted: false });
});
