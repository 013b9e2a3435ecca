import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openPage, part, read, until } from '#tests/support/page-in-memory.ts';
import { robotAgainEvent } from '../robot-check/robot-field.ts';
import { Sending } from './sending.tsx';
import { startSending } from './start-sending.ts';
import { startUploading } from './start-uploading.ts';
import { Uploading } from './uploading.tsx';

const words = {
  sending: 'On its way.',
  wait: 'The check still works.',
  tick: 'Tick first.',
  offline: 'No line.',
  online: 'A line again.',
  failed: 'It did not arrive.',
};
const book = {
  unexpected: { title: 'Ours', what: 'It broke.', next: 'Wait.', ways: [] },
  busy: { title: 'Busy', what: 'Many people.', next: 'Wait.', ways: [{ href: '/en/help', text: 'Help' }] },
};

let end = () => {};
let pressed = 0;

/** The rest of the page as the two checks have left it. */
function open(place: string, robot: string): void {
  openPage(
    <form action="/api/request">
      <div data-place-check="">
        <button type="button">Look</button>
        <p data-place={place} />
      </div>
      <input type="hidden" name="altcha" data-state={robot} />
      <Sending words={words} book={book} />
    </form>,
  );
  const button = part('button');
  Object.assign(button, { scrollIntoView: () => undefined });
  pressed = 0;
  button.addEventListener('click', () => {
    pressed += 1;
  });
  end = startSending(part('[data-sending]'));
}

function send(): Event {
  const event = new Event('submit', { cancelable: true, bubbles: true });
  part('form').dispatchEvent(event);
  return event;
}

function setLine(isThere: boolean): void {
  Object.defineProperty(navigator, 'onLine', { value: isThere, configurable: true });
}

const said = () => read(part('[data-sending],[data-uploading]'));

beforeEach(() => void vi.stubGlobal('fetch', () => new Promise(() => {})));
afterEach(() => {
  end();
  vi.unstubAllGlobals();
});

describe('a request for a place', () => {
  test('is sent once, however often she presses', () => {
    open('good', 'done');
    const fetched = vi.fn<typeof fetch>(() => new Promise(() => {}));
    vi.stubGlobal('fetch', fetched);
    expect(send().defaultPrevented).toBe(true);
    send();
    expect(said()).toEqual(['On its way.']);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  test('looks for the place first', () => {
    open('idle', 'done');
    send();
    expect([pressed, said()]).toEqual([1, []]);
  });

  test.each([
    ['working', 'The check still works.'],
    ['untouched', 'Tick first.'],
    ['expired', 'Tick first.'],
  ])('waits for the check against robots: %s', (state, sentence) => {
    open('good', state);
    send();
    expect(said()).toEqual([sentence]);
  });

  test('says when there is no line, and when there is one again', () => {
    open('good', 'done');
    setLine(false);
    send();
    expect(said()).toEqual(['No line.']);
    window.dispatchEvent(new Event('online'));
    expect(said()).toEqual(['A line again.']);
    window.dispatchEvent(new Event('offline'));
    expect(said()).toEqual(['No line.']);
  });

  test('that got lost is sent again as the same', async () => {
    open('good', 'done');
    const keys: unknown[] = [];
    vi.stubGlobal('fetch', async (_address: string, { headers }: { headers: Record<string, string> }) => {
      keys.push(headers['Idempotency-Key']);
      throw new TypeError('lost');
    });
    send();
    await until(() => expect(said()).toEqual(['It did not arrive.']));
    send();
    await until(() => expect(keys).toHaveLength(2));
    expect(keys[0]).toBe(keys[1]);
  });

  test('that is refused says why, has the check begin anew, and is another one then', async () => {
    open('good', 'done');
    const keys: unknown[] = [];
    vi.stubGlobal('fetch', async (_address: string, { headers }: { headers: Record<string, string> }) => {
      keys.push(headers['Idempotency-Key']);
      return Response.json({ title: 'busy' });
    });
    const again = vi.fn();
    part('form').addEventListener(robotAgainEvent, again);
    send();
    await until(() => expect(said()).toEqual(['Busy', 'Many people.', 'Wait.', 'Help']));
    expect(document.activeElement).toBe(part('[role=alert]'));
    expect(again).toHaveBeenCalledTimes(1);
    send();
    expect(said()).toEqual(['On its way.']);
    await until(() => expect(keys).toHaveLength(2));
    expect(keys[0]).not.toBe(keys[1]);
  });

  test('can be sent again when the browser shows the page as it was', () => {
    open('good', 'done');
    send();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(said()).toEqual([]);
  });
});

describe('a form with a photo', () => {
  function openForm(place: string | null): void {
    openPage(
      <form>
        {place === null ? null : (
          <div data-place-check="">
            <button type="button">Look</button>
            <p data-place={place} />
          </div>
        )}
        <Uploading words={{ sending: 'It takes a while.', offline: 'No line.' }} />
      </form>,
    );
    for (const button of document.querySelectorAll('button')) button.scrollIntoView = () => undefined;
    end = startUploading(part('[data-uploading]'));
  }

  test('goes the plain way, and says that it takes a while', () => {
    openForm('good');
    expect(send().defaultPrevented).toBe(false);
    expect(said()).toEqual(['It takes a while.']);
  });

  test('stays where there is no line, and where the place is not known', () => {
    openForm('good');
    setLine(false);
    expect(send().defaultPrevented).toBe(true);
    expect(said()).toEqual(['No line.']);
    openForm('idle');
    expect(send().defaultPrevented).toBe(true);
    expect(said()).toEqual([]);
  });
});
