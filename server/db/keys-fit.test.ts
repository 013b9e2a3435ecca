import { expect, test } from 'vitest';
import { eachDatabase } from '#tests/support/databases.ts';
import { keysFit } from './keys-fit.ts';
import { type Keys, makeKeys } from './vault/keys.ts';

const keys = makeKeys('k1');
const newer = makeKeys('k2');
/** k2 seals what is new, k1 still opens what is old. */
const rotated: Keys = { ...keys, current: 'k2', encryption: { ...keys.encryption, ...newer.encryption } };
const fits = { ok: true, value: 'fit' };
const differs = (keyId: string) => ({ ok: false, error: { kind: 'keys-differ', keyId } });

eachDatabase((_, open) => {
  test('an empty database takes any keys, and from then on those alone', async () => {
    const database = await open();
    expect(await keysFit(database, keys)).toEqual(fits);
    expect(await keysFit(database, keys)).toEqual(fits);
    expect(await keysFit(database, makeKeys('k1'))).toEqual(differs('k1'));
    expect(await keysFit(database, newer)).toEqual(differs('k1'));
    expect(await keysFit(database, keys), 'keys that were refused leave nothing behind').toEqual(fits);
  });

  test('another token key is refused, though everything opens', async () => {
    const database = await open();
    expect(await keysFit(database, keys)).toEqual(fits);
    expect(await keysFit(database, { ...keys, token: newer.token })).toEqual(differs('k1'));
  });

  test('after a change of keys the old one and the new one are both held to be there', async () => {
    const database = await open();
    expect(await keysFit(database, keys)).toEqual(fits);
    expect(await keysFit(database, rotated)).toEqual(fits);
    expect(await keysFit(database, rotated)).toEqual(fits);
    expect(await keysFit(database, keys)).toEqual(differs('k2'));
    expect(await keysFit(database, { ...newer, token: keys.token })).toEqual(differs('k1'));
  });

  test('of two that start at once with other keys, one is refused', async () => {
    const database = await open();
    const both = await Promise.all([keysFit(database, keys), keysFit(database, makeKeys('k3'))]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });
});
