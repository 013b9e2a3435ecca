import { describe, expect, test } from 'vitest';
import { fillIn, refusalTexts } from './refusal-words.ts';

const book = {
  unexpected: { title: 'Ours', what: 'It broke.', next: 'Wait.', ways: [] },
  'outside-geofence': {
    title: 'Outside',
    what: 'Too far.',
    found: 'By {kilometers} km.',
    next: 'Try again.',
    ways: [{ href: '/en/assisted?reason=outside-geofence&kilometers={kilometers}', text: 'Help' }],
  },
};

describe('a refusal told by the phone itself', () => {
  test('says what was found, in figures', () => {
    expect(refusalTexts(book, { kind: 'outside-geofence', numbers: { kilometers: 12 } })).toEqual({
      title: 'Outside',
      texts: ['Too far.', 'By 12 km.', 'Try again.'],
      ways: [{ href: '/en/assisted?reason=outside-geofence&kilometers=12', text: 'Help' }],
    });
  });

  test('leaves out what was found where the figure is missing, in its links too', () => {
    const { texts, ways } = refusalTexts(book, { kind: 'outside-geofence' });
    expect(texts).toEqual(['Too far.', 'Try again.']);
    expect(ways).toEqual([{ href: '/en/assisted?reason=outside-geofence', text: 'Help' }]);
  });

  test('of a kind without words is told as our mistake', () => {
    expect(refusalTexts(book, { kind: 'device-limit' }).title).toBe('Ours');
  });
});

test('a template with a part that nobody knows is not shown half filled', () => {
  expect(fillIn('{hours} h {minutes} min', { hours: 2 })).toBeUndefined();
  expect(fillIn('{hours} h {minutes} min', { hours: 2, minutes: 5 })).toBe('2 h 5 min');
});
