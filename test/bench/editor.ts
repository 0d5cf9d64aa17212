import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { INode, INodeTypeDescription } from 'n8n-workflow';

import { Editor } from '../n8n/browser';
import { buildPackage } from '../n8n/build';
import type { N8nInstance } from '../n8n/instance';
import { startN8n } from '../n8n/instance';
import { N8nRest } from '../n8n/rest';
import { projectFolder } from '../n8n/versions';
import { builtDescription, descriptionAt, madeUpDescription, operationsIn } from './editor/descriptions';
import type { Form } from './editor/forms';
import { ourForm, PEERS } from './editor/forms';
import type { FormTimes } from './editor/measureForm';
import { addProbe, measureForm } from './editor/measureForm';
import { median } from './measure';
import { alignedTable } from './report';

const USAGE = `npm run bench:editor                       the forms in n8n's editor, in a headless Chromium
npm run bench:editor -- --rounds N         how often each form is measured (default 5)
npm run bench:editor -- --operations N     of the made-up node (default 300)
npm run bench:editor -- --against COMMIT   compares with the action node of this commit instead of n8n's Notion`;

const log = (line: string): void => console.error(line);

/** The slowest key, in milliseconds. */
const MOST_KEY_MS = 60;
/** Opening and switching, in times of what it is compared with. */
const MOST_TIMES = 1.5;

/** The node of 65 unmerged operations, on two quiet cores: how other machines compare shows at the other rows. */
const MEASURED_BEFORE: FormTimes = { open: 217, operation: 182, resource: 117, key: 48 };
const BEFORE = 'commit 5d174b2, as measured then';

interface Measured extends Form {
	description: INodeTypeDescription | undefined;
	times: FormTimes;
}

/** A node that has a description and nothing else, as n8n finds it in its folder for custom nodes. */
async function placeNode(folder: string, className: string, like: INodeTypeDescription): Promise<INodeTypeDescription> {
	const { icon: _, usableAsTool: __, ...rest } = like;
	const name = className.charAt(0).toLowerCase() + className.slice(1);
	const description = { ...rest, name, displayName: className };
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, `${className}.json`), JSON.stringify(description));
	await writeFile(
		join(folder, `${className}.node.js`),
		`class ${className} { description = require('./${className}.json'); }\nmodule.exports = { ${className} };\n`,
	);
	return description;
}

async function measureAll(n8n: N8nInstance, forms: readonly Form[], rounds: number): Promise<Map<Form, FormTimes>> {
	const rest = await N8nRest.signIn(n8n);
	const nodes = forms.map(({ name, type, typeVersion, parameters }, index): INode => ({
		id: String(index),
		name,
		type,
		typeVersion,
		position: [index * 240, 0],
		parameters,
	}));
	const editor = await Editor.signIn(n8n);
	const taken = new Map<Form, FormTimes[]>(forms.map((form) => [form, []]));
	try {
		await addProbe(editor);
		// The first round is for what the browser loads and compiles.
		for (let round = 0; round <= rounds; round++) {
			const { id } = await rest.createWorkflow({ name: `Forms ${round}`, nodes, connections: {}, settings: {} });
			await editor.openWorkflow(id);
			for (const form of forms) {
				const times = await measureForm(editor, form);
				if (round > 0) taken.get(form)!.push(times);
			}
			log(`Round ${round} of ${rounds}`);
		}
	} finally {
		await editor.close();
	}
	return new Map([...taken].map(([form, times]) => [form, medians(times)]));
}

function medians(times: readonly FormTimes[]): FormTimes {
	const of = (figure: (each: FormTimes) => number): number => Math.round(median(times.map(figure)));
	return {
		open: of((t) => t.open),
		operation: of((t) => t.operation),
		resource: of((t) => t.resource),
		key: of((t) => t.key),
	};
}

function tableOf(measured: readonly Measured[]): string {
	const row = ({
		name,
		description,
		times: { open, operation, resource, key },
	}: Omit<Measured, keyof Form> & { name: string }) => [
		name,
		...(description
			? [
					operationsIn(description),
					description.properties.length,
					Math.round(JSON.stringify(description).length / 1000),
				]
			: ['', '', '']
		).map(String),
		...[open, operation, resource, key].map((ms) => `${ms} ms`),
	];
	const before = { name: BEFORE, description: undefined, times: MEASURED_BEFORE };
	return alignedTable([
		['Node', 'Operations', 'Properties', 'kB', 'Open', 'Other operation', 'Other resource', 'Slowest key'],
		...[...measured, before].map(row),
	]);
}

/** What is held to the aims misses, in words. */
function missesOf(measured: readonly Measured[], held: readonly string[], compared: string): string[] {
	const { times: most } = measured.find(({ name }) => name === compared)!;
	return measured
		.filter(({ name }) => held.includes(name))
		.flatMap(({ name, times }) => [
			...(times.key > MOST_KEY_MS ? [`${name}: a key takes ${times.key} ms`] : []),
			...(['open', 'operation', 'resource'] as const)
				.filter((figure) => times[figure] > most[figure] * MOST_TIMES)
				.map((figure) => `${name}: ${figure} takes ${times[figure]} ms, ${compared} ${most[figure]} ms`),
		]);
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			rounds: { type: 'string', default: '5' },
			operations: { type: 'string', default: '300' },
			against: { type: 'string' },
			help: { type: 'boolean' },
		},
	});
	if (values.help) return console.log(USAGE);
	buildPackage(log);
	const userFolder = await mkdtemp(join(tmpdir(), 'bench-editor-'));
	try {
		const custom = join(userFolder, '.n8n', 'custom');
		const own = builtDescription(projectFolder);
		const madeUp = await placeNode(custom, 'MadeUp', madeUpDescription(own, Number(values.operations)));
		const described = new Map([
			['BigCommerce', own],
			['Made Up', madeUp],
		]);
		const forms = [ourForm('BigCommerce', 'CUSTOM.bigCommerce'), ourForm('Made Up', 'CUSTOM.madeUp'), ...PEERS];
		if (values.against !== undefined) {
			described.set('Before', await placeNode(custom, 'Before', descriptionAt(values.against)));
			forms.push(ourForm('Before', 'CUSTOM.before'));
		}
		const n8n = await startN8n({ userFolder, log });
		try {
			const times = await measureAll(n8n, forms, Number(values.rounds));
			const measured = forms.map((form): Measured => ({
				...form,
				description: described.get(form.name),
				times: times.get(form)!,
			}));
			const compared = values.against === undefined ? 'Notion' : 'Before';
			const misses = missesOf(measured, ['BigCommerce', 'Made Up'], compared);
			console.log(
				JSON.stringify({
					times: Object.fromEntries(measured.map((each) => [each.name, each.times])),
					compared,
					misses,
				}),
			);
			console.log(`\n${tableOf(measured)}\n`);
			for (const miss of misses) console.log(`MISSED: ${miss}`);
			process.exitCode = misses.length === 0 ? 0 : 1;
		} finally {
			await n8n.stop();
		}
	} finally {
		await rm(userFolder, { recursive: true, force: true });
	}
}

void main();
