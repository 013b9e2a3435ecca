/**
 * For Playwright: the tests that look at screens, each in one project; the translators' studio has tests of its own. Of what is
 * sent wrong those that look; what only a browser with windows does is seen in one.
 */
export const walks = [
  'tests/a11y',
  'tests/e2e/(?!studio)[^/]+$',
  'bad-input/(expired|forms|groups|told-on-screen)',
] as const;

export const walkProjects = ['--project', 'pglite', '--project', 'window'] as const;
