import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rules } from '../catalogs-check.ts';
import { candidatesOf } from './candidates.ts';
import { findingsOf } from './rule.ts';
import { write, writeCleanTree } from './testing/clean-tree.ts';
import { readTree } from './tree.ts';

let root = '';
beforeEach(() => {
  root = writeCleanTree();
});
afterEach(() => rmSync(root, { recursive: true }));

const findings = () => findingsOf(rules, readTree(root));

test('a language that has begun is to look at, however broken, and fails nothing', () => {
  write(root, 'locales/fr/sample.json', '{ "title": "Titre", "greeting": "" }');
  write(root, 'locales/fr/problem.json', '{ "busy": ');
  expect(findings()).toMatchObject([
    {
      rule: 'candidate',
      severity: 'warning',
      file: 'locales/fr',
      found: '1 messages, 0 files of words, 0 long texts',
    },
  ]);
});

test('a language that has everything the source has is complete', () => {
  for (const folder of ['locales', 'content'])
    cpSync(join(root, folder, 'es'), join(root, folder, 'tr'), { recursive: true });
  expect(candidatesOf(readTree(root))).toMatchObject([{ tag: 'tr', isComplete: true }]);
  expect(findings()).toEqual([]);
});
