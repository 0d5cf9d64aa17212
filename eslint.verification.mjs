import n8nCommunityNodes from '@n8n/eslint-plugin-community-nodes';
import { defineConfig } from 'eslint/config';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

/**
 * What n8n's verification scanner asks of a community package, composed from its two public
 * plugins. `npm run lint` applies it to the sources, `npm run verify` also to the packed package.
 */
export default defineConfig(
	{ files: ['**/*.{ts,json}'], languageOptions: { parser: tseslint.parser } },
	{
		files: ['**/*.{js,ts,json}'],
		extends: [n8nCommunityNodes.configs.recommended],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		linterOptions: { noInlineConfig: true },
		rules: { 'no-console': 'error' },
	},
	{
		files: ['package.json'],
		rules: n8nNodesBase.configs.community.rules,
	},
	{
		files: ['**/credentials/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			// Off in the scanner: it wants the name of a page that only n8n's built-in nodes have.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			// Off in the scanner, which has a more exact rule: community-nodes/credential-password-field.
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		files: ['**/nodes/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			// Off in the scanner: they reject NodeConnectionTypes.Main, which
			// community-nodes/node-connection-type-literal demands.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			// Off in the scanner: an API may have a maximum.
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},
);
