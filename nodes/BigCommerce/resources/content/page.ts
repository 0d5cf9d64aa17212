import { include as including } from '../../model/collections';
import { crud } from '../../model/crud';
import { choice, email, flag, integer, key, longText, text } from '../../model/fields';
import { CHANNEL, PAGE } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';

/** Source: BigCommerce, pages.v3. */
export const page = crud({
	value: 'page',
	name: 'Page',
	description: 'Web pages and links in the menus of the storefront',
	collection: '/v3/content/pages',
	key: pick(PAGE, { name: 'pageId' }),
	scope: SCOPES.content,
	required: [
		text('name', 'Name', {
			most: 100,
			placeholder: 'e.g. Shipping & Returns',
			description: 'Name that no other page has',
		}),
		choice(
			'type',
			'Type',
			[
				['contact_form', 'Contact Form'],
				['link', 'Link'],
				['page', 'Page'],
				['raw', 'Raw HTML'],
			],
			{ description: 'Pages of the blog are made in the control panel only' },
		),
		longText('body', 'Body', {
			showFor: { type: ['page', 'raw'] },
			placeholder: 'e.g. <p>We ship worldwide.</p>',
			description: 'The text as HTML',
		}),
		key('link', 'Link', { showFor: { type: ['link'] }, placeholder: 'e.g. https://www.example.com/sizes' }),
	],
	optional: [
		pick(CHANNEL, { required: false, description: 'Channel on which shoppers see the page' }),
		key('contact_fields', 'Contact Fields', {
			placeholder: 'e.g. fullname,phone,orderno',
			description: 'Fields of a contact form: fullname, phone, companyname, orderno, rma',
		}),
		email('email', 'Email', { most: 255, description: 'Who gets what shoppers enter in a contact form' }),
		flag('is_customers_only', 'Is for Customers Only', 'Whether shoppers have to log in to see the page'),
		flag('is_homepage', 'Is Homepage', 'Whether the storefront begins with this page'),
		flag('is_visible', 'Is Visible', 'Whether the page is in the menus of the storefront'),
		longText('meta_description', 'Meta Description', { description: 'For search engines' }),
		text('meta_keywords', 'Meta Keywords', { placeholder: 'e.g. shipping, returns' }),
		text('meta_title', 'Meta Title', { description: 'Title in the browser and in search engines' }),
		pick(PAGE, {
			name: 'parent_id',
			displayName: 'Parent Page',
			required: false,
			zero: 'no parent',
			cleared: 0,
			description: 'Page below which this one stands in menus; the ID 0 means none',
		}),
		text('search_keywords', 'Search Keywords', {
			placeholder: 'e.g. shipping, returns',
			description: 'Words with which shoppers find the page in the storefront',
		}),
		integer('sort_order', 'Sort Order', { description: 'Place in menus; lower numbers come first' }),
		key('url', 'URL', { placeholder: 'e.g. /shipping-returns/', description: 'Path of the page in the storefront' }),
	],
	filters: [
		pick(CHANNEL, { required: false, description: 'Pages of this channel' }),
		text('name', 'Name', { description: 'The exact name' }),
		text('name:like', 'Name Contains', { placeholder: 'e.g. shipping', description: 'Looks into the body, too' }),
		pick(PAGE, { name: 'id:in', many: true, required: false, description: 'Only these pages' }),
	],
	include: including(['body'], 'What to return with each page'),
	simplify: [
		'id',
		'name',
		'type',
		'url',
		'channel_id',
		'parent_id',
		'is_visible',
		'is_homepage',
		'is_customers_only',
		'sort_order',
	],
	says: { create: 'Add a page, a contact form or a link to the storefront' },
});
