import type { Step } from './steps.ts';

/** What must be there before anything else can be judged: pseudo-languages and types made from catalogs and routes. */
export const preparations: readonly Step[] = [
  { name: 'pseudo-languages and types of messages', command: ['node', 'scripts/catalogs-prepare.ts'] },
  { name: 'types of routes', command: ['next', 'typegen'] },
];

export const checks: readonly Step[] = [
  { name: 'types', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  {
    name: 'rules of the project',
    command: ['eslint', '--cache', '--cache-location', 'node_modules/.cache/eslint', '.'],
  },
  {
    name: 'rules of the language',
    command: ['oxlint', '--type-aware', '--report-unused-disable-directives-severity', 'error'],
  },
  { name: 'types of the core alone', command: ['tsc', '--noEmit', '-p', 'core/tsconfig.json'] },
  { name: 'types of the service worker', command: ['tsc', '--noEmit', '-p', 'app/_pwa/worker/tsconfig.json'] },
  { name: 'format', command: ['biome', 'check', '.'] },
  { name: 'import rules', command: ['node', 'scripts/check-imports.ts'] },
  { name: 'dead code', command: ['knip'] },
  { name: 'catalogs', command: ['node', 'scripts/catalogs-check.ts'] },
  { name: 'spelling of catalogs', command: ['node', 'scripts/catalogs-spelling.ts'] },
];
