import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DrawOperator } from '#tests/support/draw-operator.ts';
import { joinedWitness, lookOnce, openedWitness, scratchFolder } from '#tests/support/witness-folder.ts';
import type { Operator } from './operator.ts';

const day = '2027-01-05';
const now = Date.parse(`${day}T16:05:00Z`);
let folder = '';
let operator: DrawOperator;

beforeEach(async () => {
  folder = scratchFolder();
  operator = new DrawOperator();
  await joinedWitness(operator, folder, { name: 'alpha', length: 3 });
  operator.beginSeason();
  operator.close(day);
});
afterEach(() => rmSync(folder, { recursive: true }));

const log = () => join(folder, 'alpha', 'signed.tsv');
const actsOf = (text: string) => text.split('\n').flatMap((line) => line.split('\t')[1] ?? []);

/** The operator of a witness that is killed at its nth call: before anything is asked or sent, or after it arrived. */
function killedAt(nth: number, when: 'before' | 'after'): Operator {
  const honest = operator.seenBy('alpha');
  let calls = 0;
  async function call<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    calls += 1;
    if (calls === nth && when === 'before') throw new Error('killed');
    const answer = await act();
    if (calls === nth) throw new Error('killed');
    return answer;
  }
  const kept = () => (existsSync(log()) ? actsOf(readFileSync(log(), 'utf8')) : []);
  return {
    now: () => call(() => honest.now()),
    file: (...of) => call(() => honest.file(...of)),
    policies: () => honest.policies(),
    join: (of) => call(() => honest.join(of)),
    signAnnouncement: (...of) => call(() => written('announcement', () => honest.signAnnouncement(...of))),
    reveal: (...of) => call(() => written('reveal', () => honest.reveal(...of))),
    signSummary: (...of) => call(() => written('result', () => honest.signSummary(...of))),
  };
  /** What leaves is on the disk before. */
  function written<Answer>(act: string, send: () => Promise<Answer>): Promise<Answer> {
    expect(kept()).toContain(act);
    return send();
  }
}

test('killed at any call, it goes on where it was, and puts its name to each thing once', async () => {
  let kills = 0;
  for (let nth = 1; operator.now().stage !== 'cosigned-result'; nth += 1) {
    for (const when of ['before', 'after'] as const) {
      const seen = await lookOnce(openedWitness(join(folder, 'alpha')), killedAt(nth, when), { now }).catch(() => null);
      if (seen) nth = 0;
      else kills += 1;
    }
    expect(nth).toBeLessThan(50);
  }
  expect(kills).toBeGreaterThan(30);
  expect(actsOf(readFileSync(log(), 'utf8'))).toEqual(['registrations', 'announcement', 'reveal', 'result']);
});

test('killed while it wrote its log, it writes the same again', async () => {
  await lookOnce(openedWitness(join(folder, 'alpha')), operator.seenBy('alpha'), { now });
  const whole = readFileSync(log(), 'utf8');
  expect(actsOf(whole)).toEqual(['registrations', 'announcement']);
  operator.lie = (file, truth) =>
    file === 'now' ? (truth ?? '').replace(/revealing(.*)\[.*\]/, 'cosigning$1["alpha"]') : undefined;
  for (let length = 0; length < whole.length; length += 9) {
    writeFileSync(log(), whole.slice(0, length));
    const seen = await lookOnce(openedWitness(join(folder, 'alpha')), operator.seenBy('alpha'), { now });
    expect(seen.kind, String(length)).toBe('signed-announcement');
    expect(readFileSync(log(), 'utf8').replaceAll(/^.+?Z/gm, '')).toBe(whole.replaceAll(/^.+?Z/gm, ''));
  }
});

test('two programs on one folder sign the same, whichever was first', async () => {
  const [one, other] = [openedWitness(join(folder, 'alpha')), openedWitness(join(folder, 'alpha'))];
  const told = operator.seenBy('alpha');
  const first = lookOnce(one, told, { now });
  const second = lookOnce(other, told, { now });
  expect((await Promise.all([first, second])).map(({ kind }) => kind)).toEqual([
    'signed-announcement',
    'signed-announcement',
  ]);
  expect(actsOf(readFileSync(log(), 'utf8')).filter((act) => act === 'announcement')).toHaveLength(1);
});

test('a log that somebody else wrote into stops it', () => {
  writeFileSync(log(), 'words\n');
  expect(() => openedWitness(join(folder, 'alpha')).log.entries()).toThrow(/signed.tsv, line 1/);
});
