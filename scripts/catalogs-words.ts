import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtWords } from './catalogs/build-words.ts';

// npm run catalogs:words: makes locales/<tag>/words/*.json from CLDR and from what is written by hand.
const root = join(import.meta.dirname, '..');
for (const [file, text] of builtWords(root)) {
  writeFileSync(join(root, file), text);
  process.stdout.write(`${file}\n`);
}
