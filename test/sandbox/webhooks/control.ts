import type { Hooks } from '../types';
import type { Deliveries } from './deliveries';
import type { HookRegistry } from './registry';

/** What tests may see and do of hooks, behind the API's back. */
export function hookControl(registry: HookRegistry, deliveries: Deliveries): Hooks {
	return {
		list: () => [...registry.all()],
		get: (id) => registry.get(id),
		deactivate: (id) => registry.deactivate(id),
		remove: (id) => registry.delete(id),
		emit: (event) => deliveries.announce(event),
		redeliver: (deliveryId) => deliveries.redeliver(deliveryId),
		pause: () => deliveries.pause(),
		resume: (order = 'kept') => deliveries.resume(order),
		idle: ({ includeRetries = false } = {}) => deliveries.idle(includeRetries),
		retryNow: () => deliveries.retryNow(),
		configure: (options) => {
			deliveries.options = { ...deliveries.options, ...options };
		},
	};
}
