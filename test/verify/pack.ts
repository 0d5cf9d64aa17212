import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { run } from './run';

const packReport = z.array(
	z.object({
		filename: z.string(),
		unpackedSize: z.number(),
		files: z.array(z.object({ path: z.string() })),
	}),
);

/** package.json as far as n8n looks at it. */
const manifestSchema = z
	.object({
		name: z.string(),
		version: z.string(),
		license: z.string().optional(),
		keywords: z.array(z.string()).default([]),
		scripts: z.record(z.string()).default({}),
		dependencies: z.record(z.string()).default({}),
		optionalDependencies: z.record(z.string()).default({}),
		bundleDependencies: z.array(z.string()).default([]),
		peerDependencies: z.record(z.string()).default({}),
		repository: z.object({ url: z.string() }).optional(),
		n8n: z.object({
			n8nNodesApiVersion: z.number(),
			strict: z.boolean().optional(),
			nodes: z.array(z.string()),
			credentials: z.array(z.string()),
		}),
	})
	.passthrough();

export type Manifest = z.infer<typeof manifestSchema>;

/** The package as npm would publish it, unpacked. */
export interface PackedPackage {
	/** Folder with the unpacked files. */
	directory: string;
	manifest: Manifest;
	/** Paths relative to `directory`, with forward slashes. */
	files: string[];
	/** Bytes on a user's disk. */
	unpackedSize: number;
}

/** Packs the project with npm and unpacks it into `target`/package. */
export async function pack(project: string, target: string): Promise<PackedPackage> {
	await mkdir(target, { recursive: true });
	const report = await run('npm', ['pack', '--json', '--pack-destination', target], project);
	const [packed] = packReport.parse(JSON.parse(report));
	if (!packed) throw new Error('npm pack reported no package');
	await run('tar', ['-xzf', join(target, packed.filename), '-C', target], project);

	const directory = join(target, 'package');
	const manifest: unknown = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
	return {
		directory,
		manifest: manifestSchema.parse(manifest),
		files: packed.files.map(({ path }) => path),
		unpackedSize: packed.unpackedSize,
	};
}
