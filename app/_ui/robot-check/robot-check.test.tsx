import { afterEach, describe, expect, test, vi } from 'vitest';
import { openPage, part, read, until } from '#tests/support/page-in-memory.ts';
import { RobotCheck } from './robot-check.tsx';
import { robotAgainEvent } from './robot-field.ts';
import { startRobotCheck } from './start-robot-check.ts';

const words = {
  why: 'Why.',
  working: 'Working.',
  done: 'Done.',
  failed: 'Failed.',
  retry: 'Again',
  assisted: { href: '/en/assisted', text: 'Help' },
  vendor: {
    why: 'Tick.',
    sees: 'It sees.',
    privacy: 'Privacy',
    access: 'Access',
    working: 'It comes.',
    untouched: 'Not ticked.',
    expired: 'Too old.',
    failed: 'It did not come.',
  },
};

let end = () => {};

/** The page, on which the server answers with these tasks in turn; without one there is no line. */
function begin(...tasks: readonly object[]): void {
  openPage(
    <form>
      <RobotCheck words={words} />
    </form>,
  );
  const left = [...tasks];
  vi.stubGlobal('fetch', async () => {
    const task = left.shift();
    if (!task) throw new TypeError('no line');
    return Response.json(task);
  });
  end = startRobotCheck(part('[data-robot-check]'));
}

afterEach(() => {
  end();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const field = () => part('[name=altcha]') as HTMLInputElement;
const whenState = (state: string) => until(() => expect(field().dataset['state']).toBe(state));

describe('the check against robots', () => {
  test('works by itself while she reads, and puts its answer into the form', async () => {
    begin({ sandbox: 'pass' });
    expect(read(document.body)).toEqual(['Why.', 'Working.']);
    await whenState('done');
    expect(read(document.body)).toEqual(['Why.', 'Done.']);
    expect(field().value).toBe('pass');
  });

  test('says that it failed, and begins anew when she presses; the focus stays', async () => {
    begin();
    await whenState('failed');
    expect(read(document.body)).toEqual(['Why.', 'Failed.', 'Again', 'Help']);
    vi.stubGlobal('fetch', async () => Response.json({ sandbox: 'later' }));
    part('button').click();
    expect(document.activeElement).toBe(part('[role=status]'));
    await whenState('done');
    expect(field().value).toBe('later');
    expect(read(document.body)).toEqual(['Why.', 'Done.']);
  });

  test('begins anew when its answer was used, and when it is too old', async () => {
    vi.useFakeTimers();
    begin({ sandbox: 'one' }, { sandbox: 'two' }, { sandbox: 'three' });
    await whenState('done');
    part('form').dispatchEvent(new Event(robotAgainEvent));
    expect(field().value).toBe('');
    await whenState('done');
    expect(field().value).toBe('two');
    await vi.advanceTimersByTimeAsync(18 * 60_000);
    expect(field().value).toBe('three');
  });

  test('ends with the page', async () => {
    vi.useFakeTimers();
    begin({ sandbox: 'one' }, { sandbox: 'two' });
    await whenState('done');
    end();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(field().value).toBe('one');
  });

  test('shows a vendor’s box in its own words, and waits for her tick', async () => {
    const scriptUrl = 'https://vendor.example/1/api.js';
    begin({ vendor: 'hcaptcha', siteKey: 'key', scriptUrl }, { vendor: 'hcaptcha', siteKey: 'key', scriptUrl });
    await until(() => expect(read(document.body)).toContain('It comes.'));
    expect(read(document.body)).toEqual(['Tick.', 'It sees.', 'Privacy', 'Access', 'It comes.']);
    const calls: Record<string, (answer?: string) => void> = {};
    const removed: string[] = [];
    Object.assign(window, {
      hcaptcha: {
        render: (_box: HTMLElement, options: Readonly<Record<string, () => void>>) => {
          Object.assign(calls, options);
          return 'widget';
        },
        remove: (widget: string) => removed.push(widget),
      },
    });
    const host = window as Window & { puenteRobotReady?: () => void };
    await until(() => expect(host.puenteRobotReady).toBeDefined());
    host.puenteRobotReady?.();
    await whenState('untouched');
    expect(read(document.body)).toContain('Not ticked.');
    calls['callback']?.('ticked');
    expect(field().value).toBe('ticked');
    expect(read(document.body)).toEqual(['Tick.', 'It sees.', 'Privacy', 'Access', 'Done.']);
    calls['expired-callback']?.();
    expect([field().value, field().dataset['state']]).toEqual(['', 'expired']);
    calls['error-callback']?.();
    expect(read(document.body)).toEqual(['It did not come.', 'Again', 'Help']);
    part('button').click();
    await until(() => expect(removed).toEqual(['widget']));
  });
});
