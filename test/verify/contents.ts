import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Check } from './check';
import type { PackedPackage } from './pack';

const allowedFiles = [
	/^(package\.json|README\.md|LICENSE)$/,
	/^dist\/(nodes|credentials)\/[\w./-]+\.(js|js\.map|d\.ts|json|svg)$/,
];

/** A path that only means something on the machine that packed the package. */
const machinePath = /(?:^|[^\w./:-])(?:\/(?:home|root|Users|tmp|work|var\/folders)\/\w|[A-Z]:\\\\?\w)/;

const readmeSections = {
	Installation: /^#+ .*install/im,
	Credentials: /^#+ .*(credential|connect)/im,
	Operations: /^#+ .*operation/im,
	Usage: /^#+ .*(usage|workflow)/im,
};

/** n8n installs the package in the user's data folder; all of it together stays small. */
const maximumSize = 5_000_000;

/** What is in the tarball, and what is not. */
export function contentChecks(project: string, packed: PackedPackage): Check[] {
	const { files, unpackedSize } = packed;
	const read = (file: string) => readFile(join(packed.directory, file), 'utf8');
	return [
		{
			name: 'tarball has the licence, as MIT',
			run: async () => ((await read('LICENSE')).startsWith('MIT License') ? [] : ['LICENSE is not the MIT text']),
		},
		{
			name: 'README has the sections that verification asks for',
			run: async () => {
				const readme = await read('README.md');
				return Object.entries(readmeSections)
					.filter(([, heading]) => !heading.test(readme))
					.map(([section]) => `README.md has no heading for: ${section}`);
			},
		},
		{
			name: 'tarball has compiled nodes and credentials, README, LICENSE and nothing else',
			run: () => files.filter((file) => !allowedFiles.some((allowed) => allowed.test(file))),
		},
		{
			name: 'every packed file has its source',
			run: () =>
				files
					.filter((file) => file.startsWith('dist/'))
					.filter((file) => !existsSync(join(project, sourceOf(file))))
					.map((file) => `${file} is left over: npm run clean`),
		},
		{
			name: 'tarball names no path of the machine that packed it',
			run: async () => {
				const texts = await Promise.all(files.map(async (file) => ({ file, text: await read(file) })));
				return texts
					.filter(({ text }) => namesMachine(text, project))
					.map(({ file }) => `${file} names a path of this machine`);
			},
		},
		{
			name: `tarball is small: ${Math.ceil(unpackedSize / 1000)} kB unpacked, ${files.length} files`,
			run: () => (unpackedSize <= maximumSize ? [] : [`more than ${maximumSize / 1000} kB unpacked`]),
		},
	];
}

/** dist/nodes/A.js, .js.map and .d.ts come from nodes/A.ts; anything else is copied as it is. */
function sourceOf(packedFile: string): string {
	return packedFile.replace(/^dist\//, '').replace(/\.(js|js\.map|d\.ts)$/, '.ts');
}

function namesMachine(text: string, project: string): boolean {
	return text.includes(project) || text.includes(homedir() + '/') || machinePath.test(text);
}
