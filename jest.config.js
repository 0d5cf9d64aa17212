/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/{unit,engine,contract}/**/*.test.ts'],
	modulePathIgnorePatterns: ['<rootDir>/test/n8n/runtimes/'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022', keepClassNames: true },
				module: { type: 'commonjs' },
				sourceMaps: 'inline',
			},
		],
	},
	setupFilesAfterEnv: ['<rootDir>/test/jest.setup.ts'],
	testTimeout: 20_000,
	maxWorkers: 2,
	restoreMocks: true,
};
