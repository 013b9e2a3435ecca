import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openPage, part, read } from '#tests/support/page-in-memory.ts';
import { Countdown } from './countdown.tsx';
import { startCountdown } from './start-countdown.ts';
import { startWhileOpen } from './start-while-open.ts';
import { WhileOpen } from './while-open.tsx';

const minute = 60_000;
const left = { both: '{hours} h {minutes} min', hours: '{hours} h', minutes: '{minutes} min' };
/** The server's, two hours before the end; the phone's is years off. */
const now = Date.parse('2027-03-11T10:00:00-05:00');
const deadline = now + 120 * minute;
const over = {
  title: 'Too late',
  pageTitle: 'Too late – Puente',
  texts: ['The time is over.', 'You keep your date.'],
  way: { href: '/en/status', text: 'Go on' },
};

let end = () => {};

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2019-01-01T00:00:00Z') }));
afterEach(() => {
  end();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const page = () => read(document.body);

describe('the time left', () => {
  beforeEach(() => {
    openPage(<Countdown deadline={deadline} now={now} left={left} over="Over." />);
    end = startCountdown(part('[data-countdown]'));
  });

  test('runs down, and is said near the end alone', () => {
    expect(page()).toEqual(['2 h']);
    vi.advanceTimersByTime(30 * minute);
    expect(page()).toEqual(['1 h 30 min']);
    vi.advanceTimersByTime(80 * minute);
    expect(page()).toEqual(['10 min', '10 min']);
    vi.advanceTimersByTime(3 * minute);
    expect(page()).toEqual(['7 min']);
    vi.advanceTimersByTime(8 * minute);
    expect(page()).toEqual(['Over.']);
  });

  test('is right as soon as she looks again: a sleeping phone runs no timers', () => {
    vi.setSystemTime(Date.now() + 45 * minute);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(page()).toEqual(['1 h 15 min']);
  });

  test('stands still once she has left', () => {
    end();
    vi.advanceTimersByTime(30 * minute);
    expect(page()).toEqual(['2 h']);
  });
});

describe('an offer whose time runs out on the open page', () => {
  beforeEach(() => {
    openPage(
      <>
        <a href="/en/help">Help</a>
        <WhileOpen deadline={deadline} now={now} title="Your place" over={over}>
          <button type="button">Confirm</button>
        </WhileOpen>
      </>,
    );
    end = startWhileOpen(part('[data-while-open]'));
  });

  test('says what became of it, and leaves nothing to answer', () => {
    expect(page()).toEqual(['Help', 'Your place', 'Confirm']);
    vi.advanceTimersByTime(121 * minute);
    expect(page()).toEqual(['Help', 'Too late', 'The time is over.', 'You keep your date.', 'Go on']);
    expect(document.title).toBe('Too late – Puente');
  });

  test('takes who stood on the answer to the way on, and nobody else', () => {
    part('button').focus();
    vi.advanceTimersByTime(121 * minute);
    expect(document.activeElement?.textContent).toBe('Go on');
  });

  test('leaves the focus where it stood on something that stays', () => {
    part('a[href="/en/help"]').focus();
    vi.advanceTimersByTime(121 * minute);
    expect(document.activeElement?.textContent).toBe('Help');
  });
});
