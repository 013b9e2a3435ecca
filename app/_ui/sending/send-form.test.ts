import { describe, expect, test } from 'vitest';
import { readAnswer } from './send-form.ts';

describe('the answer to a form sent by fetch', () => {
  test('leads on to the path that it names', () => {
    expect(readAnswer({ next: '/ht/status' })).toEqual({ kind: 'led', to: '/ht/status' });
  });

  test('never leads to another site', () => {
    expect(readAnswer({ next: '//evil.example' })).toEqual({ kind: 'refused', problem: { kind: 'unexpected' } });
    expect(readAnswer({ next: 'https://evil.example/' }).kind).toBe('refused');
  });

  test('tells a problem before it leads anywhere', () => {
    expect(readAnswer({ title: 'session-expired', next: '/ht/sign-in' })).toEqual({
      kind: 'refused',
      problem: { kind: 'session-expired' },
    });
  });

  test('tells a refusal with its figures', () => {
    expect(readAnswer({ title: 'outside-geofence', numbers: { kilometers: 12 } })).toEqual({
      kind: 'refused',
      problem: { kind: 'outside-geofence', numbers: { kilometers: 12 } },
    });
  });

  test('of a kind that this page does not know is our mistake', () => {
    expect(readAnswer({ title: 'Bad Gateway' })).toEqual({ kind: 'refused', problem: { kind: 'unexpected' } });
  });
});
