import * as phone from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setPin } from '../storage/pin.ts';
import { keep, listKept } from '../storage/sealed.ts';
import type { Draft } from './draft.ts';
import {
  countDrafts,
  findDrafts,
  forgetDraft,
  forgetFiles,
  forgetPage,
  forgetTaken,
  nameBeside,
} from './kept-drafts.ts';

const page = 'register/name';
const beside = nameBeside(page, '7.0');

beforeEach(() => {
  for (const [name, value] of Object.entries(phone)) if (name.startsWith('IDB')) vi.stubGlobal(name, value);
  vi.stubGlobal('indexedDB', new phone.IDBFactory());
  vi.stubGlobal('document', { cookie: 'puente_whose=marie' });
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
  vi.useFakeTimers({ toFake: ['Date'], now: 1000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('of a page is found', () => {
  test('what was typed beside something closed, the newest first, and no file or other page', async () => {
    await put(page, 'Marie-Ange');
    await put(beside, 'Marie');
    await put(`${page}?person=2`, 'Ana');
    await put('register/names', 'Olga');
    expect(await keep('draft', `${page} photo`, Uint8Array.of(1))).toEqual({ ok: true });
    const found = await findDrafts(page);
    expect(found).toMatchObject([
      { name: beside, draft: { fields: { givenNames: 'Marie' } } },
      { name: page, draft: { fields: { givenNames: 'Marie-Ange' } } },
    ]);
  });

  test('that it is closed, where a PIN locks it; and nothing where nothing is', async () => {
    await put(page, 'Marie-Ange');
    expect(await setPin('4711')).toEqual({ ok: true });
    expect(await findDrafts(page)).toBe('closed');
    expect(await findDrafts('register/birth')).toEqual([]);
  });
});

describe('there goes', () => {
  beforeEach(async () => {
    for (const name of [page, `${page} photo`, beside, `${beside} photo`, `${page}?person=2`]) await put(name, 'Marie');
  });

  test.each<[what: string, act: () => Promise<void>, left: readonly string[]]>([
    ['a page with all that lies beside it', async () => forgetPage(page), [`${page}?person=2`]],
    [
      'a page but for what is typed now',
      async () => forgetPage(page, beside),
      [beside, `${beside} photo`, `${page}?person=2`],
    ],
    ['one draft with its files', async () => forgetDraft(page), [beside, `${beside} photo`, `${page}?person=2`]],
    ['the files of one', async () => forgetFiles(beside), [page, `${page} photo`, beside, `${page}?person=2`]],
  ])('%s', async (_, act, left) => {
    await act();
    expect((await listKept('draft')).map(({ name }) => name)).toEqual(left);
  });

  test('all of a page once its form has arrived', async () => {
    vi.stubGlobal('document', { cookie: `puente_whose=marie; puente_taken=${page}` });
    await forgetTaken();
    vi.stubGlobal('document', { cookie: 'puente_whose=marie' });
    expect((await listKept('draft')).map(({ name }) => name)).toEqual([`${page}?person=2`]);
  });
});

test('they are counted by pages, not by drafts and files', async () => {
  for (const name of [page, `${page} photo`, beside, `${page}?person=2`]) await put(name, 'Marie');
  expect((await countDrafts()).pages).toBe(2);
});

async function put(name: string, givenNames: string): Promise<void> {
  const draft: Draft = { tab: name, over: '', fields: { givenNames }, files: {} };
  vi.setSystemTime(Date.now() + 1);
  expect(await keep('draft', name, draft)).toEqual({ ok: true });
}
