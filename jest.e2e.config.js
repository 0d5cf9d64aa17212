const { transform, modulePathIgnorePatterns } = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	// One file, so that all themes share one n8n and run in the order it names them in.
	testMatch: ['<rootDir>/test/e2e/all.ts'],
	modulePathIgnorePatterns,
	transform,
	testTimeout: 60_000,
};
