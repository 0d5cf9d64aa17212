import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { chromium, selectors, type Browser, type Page } from 'playwright-core';
import type { N8nInstance } from './instance';
import { OWNER } from './session';

const DEFAULT_CHROMIUM = '/usr/bin/chromium';
const VIEWPORT = { width: 1440, height: 900 };

/** n8n's editor in a headless Chromium, signed in as the owner. Close it when done. */
export class Editor {
	private constructor(
		private readonly browser: Browser,
		/** For whatever the methods below do not do. */
		readonly page: Page,
	) {}

	/**
	 * Opens the editor of a running n8n whose owner has been set up (see N8nRest.signIn).
	 * @throws Error when there is no Chromium at /usr/bin/chromium or CHROMIUM_PATH
	 */
	static async signIn(instance: Pick<N8nInstance, 'url'>, viewport = VIEWPORT): Promise<Editor> {
		const executablePath = process.env['CHROMIUM_PATH'] ?? DEFAULT_CHROMIUM;
		if (!existsSync(executablePath)) {
			throw new Error(
				`No Chromium at ${executablePath}. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.`,
			);
		}
		selectors.setTestIdAttribute('data-test-id');
		const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
		try {
			const page = await browser.newPage({ baseURL: instance.url, viewport });
			await page.goto('/signin');
			await page.locator('input[name="emailOrLdapLoginId"]').fill(OWNER.email);
			await page.locator('input[name="password"]').fill(OWNER.password);
			await page.locator('input[name="password"]').press('Enter');
			await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
			return new Editor(browser, page);
		} catch (error) {
			await browser.close();
			throw error;
		}
	}

	/** Opens a workflow and waits for its nodes to be drawn. */
	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** Opens a node of the workflow on show, as a double click does. */
	async openNode(name: string): Promise<void> {
		const named = this.page.locator(`[data-node-name=${JSON.stringify(name)}]`);
		await this.page.getByTestId('canvas-node').and(named).dblclick();
		await this.page.getByTestId('ndv').first().waitFor();
	}

	/** Opens the list of credentials. */
	async openCredentials(): Promise<void> {
		await this.page.goto('/home/credentials');
		await this.page.getByTestId('resources-list-wrapper').first().waitFor();
	}

	/** Opens the dialog of one credential. */
	async openCredential(id: string): Promise<void> {
		await this.page.goto(`/home/credentials/${id}`);
		await this.page.getByTestId('credential-edit-dialog').waitFor();
	}

	/**
	 * Takes a picture of what is on show, once it has come to rest.
	 * @param clip the part to keep, in pixels of the viewport
	 */
	async screenshot(pngFile: string, clip?: { x: number; y: number; width: number; height: number }): Promise<void> {
		await mkdir(dirname(pngFile), { recursive: true });
		await this.page.waitForLoadState('networkidle');
		await this.page.screenshot({ path: pngFile, animations: 'disabled', ...(clip && { clip }) });
	}

	async close(): Promise<void> {
		await this.browser.close();
	}
}
