// Copies the pinned axe-core here as it was published, with its licences: `npm ci && npm run build` in this folder.
import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
for (const name of ['axe.min.js', 'LICENSE', 'LICENSE-3RD-PARTY.txt']) {
  copyFileSync(join(here, 'node_modules/axe-core', name), join(here, name));
}
