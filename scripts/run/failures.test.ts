import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFailures } from './failures.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'puente-failures-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function report(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test('a test that failed and a file that did not load are a line each, with what was said first', () => {
  const vitest = report('vitest.json', {
    testResults: [
      { name: join(process.cwd(), 'core/loads-not.test.ts'), message: 'no such module', assertionResults: [] },
      {
        name: join(process.cwd(), 'core/sums.test.ts'),
        message: '',
        assertionResults: [
          { status: 'failed', fullName: 'adds', failureMessages: ['expected 1\n  to be 2'] },
          { status: 'passed', fullName: 'subtracts', failureMessages: [] },
        ],
      },
    ],
  });
  expect(readFailures(vitest, join(folder, 'none.json'))).toEqual([
    'core/loads-not.test.ts › no such module',
    'core/sums.test.ts › adds › expected 1 to be 2',
  ]);
});

test('a browser test that failed in a suite of its file is found, without the colours of its error', () => {
  const failed = { results: [{ errors: [{ message: '\u001b[31mTimeout\u001b[39m' }] }] };
  const specs = [
    { title: 'signs in', file: 'e2e/a.spec.ts', ok: false, tests: [failed] },
    { title: 'signs out', file: 'e2e/a.spec.ts', ok: true, tests: [] },
  ];
  const browser = report('browser.json', { suites: [{ specs: [], suites: [{ specs }] }] });
  expect(readFailures(join(folder, 'none.json'), browser)).toEqual(['e2e/a.spec.ts › signs in › Timeout']);
});
