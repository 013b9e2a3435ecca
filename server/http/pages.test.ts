import { describe, expect, test } from 'vitest';
import { problemKinds } from '#core/problem/kinds.ts';
import { isProblemPage, pathOf, problemPages, readPageAddress } from './pages.ts';

describe('readPageAddress', () => {
  test.each([
    ['register/name', { page: 'register/name', query: '' }],
    ['register/name?change', { page: 'register/name', query: 'change' }],
    ['staff/day?port=laredo&day=2027-01-15', { page: 'staff/day', query: 'port=laredo&day=2027-01-15' }],
    ['', { page: '', query: '' }],
  ])('%j is a page of the project', (text, address) => {
    expect(readPageAddress(text)).toEqual(address);
  });

  test.each([
    '//evil.example',
    '/status',
    'status/',
    'https://evil.example',
    'status?to=//evil.example',
    'status?',
    'status#x',
    'toString',
    '../status',
    'status\r\nX: 1',
    undefined,
  ])('%j is none', (text) => {
    expect(readPageAddress(text)).toBeNull();
  });

  test('and back to a path', () => {
    expect(pathOf('pt-BR', { page: '', query: '' })).toBe('/pt-BR');
    expect(pathOf('es', { page: 'register/name', query: 'change' })).toBe('/es/register/name?change');
  });
});

test('each problem page is of a problem that exists', () => {
  for (const kind of problemPages) expect(problemKinds).toContain(kind);
  expect(isProblemPage('fields')).toBe(false);
});
