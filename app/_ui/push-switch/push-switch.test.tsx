import { afterEach, describe, expect, test, vi } from 'vitest';
import { openPage, part, read, until } from '#tests/support/page-in-memory.ts';
import { PushSwitch } from './push-switch.tsx';
import { startPushSwitch } from './start-push-switch.ts';

const words = {
  on: 'On',
  asking: 'Say yes.',
  blocked: 'You said no.',
  unsupported: 'Not here.',
  failed: 'It failed.',
};

let end = () => {};

/** The page in a browser that has been asked before, and on which the server then answers so. */
function open(permission: NotificationPermission | null, answer = 200): ReturnType<typeof vi.fn> {
  const subscription = {
    options: { applicationServerKey: null },
    toJSON: () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'key', auth: 'secret' } }),
  };
  const pushManager = { getSubscription: async () => null, subscribe: async () => subscription };
  const registration = { pushManager };
  const phone = permission && { serviceWorker: { register: async () => registration, ready: registration } };
  openPage(<PushSwitch publicKey="ours" words={words} />, phone ?? {});
  const asked = vi.fn(async () => permission);
  if (permission) {
    Object.assign(window, { PushManager: Object });
    const notification = { permission, requestPermission: asked };
    Object.assign(window, { Notification: notification });
    vi.stubGlobal('Notification', notification);
  }
  vi.stubGlobal('fetch', async () => new Response(null, { status: answer }));
  end = startPushSwitch(part('[data-push-switch]'));
  return asked;
}

afterEach(() => {
  end();
  vi.unstubAllGlobals();
});

describe('the switch for messages on this phone', () => {
  test('asks nothing before she presses', () => {
    const asked = open('default');
    expect(read(document.body)).toEqual(['On']);
    expect(part('button')).toHaveProperty('disabled', false);
    expect(asked).not.toHaveBeenCalled();
  });

  test.each([
    [null, 'Not here.'],
    ['denied', 'You said no.'],
  ] as const)('says at once where nothing can be asked: %s', (permission, sentence) => {
    open(permission);
    expect(read(document.body)).toEqual([sentence]);
  });

  test('says that the browser asks; the focus stays where something is said', async () => {
    open('granted', 503);
    part('button').click();
    expect(read(document.body)).toEqual(['Say yes.']);
    expect(document.activeElement).toBe(part('[role=status]'));
    await until(() => expect(read(document.body)).toEqual(['It failed.', 'On']));
  });

  test('once it is on, the page comes anew', async () => {
    open('granted');
    const reload = vi.spyOn(window.location, 'reload').mockReturnValue();
    part('button').click();
    await until(() => expect(reload).toHaveBeenCalledTimes(1));
    expect(read(document.body)).toEqual([]);
  });
});
