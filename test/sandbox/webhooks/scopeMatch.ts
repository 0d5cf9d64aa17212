/**
 * Whether a hook's scope covers an event. A trailing `*` covers all events below it; `store/channel/*`
 * is about channels themselves, not about what happens in one.
 */
export function coversScope(hookScope: string, eventScope: string): boolean {
	if (hookScope === eventScope) return true;
	if (!hookScope.endsWith('/*')) return false;
	const prefix = hookScope.slice(0, -1);
	if (!eventScope.startsWith(prefix)) return false;
	return prefix !== 'store/channel/' || !/^(\d|\*)/.test(eventScope.slice(prefix.length));
}
