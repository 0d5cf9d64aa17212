import { join } from 'node:path';
import { ESLint } from 'eslint';
import type { Check } from './check';
import type { PackedPackage } from './pack';

/** n8n's verification rules, on the sources and on what npm would publish. */
export function ruleChecks(project: string, packed: PackedPackage): Check[] {
	const config = join(project, 'eslint.verification.mjs');
	return [
		{
			name: 'sources pass the verification rules',
			run: () => lint(config, project, ['package.json', '{nodes,credentials}/**/*.{js,ts,json}']),
		},
		{
			name: 'packed files pass the verification rules',
			run: () => lint(config, packed.directory, ['package.json', '**/*.js']),
		},
	];
}

/** Lints as the scanner does: comments in the code switch nothing off. A warning is a finding. */
async function lint(config: string, directory: string, patterns: string[]): Promise<string[]> {
	const eslint = new ESLint({
		cwd: directory,
		overrideConfigFile: config,
		allowInlineConfig: false,
	});
	const results = await eslint.lintFiles(patterns);
	return results.flatMap(({ filePath, messages }) =>
		messages.map(
			({ line, ruleId, message }) =>
				`${filePath.slice(directory.length + 1)}:${line} ${message} (${ruleId ?? 'parser'})`,
		),
	);
}
