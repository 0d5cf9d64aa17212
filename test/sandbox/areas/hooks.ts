import { z } from 'zod';
import { noContent, v3Data } from '../core/answers';
import { readBody } from '../core/input';
import type { Route } from '../core/route';
import type { DeclaredCollection } from '../collections/routes';
import type { Hook } from '../types';
import type { Deliveries } from '../webhooks/deliveries';
import type { HookRegistry } from '../webhooks/registry';

/** How an account's hooks fare: e-mail addresses for problems, and what BigCommerce has switched off. */
export function hookAdminRoutes(hooks: DeclaredCollection, registry: HookRegistry, deliveries: Deliveries): Route[] {
	return [
		{
			method: 'GET',
			path: '/v3/hooks/admin',
			scope: 'default',
			handle: (call) => {
				const wanted = call.query.text('is_active');
				const own = hooks.within(call).filter(({ is_active }) => !wanted || is_active === (wanted === 'true'));
				const view = hooks.viewer(call);
				return v3Data({
					emails: registry.emails,
					hooks_list: own.map((hook) => ({ ...view(hook), status: registry.status(hook as unknown as Hook) })),
					blocked_domains: deliveries.blockList.list(call.store.now),
				});
			},
		},
		{
			method: 'PUT',
			path: '/v3/hooks/admin',
			scope: 'default',
			handle: (call) => {
				const { emails } = readBody(call, z.object({ emails: z.array(z.string().email()) }));
				registry.emails.splice(0, registry.emails.length, ...emails);
				return noContent;
			},
		},
	];
}
