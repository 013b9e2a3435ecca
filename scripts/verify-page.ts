/**
 * `node scripts/verify-page.ts FILE`: writes the verifier as one HTML page that works from the disk, in all languages. It
 * asks for nothing and can send nothing: its own policy forbids both.
 */
import { writeFileSync } from 'node:fs';
import { writtenPage } from './verify-page/written-page.ts';

const [to, ...more] = process.argv.slice(2);
if (to === undefined || more.length > 0) {
  process.stderr.write('Say where to write the page: node scripts/verify-page.ts FILE\n');
  process.exitCode = 2;
} else {
  writeFileSync(to, await writtenPage());
}
