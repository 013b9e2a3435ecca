import { expect, test } from 'vitest';
import { mayOffer } from './may-offer.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2027, 2, 20);
const ago = (days: number) => String(now - days * day);

test.each([
  ['who was never asked is asked', { refused: null, isOffered: false, isShared: false }, true],
  ['nobody is asked twice while she is here', { refused: null, isOffered: true, isShared: false }, false],
  ['nobody is asked on a phone that several people use', { refused: null, isOffered: false, isShared: true }, false],
  ['after “not now” nobody is asked for 90 days', { refused: ago(89), isOffered: false, isShared: false }, false],
  ['then she may be asked again', { refused: ago(90), isOffered: false, isShared: false }, true],
  ['what nobody can read is a “not now”', { refused: 'soon', isOffered: false, isShared: false }, false],
])('%s', (_rule, kept, may) => {
  expect(mayOffer({ ...kept, now })).toBe(may);
});
