import * as phone from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openPage, part, read, until } from '#tests/support/page-in-memory.ts';
import { keep } from '../storage/sealed.ts';
import type { Asked, Kept } from '../worker-messages.ts';
import { PhoneKeeps } from './phone-keeps.tsx';
import { startPhoneKeeps } from './start-phone-keeps.ts';

const facts = {
  locale: 'ht',
  decimal: ',',
  languages: [
    { tag: 'ht', name: 'Kreyòl' },
    { tag: 'es', name: 'español' },
    { tag: 'ru', name: 'русский' },
  ],
  size: '{megabytes} MB',
  shared: 'For all',
  about: 'About you',
  drafts: 'Not sent: {count}',
  keep: 'Keep {language} ({size})',
  remove: 'Remove {language}',
};
const words = {
  wait: 'Wait.',
  removeDrafts: 'Remove what is not sent',
  others: 'Others',
  removeAll: 'Remove all',
  removed: 'All is gone.',
  sparing: 'You save data.',
  full: 'The phone is full.',
  failed: 'It did not come.',
  noWorker: 'Not with this browser.',
};
const pin = {
  title: 'A PIN',
  words: {
    label: 'Your PIN',
    show: 'Show it',
    wrong: 'Wrong.',
    wait: 'Wait {minutes} min.',
    noLine: 'No line.',
    forgot: 'Forgotten?',
    full: 'No room.',
    format: 'Four to eight digits.',
    forgotWhat: 'All goes.',
    remove: 'Remove it',
    what: 'It locks.',
    notFor: 'Not the rest.',
    new: 'New PIN',
    again: 'Once more',
    on: 'Turn on',
    differs: 'Not the same.',
    isOn: 'It is on.',
    already: 'It was on.',
    off: 'Turn off',
    isOff: 'It is off.',
  },
};
const nothing: Kept = {
  languages: ['ht', 'es', 'ru'].map((locale) => ({ locale, bytes: 900_000, lineBytes: 300_000, isKept: false })),
  shellBytes: 400_000,
  copies: 0,
  copyBytes: 0,
  isOff: false,
  trouble: null,
  isSparing: false,
};
const keeping = (...kept: readonly string[]): Kept => ({
  ...nothing,
  languages: nothing.languages.map((one) => ({ ...one, isKept: kept.includes(one.locale) })),
});

let end = () => {};
let asked: readonly Asked[] = [];

/** The page of who is signed in, or of nobody, whose worker answers so in turn. */
function open(answers: readonly Kept[], who = ''): void {
  const left = [...answers];
  const worker = {
    register: async () => undefined,
    getRegistration: async () => ({}),
    ready: Promise.resolve({
      active: {
        postMessage(question: Asked, [port]: readonly MessagePort[]) {
          asked = [...asked, question];
          const answer = left.shift();
          if (answer) port?.postMessage(answer);
        },
      },
    }),
  };
  openPage(<PhoneKeeps facts={facts} words={words} pin={pin} />, answers.length > 0 ? { serviceWorker: worker } : {});
  if (who !== '') document.cookie = `puente_whose=${who}`;
}

function begin(): void {
  end = startPhoneKeeps(part('[data-phone-keeps]'));
}

const page = () => read(document.body);
const whenThere = (text: string) => until(() => expect(page()).toContain(text));

function press(text: string): void {
  const shown = [...document.querySelectorAll('button')].filter((button) => !button.closest('[hidden]'));
  const found = shown.find((button) => button.textContent === text);
  if (!found) throw new Error(`expected a button ${text}, found ${shown.map((one) => one.textContent).join(', ')}`);
  found.click();
}

function field(id: string): HTMLInputElement {
  return part(`#${id}`) as HTMLInputElement;
}

beforeEach(() => {
  asked = [];
  for (const [name, value] of Object.entries(phone)) if (name.startsWith('IDB')) vi.stubGlobal(name, value);
  vi.stubGlobal('indexedDB', new phone.IDBFactory());
  const memory = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => memory.set(key, value),
    removeItem: (key: string) => memory.delete(key),
  });
});
afterEach(() => {
  end();
  vi.unstubAllGlobals();
});

describe('what the phone keeps', () => {
  test('is nothing where this browser can keep nothing', async () => {
    open([]);
    expect(page()).toEqual(['Wait.']);
    begin();
    await until(() => expect(page()).toEqual(['Not with this browser.']));
  });

  test('is told with its sizes, and the language of the page can be kept or removed first', async () => {
    open([keeping('ht'), keeping('ht', 'es'), keeping()]);
    begin();
    await whenThere('Remove Kreyòl');
    expect(page()).toEqual([
      ...['For all', '0,4 MB', 'Kreyòl', '0,9 MB', 'Remove Kreyòl'],
      ...['Others', 'Keep español (0,3 MB)', 'Keep русский (0,3 MB)', 'Remove all'],
    ]);
    expect(document.querySelectorAll('svg rect')).toHaveLength(2);
    press('Keep español (0,3 MB)');
    expect(page().at(0)).toBe('Wait.');
    expect(document.activeElement).toBe(part('[data-phone-keeps] > * > [role=status]'));
    await whenThere('Remove español');
    expect(page()).not.toContain('Wait.');
    press('Remove all');
    await whenThere('Keep Kreyòl (0,3 MB)');
    expect(page()).not.toContain('Remove all');
    expect(asked).toEqual([{ type: 'what-is-kept' }, { type: 'keep', locale: 'es' }, { type: 'remove-all' }]);
  });

  test.each([
    ['The phone is full.', { ...nothing, trouble: 'full' }],
    ['It did not come.', { ...nothing, trouble: 'failed' }],
    ['All is gone.', { ...nothing, isOff: true, isSparing: true }],
    ['You save data.', { ...nothing, isSparing: true }],
  ] as const)('%s', async (sentence, answer) => {
    open([answer]);
    begin();
    await whenThere('Keep Kreyòl (0,3 MB)');
    expect(page().slice(0, 3)).toEqual([sentence, 'Keep Kreyòl (0,3 MB)', 'Others']);
  });

  test('is told again after it ended, as React has it do while somebody develops', async () => {
    open([nothing, keeping('ht')]);
    begin();
    await whenThere('Keep Kreyòl (0,3 MB)');
    end();
    begin();
    await whenThere('Remove Kreyòl');
    expect(page()).toContain('0,9 MB');
  });

  test('and what she typed and has not sent, which she can remove', async () => {
    open([nothing, nothing], 'marie');
    expect(await keep('draft', 'register/name', { givenNames: 'Marie' })).toMatchObject({ ok: true });
    begin();
    await whenThere('Not sent: 1');
    press('Remove what is not sent');
    await until(() => expect(page()).not.toContain('Not sent: 1'));
    expect(page()).not.toContain('Remove what is not sent');
  });
});

describe('a PIN', () => {
  const all = ['A PIN', 'It locks.', 'Not the rest.', 'New PIN', 'Four to eight digits.', 'Once more'];

  test('is offered to nobody who is not signed in', async () => {
    open([nothing]);
    begin();
    await whenThere('Keep Kreyòl (0,3 MB)');
    expect(page()).not.toContain('A PIN');
  });

  test('is chosen, asked for to turn it off, and removed by who forgot it', async () => {
    open([nothing, nothing], 'marie');
    begin();
    await until(() => expect(page()).toEqual(expect.arrayContaining(all)));
    field('pin-new').value = '47';
    press('Turn on');
    await until(() => expect(document.activeElement).toBe(field('pin-new')));
    expect(field('pin-new').getAttribute('aria-invalid')).toBe('true');
    expect(page().filter((text) => text === 'Four to eight digits.')).toHaveLength(1);
    field('pin-new').value = '4711';
    field('pin-again').value = '4712';
    press('Turn on');
    await whenThere('Not the same.');
    expect(document.activeElement).toBe(field('pin-again'));
    field('pin-again').value = '4711';
    press('Turn on');
    await whenThere('It is on.');
    expect([field('pin-new').value, field('pin-again').value]).toEqual(['', '']);
    expect(page()).toEqual(expect.arrayContaining(['Your PIN', 'Turn off', 'Forgotten?']));
    press('Remove it');
    await whenThere('It is off.');
    expect(asked).toHaveLength(2);
  });

  test('is shown while it is chosen if she wants', async () => {
    open([nothing], 'marie');
    begin();
    await whenThere('It locks.');
    (part('[data-part=pin-new] [type=checkbox]') as HTMLInputElement).click();
    expect([field('pin-new').type, field('pin-again').type]).toEqual(['text', 'text']);
  });
});
