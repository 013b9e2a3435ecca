import { describe, expect, test } from 'vitest';
import { problemKinds } from '#core/problem/kinds.ts';
import { againstReasons, checkDecision, checkStatement, decisionOf, decisionReasons, mayDecide } from './decision.ts';
import { problemOf, readFound, reasonOf, reviewReasons } from './reason.ts';

describe('why a person is asked', () => {
  test('each of the refusals that a person can lift has a reason, and a closed window has none', () => {
    const reviewed = problemKinds.filter((kind) => reasonOf(kind) !== null);
    expect(reviewed).toEqual([
      'outside-geofence',
      'device-limit',
      'captcha-missing',
      'captcha-unavailable',
      'location-missing',
      'location-too-vague',
      'photo-refused',
      'presence-missed',
      'presence-throttled',
      'presence-unavailable',
    ]);
    expect(reasonOf('window-closed')).toBeNull();
  });

  test('what she was told can be told again', () => {
    const told = reviewReasons.map((reason) => problemOf(reason, { kilometers: 12 })?.kind ?? null);
    expect(told).toEqual([null, ...reviewReasons.slice(1, -4), null, null, null, null]);
  });

  test.each([
    [
      { kilometers: '12', limit: '3' },
      { kilometers: 12, limit: 3 },
    ],
    [{ kilometers: '20039' }, {}],
    [{ kilometers: '-1', limit: '1.5', misses: '' }, {}],
    [{ kilometers: '1e3', limit: '３' }, {}],
    [{ password: '12' }, {}],
    [{}, {}],
  ])('of %j the figures are %j', (texts, found) => {
    expect(readFound(texts)).toEqual(found);
  });
});

describe('a decision', () => {
  test('goes the way that its reason says', () => {
    const against = decisionReasons.filter((reason) => decisionOf(reason) === 'against');
    expect(against).toEqual([...againstReasons]);
  });

  test.each([
    [{}, { code: 'missing', reason: 'missing' }],
    [
      { code: ' ', reason: 'because' },
      { code: 'missing', reason: 'not-in-list' },
    ],
    [{ code: '1', reason: 'constructor' }, { reason: 'not-in-list' }],
    [{ code: '1', reason: 'not-enough', note: 'x'.repeat(501) }, { note: 'too-long' }],
    [{ code: '1', reason: 'not-enough', note: 'a\u0000b' }, { note: 'control-characters' }],
    [
      { code: ['1'], reason: ['not-enough'] },
      { code: 'wrong-type', reason: 'wrong-type' },
    ],
  ])('%j is none', (fields, kinds) => {
    const checked = checkDecision(fields);
    if (checked.ok) throw new Error('expected problems');
    expect(Object.fromEntries((checked.error.fields ?? []).map(({ field, kind }) => [field, kind]))).toEqual(kinds);
  });

  test('keeps its note in any script, with its lines', () => {
    const note = 'Видела её.\nDòk la bon. نعم می‌خواهم';
    expect(checkDecision({ code: '1', reason: 'met-in-person', note: ` ${note.replace('\n', '\r\n')} ` })).toEqual({
      ok: true,
      value: { code: '1', reason: 'met-in-person', note },
    });
    expect(checkStatement({ note: '😀'.repeat(500) }, 'note').ok).toBe(true);
  });

  test('of one who said no before is another’s the second time', () => {
    expect(mayDecide('ana', null)).toBe(true);
    expect(mayDecide('ana', { by: 'ana' })).toBe(false);
    expect(mayDecide('ben', { by: 'ana' })).toBe(true);
  });
});
