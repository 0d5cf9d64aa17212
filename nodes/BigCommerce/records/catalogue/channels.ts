import type { RecordKind } from '../../model/record';
import { SCOPES } from '../../transport/scopes';
import type { RecordListing } from '../listing';
import { joined, text, withDetail } from '../rows';
import { addressWith } from './addresses';

export const CHANNEL: RecordKind = {
	name: 'channel',
	displayName: 'Channel',
	idKind: 'id',
	exampleId: '1',
	keys: [
		{
			mode: 'name',
			displayName: 'By Name',
			placeholder: 'e.g. Outlet Store',
			// The list takes no filter for it.
			find: { endpoint: 'GET /v3/channels', filter: '', row: 'name', scope: SCOPES.channelSettings },
		},
	],
	page: {
		pattern: addressWith('/manage/channel/'),
		example: 'https://store-abc123.mybigcommerce.com/manage/channel/1/script-manager',
	},
};

export const SITE: RecordKind = {
	name: 'site',
	displayName: 'Site',
	idKind: 'id',
	exampleId: '1000',
};

export const CHANNEL_LISTINGS: readonly RecordListing[] = [
	{
		record: CHANNEL,
		endpoint: 'GET /v3/channels',
		scope: SCOPES.channelSettings,
		label: ({ name, type, status }) =>
			withDetail(text(name), joined(', ', type, text(status) === 'active' ? '' : text(status))),
	},
	{
		record: SITE,
		endpoint: 'GET /v3/sites',
		scope: SCOPES.sites,
		label: ({ url, channel_id: channel }) => withDetail(text(url), channel ? `channel ${text(channel)}` : ''),
	},
];
