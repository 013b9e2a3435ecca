import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { scriptsOnlyFor } from './scripts-for.ts';

test('what some pages alone load, at once or when they are asked to, is told from what others load, too', () => {
  const root = mkdtempSync(join(tmpdir(), 'puente-scripts-for-'));
  const pages = '.next/server/app/[locale]';
  for (const [path, content] of Object.entries({
    [`${pages}/page_client-reference-manifest.js`]: '["static/chunks/shell.js"]',
    [`${pages}/draws/page_client-reference-manifest.js`]: '["static/chunks/shell.js"]',
    [`${pages}/draws/own/page_client-reference-manifest.js`]: '["static/chunks/shell.js","static/chunks/own.js"]',
    [`${pages}/status/page_client-reference-manifest.js`]: '["static/chunks/status.js"]',
    '.next/static/chunks/shell.js': '',
    '.next/static/chunks/own.js': 'load("static/chunks/check.js")',
    '.next/static/chunks/check.js':
      'load("static/chunks/hash-1.~x.js", "static/chunks/own.js", "static/chunks/both.js")',
    '.next/static/chunks/hash-1.~x.js': '',
    '.next/static/chunks/status.js': 'load("static/chunks/both.js")',
    '.next/static/chunks/both.js': '',
  })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const only = scriptsOnlyFor(root, (page) => page.startsWith('draws'));
  expect(only.toSorted()).toEqual(['check.js', 'hash-1.~x.js', 'own.js']);
});
