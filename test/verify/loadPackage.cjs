// Run by plain node inside the unpacked package, so that only what n8n gives it can be resolved.
// Prints, for each registered file, what n8n would see of it.
const { basename, join } = require('node:path');

const directory = process.argv[2];
const { n8n } = require(join(directory, 'package.json'));

/** n8n finds the class by the file's name up to the first dot. */
const load = (file) => new (require(join(directory, file))[basename(file).split('.')[0]])();

console.log(
	JSON.stringify({
		nodes: n8n.nodes.map((file) => {
			const { name, icon, credentials = [] } = load(file).description;
			return { file, name, icon, credentials: credentials.map((credential) => credential.name) };
		}),
		credentials: n8n.credentials.map((file) => {
			const { name, icon } = load(file);
			return { file, name, icon };
		}),
	}),
);
