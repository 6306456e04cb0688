// Bundles entry.js and collects the licences of every package that a piece of it comes from.
// Usage: node build.mjs OUT
import { parse } from 'acorn';
import { build } from 'esbuild';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const [out] = process.argv.slice(2);
const made = await build({
  entryPoints: ['entry.js'],
  outfile: `${out}/plotly.min.js`,
  bundle: true,
  minify: true,
  metafile: true,
  write: false,
  target: 'es2022',
  format: 'iife',
  globalName: 'Plotly',
  define: { global: 'window', 'process.env.NODE_DEBUG': 'false' },
  // The styles of maps, which are not in it.
  loader: { '.css': 'empty' },
  legalComments: 'none',
  banner: { js: '/* A part of plotly.js (MIT) and what it needs: see plotly.LICENSE.txt */' },
  logLevel: 'error',
});
const [file] = made.outputFiles;
writeFileSync(file.path, atOnce(file.text));
const inside = Object.values(made.metafile.outputs)[0].inputs;
const packages = new Set(Object.keys(inside).map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]));
packages.delete(undefined);
writeFileSync(`${out}/plotly.LICENSE.txt`, [...packages].sort().map(licence).join('\n'));

// The functions of all modules in parentheses: a browser takes that as a sign that they are called at once, and reads each
// one time, beside the page's own work, instead of a second time when it is asked for.
function atOnce(code) {
  const bundle = parse(code, { ecmaVersion: 2022 }).body.find(({ type }) => type === 'VariableDeclaration');
  const declared = bundle.declarations[0].init.callee.body.body.flatMap(({ declarations = [] }) => declarations);
  const modules = declared.map(({ init }) => init?.type === 'CallExpression' && init.arguments[0]);
  const functions = modules.filter((one) => one?.type === 'ArrowFunctionExpression');
  const cuts = [0, ...functions.flatMap(({ start, end }) => [start, end]), code.length];
  return cuts.slice(1).map((cut, n) => code.slice(cuts[n], cut)).map((part, n) => (n % 2 ? `(${part})` : part)).join('');
}

function licence(name) {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : ''}\n`;
}
