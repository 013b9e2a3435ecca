import * as phone from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { change, openPhone, type Row, readFrom, readRows } from './database.ts';
import { forget, forgetEverything, isSharedPhone, keep, listKept, readKept, setShared, tidy } from './sealed.ts';

const day = 24 * 60 * 60 * 1000;
const name = 'register/name';

beforeEach(() => {
  for (const [name, value] of Object.entries(phone)) if (name.startsWith('IDB')) vi.stubGlobal(name, value);
  vi.stubGlobal('indexedDB', new phone.IDBFactory());
  signedIn('marie');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what is kept', () => {
  test('is there again, until it is forgotten', async () => {
    expect(await keep('draft', name, { givenNames: 'Marie-Ange' })).toEqual({ ok: true });
    expect((await readKept('draft', name))?.value).toEqual({ givenNames: 'Marie-Ange' });
    await forget('draft', name);
    expect(await readKept('draft', name)).toBeNull();
  });

  test('may be bytes, such as a photo', async () => {
    await put('draft', 'register/photo', Uint8Array.of(255, 216, 255));
    expect((await readKept('draft', 'register/photo'))?.value).toEqual(Uint8Array.of(255, 216, 255));
  });

  test('does not lie in the open, and neither does the key', async () => {
    await put('draft', name, { givenNames: 'Marie-Ange' });
    const { row, key } = await lying();
    expect(new TextDecoder('latin1').decode(row?.sealed)).not.toContain('Marie');
    expect(key?.extractable).toBe(false);
  });

  test('is listed by its kind, the oldest first', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 2000 });
    await put('page', '/ht/status', '<p>');
    vi.setSystemTime(1000);
    await put('page', '/ht/offer', '<p>');
    await put('draft', name, {});
    expect((await listKept('page')).map(({ name: path }) => path)).toEqual(['/ht/offer', '/ht/status']);
    await forget('page');
    expect(await listKept('page')).toEqual([]);
    expect(await listKept('draft')).toHaveLength(1);
  });

  test('under the name of another page opens nothing, and is removed', async () => {
    await put('draft', name, { givenNames: 'Marie-Ange' });
    await forge((row) => ({ ...row, name: 'register/phone' }));
    expect(await readKept('draft', 'register/phone')).toBeNull();
    expect((await listKept('draft')).map((row) => row.name)).toEqual([name]);
  });

  test('and was damaged counts as none, and is removed', async () => {
    await put('draft', name, {});
    await forge((row) => ({ ...row, sealed: row.sealed.slice(1) }));
    expect(await readKept('draft', name)).toBeNull();
    expect(await listKept('draft')).toEqual([]);
  });
});

describe('of another person', () => {
  test('nothing is given out, and all of it goes once she has signed in', async () => {
    await put('draft', name, { givenNames: 'Marie-Ange' });
    signedIn('olga');
    expect(await readKept('draft', name)).toBeNull();
    expect(await listKept('draft')).toEqual([]);
    await tidy();
    signedIn('marie');
    expect(await readKept('draft', name)).toBeNull();
  });

  test('goes also where the sign-out did not come to its page', async () => {
    await put('draft', name, {});
    signedIn('nobody');
    await tidy();
    signedIn('marie');
    expect(await readKept('draft', name)).toBeNull();
  });

  test('waits, unseen, while her session is over, and is gone for who signs in instead', async () => {
    await put('draft', name, {});
    signedIn('');
    await tidy();
    expect(await readKept('draft', name)).toBeNull();
    signedIn('marie');
    expect(await readKept('draft', name)).not.toBeNull();
    signedIn('olga');
    await tidy();
    signedIn('marie');
    expect(await readKept('draft', name)).toBeNull();
  });

  test('moved to her place, it does not open', async () => {
    await put('draft', name, {});
    await forge((row) => ({ ...row, whose: 'olga' }));
    signedIn('olga');
    expect(await readKept('draft', name)).toBeNull();
  });

  test('what nobody in particular typed goes, and what she sent does not', async () => {
    signedIn('');
    await put('draft', 'report-seller', {});
    await put('write', 'report-seller', {});
    signedIn('marie');
    await tidy();
    signedIn('');
    expect(await listKept('draft')).toEqual([]);
    expect(await listKept('write')).toHaveLength(1);
  });
});

test('everything goes at once, and a copy of it opens no more', async () => {
  await put('draft', name, {});
  const { row } = await lying();
  await forgetEverything();
  await put('draft', 'register/phone', {});
  const database = await openPhone();
  await change(database, ['kept'], (store) => row && store('kept').put(row));
  database.close();
  expect(await readKept('draft', name)).toBeNull();
});

describe('by a clock', () => {
  test.each([
    ['that is a day behind now, a draft of today stays', -day, true],
    ['that is a day ahead now, a draft of a week ago stays', 8 * day, true],
    ['that is right, a draft of nine days ago is over', 9 * day, false],
    ['that was years ahead and was set right, a draft stays', -1000 * day, true],
  ])('%s', async (_, later, stays) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await put('draft', name, {});
    vi.setSystemTime(Date.now() + later);
    await tidy();
    expect((await readKept('draft', name)) !== null).toBe(stays);
  });

  test('that was years ahead, what was kept is over a week after it was set right', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await put('draft', name, {});
    vi.setSystemTime(Date.now() - 1000 * day);
    await tidy();
    vi.setSystemTime(Date.now() + 9 * day);
    expect(await readKept('draft', name)).toBeNull();
  });
});

describe('where the browser says no', () => {
  test('a private window is told as denied, and nothing is thrown', async () => {
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException(
          'A mutation operation was attempted on a database that did not allow it.',
          'InvalidStateError',
        );
      },
    });
    expect(await keep('draft', name, {})).toEqual({ ok: false, error: { kind: 'denied' } });
    expect(await readKept('draft', name)).toBeNull();
    expect(await listKept('draft')).toEqual([]);
    await tidy();
  });

  test('no database at all is the same', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await keep('draft', name, {})).toEqual({ ok: false, error: { kind: 'denied' } });
  });

  test('a phone without room is told as full', async () => {
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('Encountered full disk while opening backing store.', 'QuotaExceededError');
      },
    });
    expect(await keep('draft', name, {})).toEqual({ ok: false, error: { kind: 'full' } });
  });
});

describe('on a phone that several people use', () => {
  beforeEach(() => {
    tabOpened();
  });

  test('what was kept before goes at once', async () => {
    await put('draft', name, {});
    await setShared(true);
    expect(await isSharedPhone()).toBe(true);
    await setShared(false);
    expect(await readKept('draft', name)).toBeNull();
  });

  test('something is there again in its own tab, and in no other', async () => {
    await setShared(true);
    await put('draft', name, {});
    expect(await readKept('draft', name)).not.toBeNull();
    tabOpened();
    expect(await readKept('draft', name)).toBeNull();
  });

  test('nothing is older than ten minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await setShared(true);
    await put('draft', name, {});
    vi.setSystemTime(Date.now() + 11 * 60_000);
    expect(await readKept('draft', name)).toBeNull();
  });

  test('a worker keeps nothing', async () => {
    await setShared(true);
    vi.stubGlobal('sessionStorage', undefined);
    expect(await keep('page', '/ht/status', '<p>')).toEqual({ ok: false, error: { kind: 'denied' } });
  });

  test('it stays so when somebody signs out', async () => {
    await setShared(true);
    await forgetEverything();
    expect(await isSharedPhone()).toBe(true);
  });
});

test('a worker without cookies takes whose the phone was when a page last looked', async () => {
  await tidy();
  await put('page', '/ht/status', 'hers');
  vi.stubGlobal('document', undefined);
  expect((await readKept('page', '/ht/status'))?.value).toBe('hers');
});

/** Its memory lasts as long as it does. */
function tabOpened(): void {
  const memory = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => memory.set(key, value),
  });
}

async function put(...given: Parameters<typeof keep>): Promise<void> {
  expect(await keep(...given)).toEqual({ ok: true });
}

function signedIn(tag: string): void {
  vi.stubGlobal('document', { cookie: `puente_language=ht${tag && `; puente_whose=${tag}`}` });
}

async function lying() {
  const database = await openPhone();
  const [row] = await readRows(database);
  const key = await readFrom(database, 'keys', 'seal');
  database.close();
  return { row, key };
}

/** As somebody would who writes into the browser's files. */
async function forge(by: (row: Row) => Row): Promise<void> {
  const database = await openPhone();
  const rows = await readRows(database);
  await change(database, ['kept'], (store) => rows.forEach((row) => store('kept').put(by(row))));
  database.close();
}
