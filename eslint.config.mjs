import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import verification from './eslint.verification.mjs';

const HOUSE = 'nodes/BigCommerce';

/** Which rooms of the house a room may import. The node files may import any; a room that is not listed, none. */
const MAY_IMPORT = {
	transport: [],
	model: ['transport'],
	records: ['model', 'transport'],
	resources: ['records', 'model', 'transport'],
	execution: ['model', 'transport'],
	changes: ['transport'],
	'trigger/catalogue': ['trigger/faults.ts', 'records', 'model', 'transport'],
	'trigger/handling': ['trigger/catalogue', 'trigger/settings.ts', 'trigger/faults.ts', 'changes', 'transport'],
	'trigger/hooks': ['trigger/catalogue', 'trigger/settings.ts', 'trigger/faults.ts', 'changes', 'transport'],
	'trigger/receiving': ['trigger/catalogue', 'trigger/hooks', 'trigger/settings.ts', 'trigger/faults.ts', 'transport'],
	trigger: ['changes', 'records', 'model', 'transport'],
	polling: ['trigger/catalogue', 'trigger/faults.ts', 'changes', 'records', 'model', 'transport'],
};

const listed = Object.keys(MAY_IMPORT).filter((room) => !room.includes('/'));

const zones = [
	...Object.entries(MAY_IMPORT).map(([room, others]) => ({
		target: `${HOUSE}/${room}`,
		from: HOUSE,
		except: [room, ...others],
		message: `${room}/ may import ${others.join(', ') || 'no other room'} (MAY_IMPORT in eslint.config.mjs).`,
	})),
	{
		target: `${HOUSE}/!(${listed.join('|')})/**`,
		from: HOUSE,
		message: 'This room has no place in the house yet: add it to MAY_IMPORT in eslint.config.mjs.',
	},
	{ target: ['nodes', 'credentials'], from: 'test', message: 'What is published knows no test.' },
];

/** Rows of facts, which are read by looking one up. */
const TABLES = [`${HOUSE}/transport/endpoints/**`, `${HOUSE}/trigger/catalogue/{storeEvents,channelEvents,lookups}.ts`];

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
	{
		files: ['{nodes,credentials,test}/**/*.ts'],
		plugins: { 'import-x': importX },
		settings: {
			'import-x/extensions': ['.ts'],
			'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
			'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js'] })],
		},
		rules: {
			'import-x/no-cycle': ['error', { ignoreExternal: true }],
			'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
			'max-lines': ['error', { max: 400 }],
		},
	},
	{
		files: ['{nodes,credentials}/**/*.ts'],
		ignores: TABLES,
		rules: { 'max-lines': ['error', { max: 250 }] },
	},
	{
		files: [`${HOUSE}/model/**/*.ts`],
		// The names of the credentials are the transport's.
		ignores: [`${HOUSE}/model/authentication.ts`],
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					patterns: [
						{ regex: '/transport/', allowTypeImports: true, message: 'The model says what a call is; it makes none.' },
					],
				},
			],
		},
	},
);
