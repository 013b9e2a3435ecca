import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AskedOfWaiting, WaitingAnswer, WaitingRow } from '#app/_pwa/worker-messages.ts';
import type { CalendarWords } from '#core/language/words.ts';
import { openPage, part, read, until } from '#tests/support/page-in-memory.ts';
import { startWaitingList } from './start-waiting-list.ts';
import { WaitingList } from './waiting-list.tsx';

const words = {
  none: 'Nothing waits.',
  list: 'What waits',
  state: { waits: 'It waits.', refused: 'We did not take it.', over: 'It is over.' },
  open: 'Open',
  status: 'Where I stand',
  remove: 'Remove',
  send: 'Send now',
  sending: 'On its way.',
  arrived: 'All has arrived.',
  later: 'Still no line.',
  unsupported: 'Not with this browser.',
  out: { title: 'Something waits', what: 'It would be lost.', button: 'Sign out' },
  signIn: { title: 'Sign in first', what: 'Then it goes.', button: 'Sign in' },
  kept: { title: 'Kept', what: 'It goes later.', next: 'Next question' },
};
const facts = {
  calendar: JSON.parse(readFileSync('locales/en/words/calendar.json', 'utf8')) as CalendarWords,
  since: 'Since {when}',
  names: { 'register/name': 'Your name', status: 'A place' },
  questions: ['register/name', 'register/birth'],
};
const at = new Date('2027-03-09T12:00:00').getTime();
const name: WaitingRow = { name: 'first', page: 'register/name?person=7', state: 'waits', at };
const place: WaitingRow = { name: 'second', page: 'status', state: 'over', at };

let end = () => {};
let asked: readonly AskedOfWaiting[] = [];
let tellNews = (_count: number) => {};
let answerNext = (_answers: readonly (WaitingAnswer | undefined)[]) => {};

/** The page, whose worker answers so in turn; without an answer it goes on working. */
function open(query: string, ...answers: readonly WaitingAnswer[]): void {
  const left: (WaitingAnswer | undefined)[] = [...answers];
  answerNext = (more) => void left.push(...more);
  asked = [];
  let hear = (_message: unknown) => {};
  const worker = {
    addEventListener: (_type: string, listener: typeof hear) => {
      hear = listener;
    },
    removeEventListener: () => undefined,
    register: async () => undefined,
    getRegistration: async () => ({}),
    ready: Promise.resolve({
      active: {
        postMessage(question: AskedOfWaiting, [port]: readonly MessagePort[]) {
          asked = [...asked, question];
          const answer = left.shift();
          if (answer) port?.postMessage(answer);
        },
      },
    }),
  };
  tellNews = (count) => hear({ data: { type: 'waiting-news', count, isChange: true } });
  openPage(
    <WaitingList locale="en" words={words} facts={facts} />,
    answers.length > 0 ? { serviceWorker: worker } : {},
  );
  window.location.search = query;
  end = startWaitingList(part('[data-waiting-list]'));
}

afterEach(() => {
  end();
  vi.unstubAllGlobals();
});

const page = () => read(document.body);
const press = (text: string) => {
  const button = [...document.querySelectorAll('button')].find(
    (one) => one.textContent === text && read(one).length > 0,
  );
  button?.click();
};

describe('the list of what waits', () => {
  test('says so where this browser can keep nothing', async () => {
    open('');
    await until(() => expect(page()).toEqual(['Not with this browser.']));
  });

  test('says that nothing waits', async () => {
    open('', { rows: [], sending: null });
    await until(() => expect(page()).toEqual(['Nothing waits.']));
  });

  test('names each by its form, since when it waits, and where it can be put right', async () => {
    open('', { rows: [{ ...name, state: 'refused' }, place], sending: null });
    const since = 'Since Tuesday, March 9, 2027 at\u00A012:00\u00A0noon';
    await until(() =>
      expect(page()).toEqual([
        'What waits',
        ...['Your name', 'We did not take it.', since, 'Open', 'Remove'],
        ...['A place', 'It is over.', since, 'Where I stand', 'Remove'],
        'Send now',
      ]),
    );
    const links = [...document.querySelectorAll('[data-part=made] > * > div:not([hidden]) a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/en/register/name?person=7', '/en/status']);
    expect(part('[data-name=second]').getAttribute('aria-label')).toBe('Remove: A place');
  });

  test('sends when she presses, and says what came of it', async () => {
    open('', { rows: [name], sending: null }, { rows: [name], sending: 'later' }, { rows: [], sending: 'done' });
    await until(() => expect(page()).toContain('Send now'));
    press('Send now');
    expect(page()).toEqual(['On its way.']);
    expect(document.activeElement).toBe(part('[role=status]'));
    await until(() => expect(page().slice(0, 2)).toEqual(['Still no line.', 'What waits']));
    press('Send now');
    await until(() => expect(page()).toEqual(['All has arrived.']));
    expect(asked.map(({ type }) => type)).toEqual(['waiting', 'send-waiting', 'send-waiting']);
  });

  test('begins anew after it ended, as React has it do while somebody develops', async () => {
    open('', { rows: [], sending: null }, { rows: [place], sending: null });
    end();
    end = startWaitingList(part('[data-waiting-list]'));
    await until(() => expect(page()).toContain('A place'));
  });

  test('drops what she removes', async () => {
    open('', { rows: [name, place], sending: null }, { rows: [name], sending: null });
    await until(() => expect(page()).toContain('A place'));
    part('[data-name=second]').click();
    await until(() => expect(page()).not.toContain('A place'));
    expect(asked.at(-1)).toEqual({ type: 'drop-waiting', name: 'second' });
  });

  test('asks her to sign in where that is what it waits for', async () => {
    open('', { rows: [name], sending: 'sign-in' });
    await until(() => expect(page().slice(0, 3)).toEqual(['Sign in first', 'Then it goes.', 'Sign in']));
  });

  test('keeps what came of sending, and else follows what others send', async () => {
    open('', { rows: [name], sending: 'later' }, { rows: [name], sending: null }, { rows: [], sending: null });
    await until(() => expect(page()).toContain('Still no line.'));
    tellNews(1);
    await until(() => expect(asked).toHaveLength(2));
    expect(page()).toContain('Still no line.');
    tellNews(0);
    await until(() => expect(page()).toEqual(['Nothing waits.']));
  });

  test('says that it is sending until that is done, whatever others send meanwhile', async () => {
    open('', { rows: [name], sending: null });
    await until(() => expect(page()).toContain('Send now'));
    answerNext([undefined, { rows: [], sending: null }]);
    press('Send now');
    await until(() => expect(asked).toHaveLength(2));
    tellNews(0);
    await until(() => expect(asked).toHaveLength(3));
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(page()).toEqual(['On its way.']);
  });

  test('leads on to the next question after one that was kept', async () => {
    open('?kept=register/name', { rows: [name], sending: null });
    await until(() => expect(page().slice(0, 3)).toEqual(['Kept', 'It goes later.', 'Next question']));
    expect(part('[data-part=next] a').getAttribute('href')).toBe('/en/register/birth');
  });

  test('warns who signs out while something of hers waits', async () => {
    open('?out', { rows: [name], sending: null });
    await until(() => expect(page().slice(0, 3)).toEqual(['Something waits', 'It would be lost.', 'Sign out']));
  });
});
