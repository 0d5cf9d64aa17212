/** How the store is set up: channels, sites, locations. */

export interface Channel {
	id: number;
	name: string;
	type: 'pos' | 'marketplace' | 'storefront' | 'marketing';
	platform: string;
	status: string;
	external_id: string;
	icon_url: string;
	is_listable_from_ui: boolean;
	is_visible: boolean;
	date_created: string;
	date_modified: string;
}

export interface Site {
	id: number;
	url: string;
	channel_id: number;
	created_at: string;
	updated_at: string;
}

export interface Location {
	id: number;
	code: string;
	label: string;
	description: string;
	managed_by_external_source: boolean;
	type_id: 'PHYSICAL' | 'VIRTUAL';
	enabled: boolean;
	operating_hours: Record<string, { open: boolean; opening: string; closing: string }>;
	time_zone: string;
	created_at: string;
	updated_at: string;
	address: Record<string, unknown>;
	storefront_visibility: boolean;
	special_hours: unknown[];
}
