/** What n8n's AI builder reads of one operation. */
export interface OperationText {
	/** Resource and operation, as `product.create`. */
	place: string;
	/** The lines of prose before its fields, in their order. */
	words: string[];
	/** All of it. */
	text: string;
}

/** A locator as the builder reads it. */
export interface LocatorText {
	name: string;
	/** The first line of the comment before it. */
	description: string;
}

const OPERATION =
	/^\/\*\* (.*) \*\/\nexport type \w+Params = \{\n([^]*?)^ {2}resource: '(\w+)';\n {2}operation: '(\w+)';\n[^]*?^\};/gm;

const LOCATOR = /^\s*'?([\w:]+)'?\??: \{ __rl: true/;

/**
 * Takes the text that n8n makes of a node apart into its operations.
 *
 * @param text TypeScript: for each operation a type, with a comment before it and one at its beginning
 */
export function operationTexts(text: string): OperationText[] {
	return [...text.matchAll(OPERATION)].map(([whole, before = '', head = '', resource, operation]) => ({
		place: `${resource}.${operation}`,
		words: [before, ...proseOf(head)],
		text: whole,
	}));
}

/** All locators of a text, those within collections too. */
export function locatorTexts(text: string): LocatorText[] {
	return text.split('/**').flatMap((part) => {
		const [comment = '', code = ''] = part.split('*/');
		const name = LOCATOR.exec(code)?.[1];
		return name === undefined ? [] : [{ name, description: proseOf(comment)[0] ?? '' }];
	});
}

const proseOf = (comment: string): string[] =>
	comment
		.split('\n')
		.map((line) => line.replace(/^ *(\/\*\*|\*\/|\*)?/, '').trim())
		.filter((line) => line !== '');
