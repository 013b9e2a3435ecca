import { describe, expect, test } from 'vitest';
import { readSellerReport } from './seller-report.ts';

const right = { act: 'asked-money', where: ' On WhatsApp,\r\nfrom +52 55 1234 5678 ', contact: '' };

describe('a report of a seller', () => {
  test('is read with its line breaks, and needs no contact', () => {
    expect(readSellerReport(right)).toEqual({
      ok: true,
      value: { act: 'asked-money', where: 'On WhatsApp,\nfrom +52 55 1234 5678', contact: '' },
    });
  });

  test('may be as long as it says, counted as a person counts', () => {
    expect(readSellerReport({ ...right, where: '🙂'.repeat(500) })).toMatchObject({ ok: true });
    expect(readSellerReport({ ...right, where: 'é'.normalize('NFD').repeat(500) })).toMatchObject({ ok: true });
  });

  test.each([
    [{ act: '' }, 'act', { kind: 'missing' }],
    [{ act: 'constructor' }, 'act', { kind: 'not-in-list' }],
    [{ where: ' \n ' }, 'where', { kind: 'missing' }],
    [{ where: 'я'.repeat(501) }, 'where', { kind: 'too-long', limit: 500 }],
    [{ where: 'a\u0000b' }, 'where', { kind: 'control-characters' }],
    [{ where: 'a\ud800' }, 'where', { kind: 'control-characters' }],
    [{ where: ['a'] }, 'where', { kind: 'wrong-type' }],
    [{ contact: 'x'.repeat(201) }, 'contact', { kind: 'too-long', limit: 200 }],
    [{ contact: 'a\u001b[31m' }, 'contact', { kind: 'control-characters' }],
  ])('with %j is refused', (change, field, problem) => {
    const read = readSellerReport({ ...right, ...change });
    expect(read).toEqual({ ok: false, error: { kind: 'fields', fields: [{ field, ...problem }] } });
  });
});
