import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fromHex } from '#core/draw/hash.ts';
import { DrawOperator } from '#tests/support/draw-operator.ts';
import { joinedWitness, lookOnce, openedWitness, scratchFolder } from '#tests/support/witness-folder.ts';
import { verifyFiles } from '../verify-draw/verify-folder.ts';
import type { Seen } from './at-hand.ts';
import { checkOpening } from './check-opening.ts';
import { parseTrusteeFile, recoverKey, recoverSecret, shareOf } from './escrow.ts';
import { restoreWitness } from './folder.ts';

let folder = '';
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

type Success<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: object };

function must<Value>(result: Success<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const dayOf = (number: number): string => new Date(Date.UTC(2027, 0, number)).toISOString().slice(0, 10);

/** A witness that has given its trustees their files. */
async function joined(operator: DrawOperator, name: string): Promise<readonly string[]> {
  const files = await joinedWitness(operator, folder, { name, length: 40 });
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  rmSync(join(folder, name, 'for-trustees'), { recursive: true });
  return texts;
}

/** One look, by a program that has just been started. */
async function look(operator: DrawOperator, name: string, day: string): Promise<Seen['kind']> {
  const now = Date.parse(`${day}T16:05:00Z`);
  return (await lookOnce(openedWitness(join(folder, name)), operator.seenBy(name), { now })).kind;
}

/** What two trustees hand out, each no more than was asked for. */
function sharesOf(files: readonly string[], of: number | 'key', whose: readonly number[]): readonly string[] {
  return whose.map((trustee) => {
    const file = parseTrusteeFile(files[trustee - 1] ?? '');
    return (file && shareOf(file, of)) ?? '';
  });
}

test('thirty days with two witnesses, one of which is lost on the twelfth and comes back by escrow', async () => {
  const operator = new DrawOperator();
  await joined(operator, 'alpha');
  const trustees = await joined(operator, 'beta');
  const { deposit } = openedWitness(join(folder, 'beta'));
  operator.beginSeason();

  for (let number = 1; number <= 30; number += 1) {
    const day = dayOf(number);
    const pair =
      [
        [1, 2],
        [2, 3],
        [3, 1],
      ][number % 3] ?? [];
    operator.close(day);
    for (const name of ['alpha', 'beta']) expect(await look(operator, name, day)).toBe('signed-announcement');
    if (number === 12) rmSync(join(folder, 'beta'), { recursive: true });
    expect(await look(operator, 'alpha', day)).toBe('revealed');

    if (number < 12) {
      expect(await look(operator, 'beta', day)).toBe('revealed');
    } else {
      // The draw waits: nobody but the trustees can open what is missing.
      expect(operator.now()).toEqual({ day, draw: number, stage: 'revealing', waitsFor: ['beta'] });
      expect(await look(operator, 'alpha', day)).toBe('nothing-to-do');
      if (number === 12) {
        const seed = must(await recoverKey(sharesOf(trustees, 'key', [1, 3])));
        must(restoreWitness(join(folder, 'beta'), deposit, fromHex(seed)));
      }
      expect(await look(operator, 'beta', day)).toBe('needs-trustees');
      const anybody = operator.seenBy(null);
      expect(must(await checkOpening(anybody, deposit, number))).toBe(day);
      const secret = must(await recoverSecret(sharesOf(trustees, number, pair), number));
      must(await anybody.reveal(day, secret));
    }
    for (const name of ['alpha', 'beta']) expect(await look(operator, name, day)).toBe('signed-result');
    expect(operator.now().stage).toBe('cosigned-result');
    expect(verifyFiles(operator.folderOf(day)), day).toMatchObject({ verdict: 'same' });
  }

  // A new season, a new chain: the trustees are needed no more.
  rmSync(folder, { recursive: true });
  await joined(operator, 'alpha');
  await joined(operator, 'beta');
  operator.beginSeason();
  operator.close(dayOf(31));
  for (const kind of ['signed-announcement', 'revealed', 'signed-result']) {
    for (const name of ['alpha', 'beta']) expect(await look(operator, name, dayOf(31))).toBe(kind);
  }
  expect(verifyFiles(operator.folderOf(dayOf(31)))).toMatchObject({ verdict: 'same' });
});
