import { isDeepStrictEqual } from 'node:util';
import type { Check } from './check';
import type { Manifest } from './pack';

/** What n8n and npm ask of package.json. */
export function manifestChecks(manifest: Manifest): Check[] {
	const { n8n } = manifest;
	return [
		expect(
			'package.json has the keyword by which n8n finds community packages',
			manifest.keywords.includes('n8n-community-node-package'),
			'keywords must include n8n-community-node-package',
		),
		expect('package.json names the MIT licence', manifest.license === 'MIT', 'license must be MIT'),
		expect(
			'package.json has no run-time dependencies',
			[manifest.dependencies, manifest.optionalDependencies, manifest.bundleDependencies].every(
				(dependencies) => Object.keys(dependencies).length === 0,
			),
			'dependencies, optionalDependencies and bundleDependencies must be empty',
		),
		expect(
			'package.json has n8n-workflow as its only peer',
			isDeepStrictEqual(manifest.peerDependencies, { 'n8n-workflow': '*' }),
			`peerDependencies must be {"n8n-workflow":"*"}, not ${JSON.stringify(manifest.peerDependencies)}`,
		),
		expect('package.json asks for strict mode', n8n.strict === true, 'n8n.strict must be true'),
		expect(
			'package.json registers nodes and credentials',
			n8n.nodes.length > 0 && n8n.credentials.length > 0,
			'n8n.nodes and n8n.credentials must name at least one file each',
		),
		expect(
			'package.json has a public repository, which provenance needs',
			/^git\+https:\/\/github\.com\/[\w.-]+\/[\w.-]+\.git$/.test(manifest.repository?.url ?? ''),
			'repository.url must be git+https://github.com/<owner>/<name>.git',
		),
	];
}

function expect(name: string, fulfilled: boolean, finding: string): Check {
	return { name, run: () => (fulfilled ? [] : [finding]) };
}
