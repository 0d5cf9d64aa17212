import { mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { z } from 'zod';
import type { Check } from './check';
import type { PackedPackage } from './pack';
import { run } from './run';

const registered = z.object({
	file: z.string(),
	name: z.string(),
	icon: z.object({ light: z.string(), dark: z.string() }),
});

const loadedSchema = z.object({
	nodes: z.array(registered.extend({ credentials: z.array(z.string()) })),
	credentials: z.array(registered),
});

type Loaded = z.infer<typeof loadedSchema>;

const codexSchema = z.object({
	node: z.string(),
	categories: z.array(z.string()).min(1),
	resources: z.object({
		primaryDocumentation: z.array(z.object({ url: z.string().url() })).min(1),
	}),
});

/** Modules of n8n that a community package may use at run time and that this one uses. */
const host = ['n8n-workflow', 'zod', 'luxon'];

/** Loads the packed package as n8n would, and looks at what it declares. */
export function loadingChecks(project: string, packed: PackedPackage): Check[] {
	let loaded: Loaded | undefined;
	const whatLoaded = () => {
		if (!loaded) throw new Error('nothing to look at: the package did not load');
		return loaded;
	};
	return [
		{
			name: `every node and credential loads with nothing but ${host.join(', ')}`,
			run: async () => {
				loaded = await loadAlone(project, packed);
				return [];
			},
		},
		{
			name: 'every icon is a square SVG, light and dark',
			run: async () => {
				const { nodes, credentials } = whatLoaded();
				const findings = [...nodes, ...credentials].flatMap(({ file, icon }) =>
					[icon.light, icon.dark].map((path) => iconFinding(packed, file, path)),
				);
				return (await Promise.all(findings)).flat();
			},
		},
		{
			name: 'every node has its codex file',
			run: async () => {
				const { nodes } = whatLoaded();
				const findings = nodes.map(({ file, name }) => codexFinding(packed, file, name));
				return (await Promise.all(findings)).flat();
			},
		},
		{
			name: 'every credential that a node names is in the package',
			run: () => {
				const { nodes, credentials } = whatLoaded();
				const known = credentials.map(({ name }) => name);
				return nodes.flatMap(({ file, credentials: named }) =>
					named.filter((name) => !known.includes(name)).map((name) => `${file} names the credential ${name}`),
				);
			},
		},
	];
}

/** Beside the package lie only the host's modules, as in n8n's own folder. */
async function loadAlone(project: string, packed: PackedPackage): Promise<Loaded> {
	const modules = join(packed.directory, '..', 'node_modules');
	await mkdir(modules);
	for (const name of host) {
		await symlink(join(project, 'node_modules', name), join(modules, name), 'dir');
	}
	const loader = join(__dirname, 'loadPackage.cjs');
	const printed = await run(process.execPath, [loader, packed.directory], packed.directory);
	return loadedSchema.parse(JSON.parse(printed));
}

async function iconFinding(packed: PackedPackage, file: string, icon: string): Promise<string[]> {
	const path = normalize(join(dirname(file), icon.replace(/^file:/, '')));
	if (!icon.startsWith('file:') || !packed.files.includes(path)) {
		return [`${file}: ${icon} is not in the package`];
	}
	const viewBox = /<svg[^>]*\sviewBox="0 0 (\d+) (\d+)"/.exec(await readFile(join(packed.directory, path), 'utf8'));
	return viewBox && viewBox[1] === viewBox[2] ? [] : [`${path} is not a square SVG`];
}

async function codexFinding(packed: PackedPackage, file: string, name: string): Promise<string[]> {
	const path = `${file}on`;
	const text = await readFile(join(packed.directory, path), 'utf8');
	const codex = codexSchema.parse(JSON.parse(text));
	const fullName = `${packed.manifest.name}.${name}`;
	return codex.node === fullName ? [] : [`${path} is for ${codex.node}, the node is ${fullName}`];
}
