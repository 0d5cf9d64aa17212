import { SETUP_RESOURCES, SHOP_RESOURCES } from '../../nodes/BigCommerce/resources';
import type { NodeTypeSummary } from '../n8n/restSchemas';
import { world } from './world';

const isOurs = (operation: unknown) => operation !== '__CUSTOM_API_CALL__';

describe('loading', () => {
	const nodeType = async (name: string): Promise<NodeTypeSummary> => {
		const found = (await world().rest.nodeTypes()).find((type) => type.name === `CUSTOM.${name}`);
		if (!found) throw new Error(`n8n has not loaded ${name}`);
		return found;
	};

	const icons = async (iconUrl: NodeTypeSummary['iconUrl']): Promise<string[]> => {
		if (typeof iconUrl !== 'object') throw new Error(`No light and dark icon, but ${iconUrl}`);
		const answers = [iconUrl.light, iconUrl.dark].map(async (path) => {
			const response = await fetch(new URL(path, `${world().n8n.url}/`));
			return `${response.status} ${response.headers.get('content-type')} ${(await response.text()).slice(0, 4)}`;
		});
		return await Promise.all(answers);
	};

	const svg = expect.stringMatching(/^200 image\/svg\+xml.* <svg$/) as string;

	it.each([
		['bigCommerce', SHOP_RESOURCES],
		['bigCommerceStoreSetup', SETUP_RESOURCES],
	])('offers every operation of the registry in %s', async (name, resources) => {
		const { properties } = await nodeType(name);
		const offered = properties
			.filter(({ name }) => name === 'operation')
			.map(({ displayOptions, options = [] }) => ({
				resource: displayOptions?.show?.['resource']?.[0],
				// n8n adds an entry of its own, which leads to its HTTP Request node.
				operations: options
					.flatMap((option) => ('value' in option ? option.value : []))
					.filter(isOurs)
					.sort(),
			}));
		const registered = resources.map(({ value, operations }) => ({
			resource: value,
			operations: operations.map((operation) => operation.value).sort(),
		}));
		expect(offered).toEqual(registered);
	});

	it('makes tools for AI agents of the action nodes', async () => {
		expect(await nodeType('bigCommerceTool')).toMatchObject({ displayName: 'BigCommerce Tool' });
		expect(await nodeType('bigCommerceStoreSetupTool')).toMatchObject({
			displayName: 'BigCommerce Store Setup Tool',
		});
	});

	it('shows every node with an icon for light and for dark', async () => {
		for (const name of ['bigCommerce', 'bigCommerceStoreSetup', 'bigCommerceTrigger', 'bigCommercePollingTrigger']) {
			expect(await icons((await nodeType(name)).iconUrl)).toEqual([svg, svg]);
		}
	});

	it('knows both credentials, with icons', async () => {
		const types = await world().rest.credentialTypes();
		for (const [name, displayName] of [
			['bigCommerceApi', 'BigCommerce API'],
			['bigCommerceOAuth2Api', 'BigCommerce OAuth2 API'],
		]) {
			const type = types.find((each) => each.name === name);
			expect(type).toMatchObject({ displayName });
			expect(await icons(type?.iconUrl)).toEqual([svg, svg]);
		}
	});
});
