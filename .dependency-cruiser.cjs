/** Who may import whom: the table of the README's map, as rules. `scripts/check-imports.ts` proves that it read the tree. */
const tests = '(\\.test\\.tsx?$|^tests/)';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'core-imports-core-and-zod',
      comment:
        'core/time alone wraps the time-zone library, core/eligibility alone the geometry, core/beacon alone the curve.',
      severity: 'error',
      from: { path: '^core/', pathNot: [tests, '^core/(time|eligibility|draw|beacon)/'] },
      to: { pathNot: ['^core/', '^node_modules/zod/'] },
    },
    {
      name: 'core-time-imports-temporal',
      severity: 'error',
      from: { path: '^core/time/', pathNot: tests },
      to: { pathNot: ['^core/', '^node_modules/(zod|temporal-polyfill)/'] },
    },
    {
      name: 'core-eligibility-imports-turf',
      severity: 'error',
      from: { path: '^core/eligibility/', pathNot: tests },
      to: { pathNot: ['^core/', '^node_modules/(zod|@turf/[^/]+|@types/geojson)/'] },
    },
    {
      name: 'core-beacon-imports-curves',
      severity: 'error',
      from: { path: '^core/beacon/', pathNot: tests },
      to: { pathNot: ['^core/', '^node_modules/@noble/curves/'] },
    },
    {
      name: 'core-draw-stands-alone',
      comment: 'A sceptic can lift the folder out: only itself and one hash library.',
      severity: 'error',
      from: { path: '^core/draw/', pathNot: tests },
      to: { pathNot: ['^core/draw/', '^node_modules/@noble/hashes/'] },
    },
    {
      name: 'use-cases-import-no-adapter',
      severity: 'error',
      from: { path: '^server/use-cases/', pathNot: tests },
      to: {
        path: '^server/',
        pathNot: [
          '^server/(use-cases|db)/',
          '^server/(sign-in|presence|captcha|notify|speech|beacon)/contract\\.ts$',
          '^server/(services|documents)\\.ts$',
          '^server/services/',
        ],
      },
    },
    {
      name: 'adapters-are-joined-by-wiring-alone',
      severity: 'error',
      from: {
        path: '^server/',
        pathNot: [
          tests,
          '^server/(wiring|wiring-sign-in|wiring-captcha|wiring-notices|wiring-speech|wiring-beacon|main)\\.ts$',
          '^server/(sign-in|presence|captcha|notify|speech|beacon)/',
        ],
      },
      to: { path: '^server/(sign-in|presence|captcha|notify|speech|beacon)/', pathNot: '/contract\\.ts$' },
    },
    {
      name: 'http-never-touches-adapters-of-the-database',
      severity: 'error',
      from: { path: '^server/http/', pathNot: tests },
      to: { path: '^server/db/(embedded|migrations)/' },
    },
    {
      name: 'app-calls-services-only',
      severity: 'error',
      from: { path: '^app/', pathNot: tests },
      to: {
        path: '^server/',
        pathNot: '^server/(services|documents|session-for-pages)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'components-never-import-server',
      severity: 'error',
      from: { path: '^app/(_ui|_i18n|_client)/', pathNot: tests },
      to: { path: '^server/', pathNot: '^server/documents\\.ts$' },
    },
    {
      name: 'scripts-never-import-app',
      severity: 'error',
      from: { path: '^scripts/', pathNot: tests },
      to: { path: '^app/' },
    },
    {
      name: 'app-imports-the-verifier-alone',
      comment: 'A phone checks a draw by the code of the program; of that, what needs no Node.',
      severity: 'error',
      from: { path: '^app/', pathNot: tests },
      to: { path: '^scripts/', pathNot: '^scripts/verify-draw/(?!node-hash|verify-folder)' },
    },
    {
      name: 'catalogs-never-import-the-studio',
      comment: 'The check, the import and the export are what it is made of.',
      severity: 'error',
      from: { path: '^scripts/catalogs', pathNot: tests },
      to: { path: '^scripts/studio' },
    },
    {
      name: 'pages-of-the-studio-only-show',
      comment: 'They get what they show: no file, no request.',
      severity: 'error',
      from: { path: '^scripts/studio/pages/' },
      to: { path: '^(fs|node:fs|hono)|^node_modules/hono/|^scripts/studio/[^/]+-routes\\.ts$' },
    },
    {
      name: 'model-of-the-studio-knows-no-pages',
      severity: 'error',
      from: { path: '^scripts/studio/model/', pathNot: tests },
      to: { path: '^scripts/studio/pages/|^node_modules/hono/' },
    },
    {
      name: 'server-never-imports-app',
      severity: 'error',
      from: { path: '^server/', pathNot: tests },
      to: { path: '^app/' },
    },
    {
      name: 'verifier-shares-only-the-draw',
      severity: 'error',
      from: { path: '^scripts/verify-draw', pathNot: tests },
      to: { path: '^(core|server)/', pathNot: '^core/(draw/|beacon/|time/instant\\.ts$)' },
    },
    {
      name: 'witness-shares-no-server',
      comment: 'A witness makes the draw again by itself; from the operator it has what comes over HTTP.',
      severity: 'error',
      from: { path: '^scripts/witness', pathNot: tests },
      to: { path: '^server/' },
    },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: tests }, to: { path: '^tests/' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^\\.next/|^var/)' },
  },
};
