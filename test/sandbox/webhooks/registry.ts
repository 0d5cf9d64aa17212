import { unixSeconds } from '../core/format';
import { Table } from '../core/table';
import type { Store } from '../data/store';
import type { Hook } from '../types';
import { coversScope } from './scopeMatch';

const EXCEPTION_SCOPE = 'store/hook/deliveryException';

/** Hooks of the store, each the property of one API account. */
export class HookRegistry {
	readonly hooks = new Table<Hook>(24_000_001);
	/** Hooks that BigCommerce switched off, as opposed to their owner. */
	private readonly deactivated = new Set<number>();
	private readonly activeSince = new Map<number, number>();
	readonly emails: string[] = [];

	constructor(
		private readonly store: Store,
		readonly activationDelayMs: () => number,
	) {}

	all(): readonly Hook[] {
		return this.hooks.all();
	}

	ofClient(clientId: string): Hook[] {
		return this.hooks.by('client_id', clientId);
	}

	get(id: number): Hook | undefined {
		return this.hooks.get(id);
	}

	/** What follows from a write through the API. */
	note(id: number, what: 'created' | 'updated' | 'deleted', isActive: boolean): void {
		if (what === 'created') this.activeSince.set(id, this.store.now);
		if (what === 'updated' && isActive) this.deactivated.delete(id);
		if (what === 'deleted') this.delete(id);
	}

	delete(id: number): void {
		this.hooks.delete(id);
		this.deactivated.delete(id);
		this.activeSince.delete(id);
	}

	/** Switches a hook off the way BigCommerce does. */
	deactivate(id: number): void {
		const hook = this.hooks.get(id);
		if (!hook) return;
		this.hooks.put({ ...hook, is_active: false, updated_at: unixSeconds(this.store.now) });
		this.deactivated.add(id);
	}

	status(hook: Hook): 'active' | 'inactive' | 'deactivated' {
		if (hook.is_active) return 'active';
		return this.deactivated.has(hook.id) ? 'deactivated' : 'inactive';
	}

	/** Active hooks whose scope covers the event. */
	listening(scope: string): Hook[] {
		const from = this.store.now - this.activationDelayMs();
		return this.all().filter(
			(hook) => hook.is_active && coversScope(hook.scope, scope) && (this.activeSince.get(hook.id) ?? 0) <= from,
		);
	}

	/** The account's hook for delivery problems, if it has one. */
	exceptionHook(clientId: string): Hook | undefined {
		return this.ofClient(clientId).find((hook) => hook.scope === EXCEPTION_SCOPE && hook.is_active);
	}
}
