import { join } from 'node:path';

import { checkBoth } from '../demo/check';
import type { Stage } from '../demo/stage';
import { setTheStage } from '../demo/stage';
import { Editor } from '../n8n/browser';
import { buildPackage } from '../n8n/build';
import { projectFolder } from '../n8n/versions';
import { accountData } from './world';

/**
 * Writes the pictures of the documentation into docs/: the demo's order workflow after it has run, its
 * shipment and its trigger, and the credential's words when scopes are missing.
 */
const docs = (name: string): string => join(projectFolder, 'docs', `${name}.png`);

const log = (line: string): void => console.error(line);

/** The run that shipped the order, as the editor shows it, with what went into its nodes and came out. */
async function orderWorkflow(editor: Editor, { rest, workflows: { shipPaidOrders: id } }: Stage): Promise<void> {
	const { page } = editor;
	const runs = await Promise.all((await rest.listExecutions(id)).map((run) => rest.waitForExecution(run.id)));
	const shipping = runs.find(({ data }) => 'Ship What Is Unshipped' in data.runData);
	await page.goto(`/workflow/${id}/executions/${shipping?.id}`);
	await page.getByTestId('canvas-node').first().waitFor();
	await page.getByText('Production Checklist').waitFor();
	await page.keyboard.press('Escape');
	await page.getByText('Production Checklist').waitFor({ state: 'hidden' });
	await editor.screenshot(docs('order-workflow'), { x: 352, y: 82, width: 928, height: 470 });
	for (const [node, picture] of [
		['Ship What Is Unshipped', 'shipment-form'],
		['Order Created or Paid', 'trigger-form'],
	] as const) {
		await editor.openNode(node);
		await page.getByTestId('ndv').getByText('1 item').first().waitFor();
		await editor.screenshot(docs(picture), { x: 24, y: 24, width: 1232, height: 672 });
		await page.keyboard.press('Escape');
		await page.getByTestId('ndv').waitFor({ state: 'hidden' });
	}
}

async function missingScopes(editor: Editor, { rest, sandbox }: Stage): Promise<void> {
	const account = sandbox.createApiAccount({ name: 'Products only', scopes: ['store_v2_products'] });
	const { id } = await rest.createCredential('BigCommerce of the summer shop', 'bigCommerceApi', {
		...accountData(sandbox, account),
		requiredScopes: ['store_v2_orders', 'store_v2_products', 'store_v2_customers_read_only'],
	});
	await editor.openCredential(id);
	const { page } = editor;
	await page.getByText('More details').click();
	await page.getByText('lacks these scopes').waitFor();
	await editor.screenshot(docs('credential'), { x: 192, y: 72, width: 896, height: 576 });
}

async function main(): Promise<void> {
	buildPackage(log);
	const stage = await setTheStage({ waitSeconds: 2, log });
	try {
		const { ok } = await checkBoth(stage);
		if (!ok) throw new Error('The workflows of the demo do not work; npm run demo -- --check tells more');
		const editor = await Editor.signIn(stage.n8n, { width: 1280, height: 720 });
		try {
			await orderWorkflow(editor, stage);
			await missingScopes(editor, stage);
		} finally {
			await editor.close();
		}
	} finally {
		await stage.close();
	}
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
