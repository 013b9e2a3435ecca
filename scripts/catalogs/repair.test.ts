import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Finding, Repair } from './finding.ts';
import { applyRepairs } from './repair.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'repair-'));
  writeFileSync(join(root, 'a.json'), '{\n  "a": "one  two",\n  "b": "x  y  z"\n}\n');
});
afterEach(() => rmSync(root, { recursive: true }));

const finding = (repair?: Repair): Finding => ({
  rule: 'r',
  severity: 'error',
  file: 'a.json',
  line: 2,
  key: 'a',
  message: 'm',
  expected: 'e',
  found: 'f',
  ...(repair ? { repair } : {}),
});
const text = () => readFileSync(join(root, 'a.json'), 'utf8');

test('what stands once on its line is replaced, and nothing else', () => {
  const changed = applyRepairs(root, [finding({ file: 'a.json', line: 2, from: '  two', to: ' two' }), finding()]);
  expect(changed).toEqual(['a.json']);
  expect(text()).toBe('{\n  "a": "one two",\n  "b": "x  y  z"\n}\n');
});

test('a line that is not as it was, or says it twice, stays', () => {
  const repairs = [
    { file: 'a.json', line: 2, from: 'three', to: '3' },
    { file: 'a.json', line: 3, from: '  ', to: ' ' },
    { file: 'a.json', line: 30, from: 'x', to: 'y' },
  ];
  expect(applyRepairs(root, repairs.map(finding))).toEqual([]);
});

test('a file that is made by a program is made anew, also where there was none', () => {
  const made = [finding({ file: 'a.json', whole: '{}\n' }), finding({ file: 'new/b.md', whole: 'B\n' })];
  expect(applyRepairs(root, made)).toEqual(['a.json', 'new/b.md']);
  expect(text()).toBe('{}\n');
  expect(readFileSync(join(root, 'new/b.md'), 'utf8')).toBe('B\n');
});
