import * as phone from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { change, openPhone, readFrom, readRow } from './database.ts';
import { openPin, readPin, removePin, setPin, turnPinOff } from './pin.ts';
import { forgetEverything, keep, pinState, readKept, setShared, tidy, touchPin } from './sealed.ts';

const name = 'register/name';
const typed = { givenNames: 'Marie-Ange' };
const minute = 60 * 1000;
const wrong = { ok: false, error: { kind: 'wrong' } };
const waiting = (minutes: number) => ({ ok: false, error: { kind: 'wait', minutes } });

beforeEach(() => {
  for (const [global, value] of Object.entries(phone)) if (global.startsWith('IDB')) vi.stubGlobal(global, value);
  vi.stubGlobal('indexedDB', new phone.IDBFactory());
  vi.useFakeTimers({ toFake: ['Date'] });
  signedIn('marie');
  tabOpened();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each([
  ['1234', '1234'],
  [' 12345678 ', '12345678'],
  ['١٢٣٤', '1234'],
  ['۱۲۳۴', '1234'],
  ['123', null],
  ['123456789', null],
  ['12a4', null],
])('%s is read as %s', (text, pin) => {
  expect(readPin(text)).toBe(pin);
});

describe('what she typed, with a PIN,', () => {
  test('before she chose it and since, opens after it in the tab where she typed it, and stays sealed to others', async () => {
    await put('draft', name, typed);
    await put('draft', `${name} photo`, Uint8Array.of(255, 216));
    await done(setPin('4711'));
    await put('draft', 'register/birth', { birthDay: '9' });
    expect(await pinState()).toBe('closed');
    expect(await readKept('draft', name)).toBeNull();
    expect(await readKept('draft', 'register/birth')).toBeNull();

    expect(await openPin('4711')).toEqual({ ok: true });
    expect(await pinState()).toBe('open');
    expect((await readKept('draft', name))?.value).toEqual(typed);
    expect((await readKept('draft', `${name} photo`))?.value).toEqual(Uint8Array.of(255, 216));
    expect((await readKept('draft', 'register/birth'))?.value).toEqual({ birthDay: '9' });
    tabOpened();
    expect(await readKept('draft', name)).toBeNull();
  });

  test('is closed after ten minutes without a touch, and open as long as there are touches', async () => {
    await chosen('4711');
    await done(openPin('4711'));
    later(9 * minute);
    await touchPin();
    later(9 * minute);
    expect(await pinState()).toBe('open');
    later(2 * minute);
    expect(await pinState()).toBe('closed');
    await touchPin();
    expect(await pinState()).toBe('closed');
  });

  test('does not open by the phone’s own key, nor by what a tab remembers on another phone', async () => {
    await chosen('4711');
    await done(openPin('4711'));
    const remembered = new Map(memory);
    const { row, lock } = await lying();
    expect(lock?.privateKey).toBeDefined();
    vi.stubGlobal('indexedDB', new phone.IDBFactory());
    await put('page', '/ht/status', 'makes a key');
    for (const [key, value] of remembered) memory.set(key, value);
    const database = await openPhone();
    await change(database, ['kept', 'keys'], (store) => {
      store('kept').put(row);
      store('keys').put(lock, 'pin');
    });
    database.close();
    expect(await pinState()).toBe('closed');
    expect(await readKept('draft', name)).toBeNull();
  });

  test('is not removed by who looks without it', async () => {
    await chosen('4711');
    await readKept('draft', name);
    await tidy();
    await done(openPin('4711'));
    expect(await readKept('draft', name)).not.toBeNull();
  });

  test('and pages of hers, and what waits for a line, open without it', async () => {
    await chosen('4711');
    await put('page', '/ht/confirmation', 'proof');
    await put('write', '000001', {});
    expect((await readKept('page', '/ht/confirmation'))?.value).toBe('proof');
    expect(await readKept('write', '000001')).not.toBeNull();
  });
});

describe('a PIN', () => {
  test('that is wrong is told, and after five the wait grows, an hour at most', async () => {
    await chosen('4711');
    for (const told of [wrong, wrong, wrong, wrong, waiting(1)]) expect(await openPin('4712')).toEqual(told);
    // Even the right one: who tries must not learn which it is.
    expect(await openPin('4711')).toEqual(waiting(1));
    later(minute);
    expect(await openPin('4712')).toEqual(waiting(2));
    later(-1000 * 24 * 60 * minute);
    // A clock that was set years back costs her no years.
    expect(await openPin('4711')).toEqual(waiting(2));
    later(2 * minute);
    expect(await openPin('4711')).toEqual({ ok: true });
    expect(await openPin('4712')).toEqual(wrong);
  });

  test('that she turned off leaves everything to be read, and one chosen anew closes it again', async () => {
    await chosen('4711');
    expect(await turnPinOff('1111')).toEqual(wrong);
    expect(await pinState()).toBe('closed');
    expect(await turnPinOff('4711')).toEqual({ ok: true });
    tabOpened();
    expect(await pinState()).toBe('none');
    expect((await readKept('draft', name))?.value).toEqual(typed);
    await put('draft', 'register/birth', {});

    await done(setPin('0000'));
    expect(await readKept('draft', name)).toBeNull();
    expect(await readKept('draft', 'register/birth')).toBeNull();
    expect(await openPin('4711')).toEqual(wrong);
    await done(openPin('0000'));
    expect((await readKept('draft', name))?.value).toEqual(typed);
    expect(await readKept('draft', 'register/birth')).not.toBeNull();
  });

  test('that was typed in a tab opens nothing there once she has another one', async () => {
    await chosen('4711');
    await done(openPin('4711'));
    const first = memory;
    tabOpened();
    await done(turnPinOff('4711'));
    await done(setPin('0000'));
    memory = first;
    expect(await pinState()).toBe('closed');
    expect(await readKept('draft', name)).toBeNull();
  });

  test('that another tab chose first stands, and she is told', async () => {
    await chosen('4711');
    expect(await setPin('0000')).toEqual({ ok: false, error: { kind: 'has-pin' } });
    expect(await openPin('4711')).toEqual({ ok: true });
    expect(await readKept('draft', name)).not.toBeNull();
  });

  test('that she forgot goes with what she typed, and with nothing else', async () => {
    await chosen('4711');
    await put('page', '/ht/confirmation', 'proof');
    await removePin();
    expect(await pinState()).toBe('none');
    expect((await lying()).row).toBeUndefined();
    expect(await readKept('page', '/ht/confirmation')).not.toBeNull();
  });

  test.each([
    ['signs out', forgetEverything],
    ['says that others use the phone', async () => setShared(true)],
    [
      'is followed by somebody else',
      async () => {
        signedIn('olga');
        await tidy();
      },
    ],
  ])('goes when she %s', async (_, act) => {
    await chosen('4711');
    await act();
    expect(await lying()).toEqual({ row: undefined, lock: undefined });
  });

  test('waits with what it locks while her session is over', async () => {
    await chosen('4711');
    signedIn('');
    await tidy();
    await put('draft', 'report-seller', typed);
    expect(await readKept('draft', 'report-seller')).not.toBeNull();
    signedIn('marie');
    expect(await pinState()).toBe('closed');
  });
});

/** Of one tab. */
let memory = new Map<string, string>();

function tabOpened(): void {
  memory = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => memory.set(key, value),
    removeItem: (key: string) => memory.delete(key),
  });
}

async function chosen(pin: string): Promise<void> {
  await put('draft', name, typed);
  await done(setPin(pin));
}

async function put(...given: Parameters<typeof keep>): Promise<void> {
  await done(keep(...given));
}

async function done(act: Promise<unknown>): Promise<void> {
  expect(await act).toEqual({ ok: true });
}

function signedIn(tag: string): void {
  vi.stubGlobal('document', { cookie: tag && `puente_whose=${tag}` });
}

function later(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds);
}

async function lying() {
  const database = await openPhone();
  const row = await readRow(database, { kind: 'draft', whose: 'marie', name });
  const lock = await readFrom(database, 'keys', 'pin');
  database.close();
  return { row, lock };
}
