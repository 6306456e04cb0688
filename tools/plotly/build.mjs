// Bundles entry.js and collects the licences of every package that a piece of it comes from.
// Usage: node build.mjs OUT
import { build } from 'esbuild';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const [out] = process.argv.slice(2);
const made = await build({
  entryPoints: ['entry.js'],
  outfile: `${out}/plotly.min.js`,
  bundle: true,
  minify: true,
  metafile: true,
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
const inside = Object.values(made.metafile.outputs)[0].inputs;
const packages = new Set(Object.keys(inside).map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]));
packages.delete(undefined);
writeFileSync(`${out}/plotly.LICENSE.txt`, [...packages].sort().map(licence).join('\n'));

function licence(name) {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : ''}\n`;
}
