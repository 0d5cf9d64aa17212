const { rm } = require('node:fs/promises');
const { dest, src } = require('gulp');

const assets = ['nodes/**/*.svg', 'credentials/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'];

/** What tsc leaves behind: icons, codex files and output schemas, beside the compiled code. */
exports.build = () => src(assets, { base: '.', encoding: false }).pipe(dest('dist'));

exports.clean = () => rm('dist', { recursive: true, force: true });
