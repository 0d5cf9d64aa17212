import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import verification from './eslint.verification.mjs';

export default defineConfig(
	globalIgnores(['dist/', 'coverage/', 'test/n8n/runtimes/', '.sandbox/', '.cache/']),
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	{
		files: ['package.json', 'nodes/**', 'credentials/**'],
		extends: [verification],
	},
	{
		files: ['{nodes,credentials,test}/**/*.ts'],
		extends: [tseslint.configs.recommendedTypeChecked],
		languageOptions: {
			parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			eqeqeq: 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
		},
	},
);
