import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const project = join(__dirname, '..', '..', '..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');

/** The examples of CONTRIBUTING.md are files of the project, as they stand. */
describe('CONTRIBUTING.md', () => {
	it.each([
		'nodes/BigCommerce/resources/content/blogTag.ts',
		'nodes/BigCommerce/resources/store/webhook/reactivate.ts',
	])('shows %s as it stands', (path) => {
		expect(read('CONTRIBUTING.md')).toContain('```ts\n' + read(path) + '```');
	});

	it('names the rooms that there are', () => {
		const rooms = ['model', 'resources', 'records', 'execution', 'transport', 'changes', 'trigger', 'polling'];
		for (const room of rooms) expect(read('CONTRIBUTING.md')).toContain(`  ${room}/ `);
	});
});
