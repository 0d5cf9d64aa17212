import type { ItemInput } from '../../execution/itemInput';
import { rowsOf } from '../../transport/pagination';
import type { ApiResponse, JsonObject } from '../../transport/types';

/**
 * The coupon in the answer to a list with `id=`, since BigCommerce has no call for a single coupon.
 * @throws NodeOperationError when there is none
 */
export function onlyCoupon(response: ApiResponse, input: ItemInput, id: number): JsonObject {
	const coupon = rowsOf(response).find((row) => row.id === id);
	if (coupon) return coupon;
	throw input.refuse(`BigCommerce has no such coupon: ${id}`, 'Check the ID; the coupon may have been deleted.');
}
