import { beforeAll, describe, expect, test } from 'vitest';
import { chainSecret } from '#core/draw/chain.ts';
import { toHex } from '#core/draw/hash.ts';
import { depositChain, parseTrusteeFile, recoverKey, recoverSecret, shareOf } from './escrow.ts';
import { signingKey } from './keys.ts';

const chain = { last: new Uint8Array(32).fill(3), length: 4 };
const seed = new Uint8Array(32).fill(5);
const secretOf = (index: number): string => {
  const secret = chainSecret(chain, index);
  return secret.ok ? toHex(secret.value) : '';
};
const deposit = {
  name: 'alpha',
  key: signingKey(seed).publicKey,
  tip: secretOf(0),
  length: chain.length,
  threshold: 3,
  trustees: 5,
};
let files: readonly string[] = [];
beforeAll(async () => {
  files = await depositChain(deposit, chain, seed);
});

const some = (...whose: readonly number[]): readonly string[] => whose.map((trustee) => files[trustee - 1] ?? '');
/** The file of a trustee with one digit of a share changed. */
const broken = (trustee: number, name: string): string =>
  (files[trustee - 1] ?? '').replace(
    new RegExp(`(\\n${name}\\t.)(.)`),
    (_, before: string, digit: string) => `${before}${digit === '0' ? '1' : '0'}`,
  );

describe('escrow', () => {
  test('any three of five trustees open each secret, and the key', async () => {
    for (const trustees of [some(1, 2, 3), some(5, 3, 1), some(2, 4, 5), some(1, 2, 3, 4, 5)]) {
      for (let draw = 1; draw <= 4; draw += 1)
        expect(await recoverSecret(trustees, draw)).toEqual({ ok: true, value: secretOf(draw) });
      expect(await recoverKey(trustees)).toEqual({ ok: true, value: toHex(seed) });
    }
  });

  test('two of them open nothing, and neither does one who brings hers three times', async () => {
    const few = { ok: false, error: { kind: 'too-few-trustees', needed: 3, found: 2 } };
    expect(await recoverSecret(some(1, 2), 1)).toEqual(few);
    expect(await recoverSecret(some(1, 2, 2, 1), 1)).toEqual(few);
    expect(await recoverSecret([], 1)).toMatchObject({ error: { kind: 'too-few-trustees' } });
    const lowered = some(1, 2).map((file) => file.replace('\t3\t5\t', '\t2\t5\t'));
    expect(await recoverSecret(lowered, 1)).toEqual({ ok: false, error: { kind: 'shares-do-not-fit' } });
  });

  test('a share that was changed is noticed, and does no harm where there are enough others', async () => {
    const wrong = { ok: false, error: { kind: 'shares-do-not-fit' } };
    expect(await recoverSecret([broken(1, '2'), ...some(2, 3)], 2)).toEqual(wrong);
    expect(await recoverKey([broken(1, 'key'), ...some(2, 3)])).toEqual(wrong);
    expect(await recoverSecret([broken(1, '2'), ...some(2, 3, 4)], 2)).toEqual({ ok: true, value: secretOf(2) });
  });

  test('what a trustee hands out for a draw opens no other', async () => {
    const handed = some(1, 2, 3).map((text) => {
      const file = parseTrusteeFile(text);
      return (file && shareOf(file, 2)) ?? '';
    });
    expect(await recoverSecret(handed, 2)).toEqual({ ok: true, value: secretOf(2) });
    expect(await recoverSecret(handed, 3)).toEqual({ ok: false, error: { kind: 'share-missing', trustee: 1 } });
    expect(await recoverKey(handed)).toEqual({ ok: false, error: { kind: 'share-missing', trustee: 1 } });
    for (const text of handed) expect(text.trimEnd().split('\n')).toHaveLength(2);
    for (let draw = 1; draw <= 4; draw += 1) if (draw !== 2) expect(handed.join('')).not.toContain(secretOf(draw));
  });

  test('shares of another draw, or of another witness, don’t pass for one', async () => {
    const asThird = some(1, 2, 3).map((file) => file.replace(/\n3\t/, '\n9\t').replace(/\n2\t/, '\n3\t'));
    expect(await recoverSecret(asThird, 3)).toEqual({ ok: false, error: { kind: 'shares-do-not-fit' } });
    const others = await depositChain({ ...deposit, name: 'beta' }, chain, seed);
    expect(await recoverSecret([others[0] ?? '', ...some(2, 3)], 1)).toEqual({
      ok: false,
      error: { kind: 'shares-of-different-witnesses' },
    });
  });

  test.each<[string, (file: string) => string]>([
    ['another file', () => '{"parties":[]}'],
    ['nothing', () => ''],
    ['a share too short', (file) => file.replace(/..\n$/, '\n')],
    ['a draw twice', (file) => `${file}1\t${'00'.repeat(33)}\n`],
    ['a threshold of one', (file) => file.replace('\t3\t5\t', '\t1\t5\t')],
    ['a thousand trustees', (file) => file.replace('\t3\t5\t', '\t3\t1000\t')],
  ])('%s is no trustee’s file', async (_, change) => {
    expect(await recoverSecret([change(files[0] ?? ''), ...some(2, 3)], 1)).toEqual({
      ok: false,
      error: { kind: 'share-file-form', file: 1 },
    });
  });
});
