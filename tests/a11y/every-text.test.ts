import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { covers } from '../../scripts/catalogs/enumerations.ts';
import { readShown } from '../support/shown-texts.ts';
import { flatten, messagesOf } from '../support/words.ts';
import { missingFrom, neverSeen } from './every-text.ts';
import { oneIsEnough, onNoScreen } from './texts-beside.ts';

const root = join(import.meta.dirname, '../..');
const looked = mkdtempSync(join(tmpdir(), 'puente-looked-'));
afterAll(() => {
  rmSync(looked, { recursive: true });
});

const all = flatten(messagesOf('en'));
const everything = new Set(all.map(([key]) => key));

test('a run that saw every text has nothing to tell; one that left out a state tells its sentence', () => {
  expect(missingFrom(everything, all)).toEqual([]);
  const without = new Set([...everything].filter((key) => key !== 'offer.extend.tooNear'));
  expect(missingFrom(without, all)).toEqual(['offer.extend.tooNear']);
});

test('of a family one text is enough, and none is told by the name of the family', () => {
  const [first] = oneIsEnough;
  if (!first) throw new Error('expected a family');
  const others = all.filter(([key]) => !covers(first.family, key)).map(([key]) => key);
  const one = all.map(([key]) => key).find((key) => covers(first.family, key)) ?? '';
  expect(missingFrom(new Set([...others, one]), all)).toEqual([]);
  expect(missingFrom(new Set(others), all)).toEqual([first.family]);
});

test('what workers wrote down is read by language, and a filled-in sentence is known by its words', () => {
  mkdirSync(join(looked, 'texts'));
  const lines = ['Your group has 12 people. More is not possible.', 'Marie', 'Time left: 3 h'];
  for (const [index, line] of lines.entries())
    appendFileSync(join(looked, 'texts', `en ${index % 2}`), `${JSON.stringify(line)}\n`);
  expect([...readShown(looked)]).toEqual([
    ['en', new Set(['Your group has 12 people. More is not possible.', 'Time left: 3 h', 'Marie'])],
  ]);
  const left = neverSeen(looked, root);
  expect(left).not.toContain('group.full');
  expect(left).toContain('group.hold.waiting');
});

test('each pattern of what stands beside covers a text that there is', () => {
  const patterns = [...onNoScreen.flatMap(({ texts }) => texts), ...oneIsEnough.map(({ family }) => family)];
  expect(patterns.filter((pattern) => !all.some(([key]) => covers(pattern, key)))).toEqual([]);
});
