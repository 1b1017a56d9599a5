// Builds server/static/playground/vendor/editor.js with the licences of all that is in it: `npm ci && npm run build` in
// this folder. The file begins with the digest of what it was built from.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../../server/static/playground/vendor');

const hash = createHash('sha256');
for (const name of ['build.mjs', 'package-lock.json', 'src/editor.js']) hash.update(readFileSync(join(here, name)));

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: ['src/editor.js'],
  outfile: join(out, 'editor.js'),
  bundle: true,
  minify: true,
  metafile: true,
  format: 'esm',
  target: ['chrome137', 'firefox140'],
  legalComments: 'none',
  banner: { js: `/* sources ${hash.digest('hex')}; licences in LICENSES.txt */` },
});

/** Packages of one house share their licence. @type {Map<string, string[]>} */
const licences = new Map();
const inputs = Object.keys(metafile.inputs).map((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
for (const path of [...new Set(inputs)].sort()) {
  if (!path) continue;
  const { name, version } = JSON.parse(readFileSync(join(here, path, 'package.json'), 'utf8'));
  const file = readdirSync(join(here, path)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} brings no licence file`);
  const text = readFileSync(join(here, path, file), 'utf8').replaceAll('\r', '').replace(/[^\S\n]+$/gm, '').trim();
  licences.set(text, [...(licences.get(text) ?? []), `${name} ${version}`]);
}
const line = '-'.repeat(72);
writeFileSync(join(out, 'LICENSES.txt'), [...licences].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`).join(`\n${line}\n\n`));
