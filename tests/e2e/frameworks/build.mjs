// Builds the framework pages into ../pages/static/frameworks, with the licences of all that is in them:
// `npm ci && npm run build` in this folder. Each file begins with the digest of what it was built from.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../pages/static/frameworks');
const sources = readdirSync(join(here, 'src')).sort();
const pages = sources.filter((name) => name !== 'common.js');

const hash = createHash('sha256');
for (const name of ['build.mjs', 'package-lock.json', ...sources.map((source) => `src/${source}`)]) hash.update(readFileSync(join(here, name)));
const digest = hash.digest('hex');

/** Draft.js calls what React 19 took away. */
const REACT_18 = { react: 'react-18', 'react-dom': 'react-dom-18' };
const packages = new Set();

for (const page of pages) {
  const name = page.replace(/\.jsx?$/, '');
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints: [`src/${page}`],
    outfile: join(out, `${name}.js`),
    bundle: true,
    minify: true,
    metafile: true,
    format: 'iife',
    conditions: ['production'],
    target: ['chrome137', 'firefox140'],
    legalComments: 'none',
    banner: { js: `/* sources ${digest}; licences in LICENSES.txt */` },
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    alias: name === 'draft' ? REACT_18 : {},
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
  });
  for (const input of Object.keys(metafile.inputs)) {
    const found = /^(?:.*\/)?node_modules\/(@[^/]+\/[^/]+|[^/]+)\//.exec(input);
    if (found) packages.add(found[0].slice(0, -1));
  }
}

/** Packages of one house share their licence. @type {Map<string, string[]>} */
const licences = new Map();
for (const path of [...packages].sort()) {
  const { name, version, license } = JSON.parse(readFileSync(join(here, path, 'package.json'), 'utf8'));
  const file = readdirSync(join(here, path)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(here, path, file), 'utf8').replaceAll('\r', '').replace(/[^\S\n]+$/gm, '').trim() : license;
  licences.set(text, [...(licences.get(text) ?? []), `${name} ${version}`]);
}
const line = '-'.repeat(72);
writeFileSync(join(out, 'LICENSES.txt'), [...licences].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`).join(`\n${line}\n\n`));
