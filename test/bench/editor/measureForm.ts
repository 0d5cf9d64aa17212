import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

import type { Editor } from '../../n8n/browser';
import type { Form } from './forms';

/** Milliseconds until painted. */
export interface FormTimes {
	open: number;
	operation: number;
	resource: number;
	/** The slowest of the keys typed. */
	key: number;
}

const TYPED = 'The quick brown fox jumps over';
const KEY_EVERY_MS = 40;

export async function addProbe({ page }: Editor): Promise<void> {
	await page.addInitScript({ path: join(__dirname, 'probe.js') });
}

/** Opens the node, switches operation and resource there and back, types, and closes it. */
export async function measureForm({ page }: Editor, form: Form): Promise<FormTimes> {
	const node = page.getByTestId('canvas-node').and(page.locator(`[data-node-name=${JSON.stringify(form.name)}]`));
	const open = await timeOf(page, 'dblclick', async () => await node.dblclick());
	const key = await slowestKey(page, form);
	const operation = await thereAndBack(page, 'operation', form.operations);
	const resource = await thereAndBack(page, 'resource', form.resources);
	await choose(page, 'operation', form.operations[0]);
	await page.getByTestId('ndv-close-button').click();
	await page.getByTestId('ndv').waitFor({ state: 'hidden' });
	return { open, operation, resource, key };
}

/** @returns how long the slower of the two ways took */
async function thereAndBack(page: Page, parameter: string, [here, there]: readonly [string, string]): Promise<number> {
	const away = await choose(page, parameter, there);
	return Math.max(away, await choose(page, parameter, here));
}

/** Chooses an option; what it takes to open the list is not counted. */
async function choose(page: Page, parameter: string, option: string): Promise<number> {
	const input = page.getByTestId(`parameter-input-${parameter}`).locator('input').first();
	await input.click();
	const chosen = optionOf(page, option);
	await chosen.scrollIntoViewIfNeeded();
	return await timeOf(page, 'click', async () => await chosen.click());
}

const optionOf = (page: Page, name: string): Locator =>
	page
		.getByTestId('parameter-input-item')
		.filter({ has: page.locator('.option-headline').getByText(name, { exact: true }) })
		.locator('visible=true');

async function timeOf(page: Page, eventType: string, act: () => Promise<void>): Promise<number> {
	await page.evaluate(`formProbe.watch(${JSON.stringify(eventType)})`);
	await act();
	return Number(await page.evaluate('formProbe.outcome()'));
}

async function slowestKey(page: Page, { text }: Form): Promise<number> {
	const input = page.getByTestId(`parameter-input-${text}`).locator('input, textarea').first();
	await input.click();
	await page.evaluate('formProbe.takeKeys()');
	await page.keyboard.type(TYPED, { delay: KEY_EVERY_MS });
	const keys = await page.evaluate<number[]>('formProbe.takeKeys()');
	if (keys.length < TYPED.length - 1) throw new Error(`${keys.length} of ${TYPED.length} keys were painted`);
	await input.fill('');
	return Math.max(...keys);
}
