import { DOCUMENTS, readDocument } from '../../docs/write';

describe('tables that come from the registry', () => {
	it.each(Object.keys(DOCUMENTS))('%s is up to date (npm run docs)', (name) => {
		const text = readDocument(name);
		expect(text).toBe(DOCUMENTS[name]!(text));
	});
});
