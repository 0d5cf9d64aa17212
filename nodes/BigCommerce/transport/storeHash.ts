/**
 * Takes the store hash out of what people paste: the hash itself, the API path
 * (`https://api.bigcommerce.com/stores/{hash}/v3/`) or a control-panel URL
 * (`https://store-{hash}.mybigcommerce.com/manage`), with blanks around it.
 * @returns `undefined` when there is no hash in it
 */
export function parseStoreHash(pasted: string): string | undefined {
	const text = pasted.trim();
	const found =
		/\/stores\/([a-z0-9]+)(?:[/?#]|$)/i.exec(text) ??
		/^(?:https?:\/\/)?store-([a-z0-9]+)(?:-\d+)?\.mybigcommerce\.com(?:[/?#:]|$)/i.exec(text) ??
		/^stores\/([a-z0-9]+)\/?$/i.exec(text) ??
		/^(?:store-)?([a-z0-9]+)$/i.exec(text);
	return found?.[1]?.toLowerCase();
}
