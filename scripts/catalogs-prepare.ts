import { join } from 'node:path';
import { writePseudoLanguages } from './catalogs/pseudo-files.ts';

// Makes the languages that nobody speaks, en-XA and ar-XB, before anything builds or tests the screens. The types of the
// messages (locales/en/<area>.d.json.ts) are written by `next typegen` and `next build`, through next.config.ts.
writePseudoLanguages(join(import.meta.dirname, '..'));
