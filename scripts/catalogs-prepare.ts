import { join } from 'node:path';
import { launchLocales } from '#core/language/locales.ts';
import { writePseudoLanguages } from './catalogs/pseudo-files.ts';
import { ensurePublished } from './catalogs/published-files.ts';

// What has to be there before anything builds or tests the screens: the languages that nobody speaks, en-XA and ar-XB, and
// the list of those that are shown. The types of the messages (locales/en/<area>.d.json.ts) are written by `next typegen`
// and `next build`, through next.config.ts.
const root = join(import.meta.dirname, '..');
writePseudoLanguages(root);
ensurePublished(root, launchLocales);
