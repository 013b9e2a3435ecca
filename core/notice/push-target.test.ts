import { describe, expect, test } from 'vitest';
import { isPushService, readPushTarget } from './push-target.ts';

const right = {
  endpoint: 'https://fcm.googleapis.com/fcm/send/abc:DEF-_1',
  p256dh: `B${'a'.repeat(86)}`,
  auth: 'b'.repeat(22),
};

describe('where a browser can be reached', () => {
  test('is read as the browser gives it, padded or not', () => {
    expect(readPushTarget(right, [])).toEqual({ ok: true, value: right });
    const padded = { ...right, p256dh: `${right.p256dh}=`, auth: `${right.auth}==` };
    expect(readPushTarget(padded, [])).toEqual({ ok: true, value: right });
  });

  test.each([
    ['https://updates.push.services.mozilla.com/wpush/v2/x', true],
    ['https://web.push.apple.com/x', true],
    ['https://db5p.notify.windows.com/w/?token=x', true],
    ['http://fcm.googleapis.com/x', false],
    ['https://fcm.googleapis.com:8443/x', false],
    ['https://fcm.googleapis.com@evil.example/x', false],
    ['https://fcm.googleapis.com.evil.example/x', false],
    ['https://evilpush.apple.com.example/', false],
    ['https://push.apple.com/x', false],
    ['https://169.254.169.254/latest/meta-data', false],
    ['https://push.example/x', false],
    ['file:///etc/passwd', false],
  ])('%s: %s', (endpoint, isOne) => {
    expect(isPushService(endpoint, [])).toBe(isOne);
  });

  test('may be a service that the operator names, by its whole origin', () => {
    const own = ['https://push.example'];
    expect(isPushService('https://push.example/up/x', own)).toBe(true);
    expect(isPushService('https://push.example.evil.example/x', own)).toBe(false);
  });

  test.each([
    [{ endpoint: '' }, 'endpoint', 'missing'],
    [{ endpoint: ['x'] }, 'endpoint', 'wrong-type'],
    [{ endpoint: `${right.endpoint}${'x'.repeat(1000)}` }, 'endpoint', 'too-long'],
    [{ endpoint: `${right.endpoint}\u0000x` }, 'endpoint', 'not-in-list'],
    [{ endpoint: 'https://evil.example/' }, 'endpoint', 'not-in-list'],
    [{ p256dh: 'A'.repeat(87) }, 'p256dh', 'wrong-type'],
    [{ auth: 'short' }, 'auth', 'wrong-type'],
    [{ auth: undefined }, 'auth', 'missing'],
  ])('%j is refused', (change, field, kind) => {
    const read = readPushTarget({ ...right, ...change }, []);
    expect(read).toMatchObject({ ok: false, error: { kind: 'fields', fields: [{ field, kind }] } });
  });
});
