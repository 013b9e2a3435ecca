import { expect, test } from 'vitest';
import type { AccountId } from '#core/ids.ts';
import { phoneTags } from './phone-tag.ts';

const tagOf = phoneTags(new Uint8Array(32));
const ana = '0199d0a0-0000-7000-8000-000000000001' as AccountId;
const boris = '0199d0a0-0000-7000-8000-000000000002' as AccountId;

test('a phone knows an account by 16 characters that are always the same', () => {
  expect(tagOf(ana)).toMatch(/^[\w-]{16}$/);
  expect(tagOf(ana)).toBe(tagOf(ana));
});

test('tags of two accounts, and of one under another key, have nothing in common', () => {
  const tags = [tagOf(ana), tagOf(boris), phoneTags(new Uint8Array(32).fill(1))(ana)];
  expect(new Set(tags.map((tag) => tag.slice(0, 4))).size).toBe(3);
});
