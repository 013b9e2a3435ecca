import { describe, expect, test } from 'vitest';
import { problemKinds } from '#core/problem/kinds.ts';
import { isProblemPage, pathOf, personIn, problemPages, readPageAddress } from './pages.ts';

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

describe('the person of a group that a form is about', () => {
  const id = '0b9c5d1e-7d1f-4f43-8f1c-0d6ab8f4a111';
  test.each([
    { title: 'the head, where nobody is named', fields: {}, query: '', expected: null },
    { title: 'by the form’s own field', fields: { person: id }, query: '', expected: id },
    { title: 'by the query of the form’s page', fields: {}, query: `person=${id}&change`, expected: id },
    { title: 'nobody, where it is no id', fields: { person: "1'--" }, query: '', expected: 'nobody' },
    {
      title: 'nobody, where the id is in capitals',
      fields: {},
      query: `person=${id.toUpperCase()}`,
      expected: 'nobody',
    },
  ])('$title', ({ fields, query, expected }) => {
    expect(personIn(fields as Record<string, string>, { page: 'register/name', query })).toBe(expected);
  });
});
