import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { err, ok } from '#core/result.ts';
import { isListReadable, peopleIn, sandboxPeople } from './people.ts';

const folder = mkdtempSync(join(tmpdir(), 'studio-people-'));
const path = join(folder, 'translators.json');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const ana = { email: 'Ana@Example.org', name: 'ana' };

test('a translator of the list is found by her address, however it is written', () => {
  writeFileSync(path, JSON.stringify([ana, { email: 'ben@example.org', name: 'ben' }]));
  const people = peopleIn(path, () => expect.unreachable());
  expect(people.find(' ana@example.ORG')).toEqual(ok({ name: 'ana', role: 'translator' }));
  expect(people.find('ana@example.com')).toEqual(ok(undefined));
});

test('while the list cannot be read it says so of everybody, and the log hears of it', () => {
  let told = 0;
  const people = peopleIn(path, () => {
    told += 1;
  });
  writeFileSync(path, '[{ "email": ');
  expect(people.find('ana@example.org')).toEqual(err({ kind: 'unreadable' }));
  expect(told).toBe(1);
  writeFileSync(path, JSON.stringify([ana]));
  expect(people.find('ana@example.org')).toMatchObject({ value: { name: 'ana' } });
});

test.each([
  ['nobody', []],
  ['no list', ana],
  ['a name of two words', [{ ...ana, name: 'ana maria' }]],
  ['a name twice, by which nobody could tell who reviewed whom', [ana, { email: 'b@example.org', name: 'Ana' }]],
  ['an address twice, which could review its own texts', [ana, { email: 'ana@example.org', name: 'ben' }]],
  ['no address', [{ ...ana, email: 'ana' }]],
  ['more than is asked for', [{ ...ana, role: 'operator' }]],
])('a list with %s is none', (_what, list) => {
  writeFileSync(path, JSON.stringify(list));
  expect(isListReadable(path)).toBe(false);
});

test('a file that is not there is none', () => {
  expect(isListReadable(join(folder, 'nowhere.json'))).toBe(false);
});

test('the sandbox knows two translators, and staff who are none', () => {
  expect(sandboxPeople.find('translator@puente.example')).toEqual(ok({ name: 'translator', role: 'translator' }));
  expect(sandboxPeople.find('reviewer@puente.example')).toEqual(ok({ name: 'reviewer', role: 'translator' }));
  expect(sandboxPeople.find('officer@puente.example')).toMatchObject({ value: { role: 'officer' } });
  expect(sandboxPeople.find('ana@puente.example')).toEqual(ok(undefined));
});
