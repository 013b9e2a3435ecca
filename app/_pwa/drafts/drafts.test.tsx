import * as phone from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openPage, part, read } from '#tests/support/page-in-memory.ts';
import { openPin, setPin } from '../storage/pin.ts';
import { keep, listKept, pinState } from '../storage/sealed.ts';
import type { Draft } from './draft.ts';
import { Drafts } from './drafts.tsx';
import { nameBeside } from './kept-drafts.ts';
import { startDraft } from './start-draft.ts';
import { startDraftLate } from './start-draft-late.ts';

const page = 'register/name';
const [second, third] = [nameBeside(page, '2'), nameBeside(page, '3')];
const words = {
  back: 'Back.',
  empty: 'Remove',
  elsewhere: 'Elsewhere.',
  show: 'Newer',
  older: 'Another.',
  showOlder: 'Show it',
  closed: 'Closed.',
  full: 'Full.',
  denied: 'Denied.',
  'no-line': 'No part.',
  photo: 'No photo.',
  gone: 'Gone.',
  pin: {
    label: 'PIN',
    show: 'Digits',
    wrong: 'Wrong.',
    wait: '{minutes}',
    full: 'Full.',
    noLine: 'No line.',
    forgot: 'Forgot',
    open: 'Open',
    remove: 'Remove all',
    removeBefore: 'Remove before',
  },
};

let end = () => {};
let memory = new Map<string, string>();

beforeEach(() => {
  for (const [name, value] of Object.entries(phone)) if (name.startsWith('IDB')) vi.stubGlobal(name, value);
  vi.stubGlobal('indexedDB', new phone.IDBFactory());
  memory = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => memory.set(key, value),
    removeItem: (key: string) => memory.delete(key),
  });
  openForm();
});
afterEach(() => {
  end();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('of several drafts of a page', () => {
  beforeEach(async () => {
    await put(page, 'Ana');
    await put(second, 'Bea');
    await put(third, 'Eva');
    await begin();
  });

  test('each can be reached, and the one just left comes again after the others', async () => {
    expect([field(), said()]).toEqual(['Eva', ['Back.', 'Remove', 'Another.', 'Show it']]);
    for (const name of ['Bea', 'Ana', 'Eva', 'Bea']) {
      await press('Show it');
      expect([field(), said()]).toEqual([name, ['Back.', 'Remove', 'Another.', 'Show it']]);
    }
  });

  test('what she changed in one is kept in it', async () => {
    await press('Show it');
    await type('Beatriz');
    for (const name of ['Ana', 'Eva', 'Beatriz']) {
      await press('Show it');
      expect(field()).toBe(name);
    }
    expect(await names()).toHaveLength(3);
  });

  test('she removes the one that she sees, and the others are offered', async () => {
    await press('Show it');
    await press('Remove');
    expect([field(), said(), await names()]).toEqual(['', ['Another.', 'Show it'], [page, third]]);
    await type('Lia');
    await press('Show it');
    expect(field()).toBe('Eva');
    expect((await names()).toSorted()).toEqual([page, second, third]);
  });

  test('what says the same goes with it', async () => {
    await put(nameBeside(page, '4'), 'Eva');
    end();
    openForm();
    await begin();
    await press('Remove');
    expect(await names()).toEqual([page, second]);
  });
});

describe('before her PIN', () => {
  beforeEach(async () => {
    await put(page, 'Ana');
    expect(await setPin('4711')).toEqual({ ok: true });
  });

  test('the question stays, with what she typed into it, while there is other news', async () => {
    await begin();
    input('[data-pin]').value = '47';
    vi.spyOn(phone.IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await type('Lia');
    expect(said().slice(0, 2)).toEqual(['Closed.', 'Full.']);
    expect(part('[data-closed]').hidden).toBe(false);
    expect(input('[data-pin]').value).toBe('47');
  });

  test('to remove what is closed is a step of its own, by a name of its own', async () => {
    await begin();
    const button = part('[data-act=removeClosed]');
    expect(button.textContent).toBe('Remove before');
    expect(button.closest('details')?.open).toBe(false);
    await type('Lia');
    await press('Remove before');
    await waitFor(async () => expect(await names()).toEqual([expect.stringContaining(`${page}|`)]));
    expect(part('[data-closed]').hidden).toBe(true);
    expect(field()).toBe('Lia');
  });

  test('what a browser put back by itself goes from the screen, and is kept', async () => {
    for (const [how, left] of [
      ['navigate', 'Ana'],
      ['back_forward', ''],
      ['reload', ''],
    ] as const) {
      vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type: how } as unknown as PerformanceEntry]);
      openForm();
      input('#given').value = 'Ana';
      await begin();
      expect([how, field(), said()[0]]).toEqual([how, left, 'Closed.']);
      end();
    }
    expect(await names()).toHaveLength(4);
  });

  test('what stands on a page that the browser kept goes from the screen, and is kept', async () => {
    expect(await openPin('4711')).toMatchObject({ ok: true });
    await begin();
    expect(field()).toBe('Ana');
    memory.clear();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await kept();
    expect([field(), said()[0], await pinState()]).toEqual(['', 'Closed.', 'closed']);
  });
});

test('a photo that did not come back is told beside other news', async () => {
  await put(page, 'Ana');
  await put(second, 'Bea', { photo: { name: 'me.jpg', type: 'image/jpeg' } });
  expect(await keep('draft', `${second} photo`, Uint8Array.of(255))).toMatchObject({ ok: true });
  vi.stubGlobal('DataTransfer', undefined);
  await begin();
  expect(said()).toEqual(['No photo.', 'Another.', 'Show it']);
});

describe('what keeps drafts,', () => {
  test('where it does not come, is missed aloud, and comes once there is a line or she answers', async () => {
    let asked = 0;
    let comes = false;
    end = startDraftLate(part('[data-draft-of]'), async () => {
      asked += 1;
      if (!comes) throw new TypeError('Failed to fetch');
      return { startDraft };
    });
    await waitFor(() => expect(said()).toEqual(['No part.']));
    part('#given').dispatchEvent(new Event('change', { bubbles: true }));
    await waitFor(() => expect(asked).toBe(2));
    comes = true;
    await type('Ana', false);
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(said()).toEqual([]));
    await kept();
    expect(await names()).toEqual([page]);
    window.dispatchEvent(new Event('online'));
    await kept();
    expect(asked).toBe(3);
  });

  test('comes for nobody who has left', async () => {
    const started = vi.fn<() => () => void>();
    startDraftLate(part('[data-draft-of]'), async () => ({ startDraft: started }))();
    await Promise.resolve();
    expect(started).not.toHaveBeenCalled();
  });
});

function openForm(): void {
  openPage(
    <form>
      <input id="given" name="givenNames" />
      <input id="photo" name="photo" type="file" />
      <Drafts name={page} over="" isRefused={false} phone="/en/phone#pin" words={words} />
    </form>,
  );
  for (const name of ['HTMLSelectElement', 'HTMLTextAreaElement'] as const) vi.stubGlobal(name, window[name]);
  // What a browser answers where nothing is chosen.
  Object.defineProperty(part('#photo'), 'files', { value: [] });
  document.cookie = 'puente_whose=marie; Path=/';
}

async function begin(): Promise<void> {
  end = startDraft(part('[data-draft-of]'));
  await kept();
}

async function kept(): Promise<void> {
  await waitFor(() => expect(part('form').dataset['draft']).toBe('kept'));
}

async function type(text: string, isKept = true): Promise<void> {
  input('#given').value = text;
  part('#given').dispatchEvent(new Event('input', { bubbles: true }));
  if (isKept) await kept();
}

async function press(text: string): Promise<void> {
  [...document.querySelectorAll('button')].find((button) => button.textContent === text)?.click();
  await kept();
}

/** However slow the machine is. */
async function waitFor(isSo: () => void | Promise<void>): Promise<void> {
  await vi.waitFor(isSo, { timeout: 30_000 });
}

function input(selector: string): HTMLInputElement {
  const found = part(selector);
  if (!(found instanceof HTMLInputElement)) throw new Error(`expected a field at ${selector}`);
  return found;
}

const field = () => input('#given').value;
const said = () => read(part('[role=status]'));
const names = async () => (await listKept('draft')).map(({ name }) => name);

async function put(name: string, givenNames: string, files: Draft['files'] = {}): Promise<void> {
  const draft: Draft = { tab: name, over: '', fields: { givenNames }, files };
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 1000 + (await names()).length });
  expect(await keep('draft', name, draft)).toEqual({ ok: true });
  vi.useRealTimers();
}
