import { crud } from '../../../model/crud';
import type { Resource } from '../../../model/operation';
import { archive } from './archive';
import { create } from './create';
import { get } from './get';
import { getAll, orders } from './getAll';
import { update } from './update';
import { updateStatus } from './updateStatus';

export const order: Resource = crud({ ...orders, special: [create, get, getAll, update, updateStatus, archive] });
