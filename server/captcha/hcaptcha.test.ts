import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import { type HcaptchaSimulator, type Ill, startHcaptchaSimulator } from '#tests/support/hcaptcha-simulator.ts';
import { createHcaptchaCaptcha, type HcaptchaSettings } from './hcaptcha.ts';

const passed = { ok: true, value: 'passed' };
const missing = { ok: false, error: { kind: 'captcha-missing' } };
const unavailable = { ok: false, error: { kind: 'captcha-unavailable' } };
const noon = Date.UTC(2027, 0, 15, 17) as Instant;

let vendor: HcaptchaSimulator;
let reports: string[];
beforeEach(async () => {
  vendor = await startHcaptchaSimulator();
  reports = [];
});
afterEach(() => vendor.stop());

function captcha(change: Partial<HcaptchaSettings> = {}) {
  return createHcaptchaCaptcha({
    ...vendor,
    now: () => noon,
    markUsed: async () => true,
    report: (reason) => reports.push(reason),
    ...change,
  });
}

test('the vendor is told the secret, the site key and the passcode, and nothing of her', async () => {
  expect(await captcha().verify(vendor.tick())).toEqual(passed);
  expect(vendor.asked).toEqual(['/siteverify response secret sitekey']);
});

test('a passcode that the vendor takes twice is still good for one asking', async () => {
  const used: [string, Instant][] = [];
  const markUsed = async (id: string, until: Instant) => used.push([id, until]) === 1;
  const both = captcha({ markUsed });
  expect(await both.verify(vendor.tick())).toEqual(passed);
  expect(await both.verify(vendor.tick())).toEqual(missing);
  expect(used[0]?.[1]).toBe(noon + 10 * 60_000);
  expect(used[0]?.[0]).not.toContain('P1_');
});

test('a passcode that came before, or that nobody was given, is missing, and nobody is woken for it', async () => {
  const passcode = vendor.tick();
  expect(await captcha().verify(passcode)).toEqual(passed);
  expect(await captcha().verify(passcode)).toEqual(missing);
  expect(await captcha().verify('P1_made-up.made-up.made-up')).toEqual(missing);
  expect(reports).toEqual([]);
});

test('what can’t be a passcode is never sent out', async () => {
  for (const answer of ['', 'short', 'a b'.repeat(20), 'A'.repeat(8001), 'пройдено'.repeat(5)])
    expect(await captcha().verify(answer)).toEqual(missing);
  expect(vendor.asked).toEqual([]);
});

describe('what is not her doing is unavailable, never missing', () => {
  test.each<[Ill, string]>([
    ['fails', 'SyntaxError'],
    ['speaks HTML', 'SyntaxError'],
    ['hangs', 'TimeoutError'],
  ])('a vendor that %s', async (ill, reason) => {
    vendor.fall(ill);
    expect(await captcha({ patienceMilliseconds: 100 }).verify(vendor.tick())).toEqual(unavailable);
    expect(reports).toEqual([reason]);
    vendor.fall('well');
    expect(await captcha().verify(vendor.tick())).toEqual(passed);
  });

  test('a vendor that nobody reaches', async () => {
    const verifyUrl = 'http://127.0.0.1:9/siteverify';
    expect(await captcha({ verifyUrl }).verify(vendor.tick())).toEqual(unavailable);
    expect(reports).toHaveLength(1);
  });

  test.each([
    ['secret', { secret: '0xwrong' }, 'invalid-input-secret'],
    ['site key', { siteKey: 'another-key' }, 'sitekey-secret-mismatch'],
  ])('a wrong %s, whose code is reported', async (_what, change, code) => {
    expect(await captcha(change).verify(vendor.tick())).toEqual(unavailable);
    expect(reports).toEqual([code]);
  });

  test('an address that leads elsewhere: the secret does not go along', async () => {
    const verifyUrl = `${vendor.origin}/elsewhere`;
    expect(await captcha({ verifyUrl }).verify(vendor.tick())).toEqual(unavailable);
  });
});

test('the vendor’s own script needs its whole domain, a simulator its one origin', () => {
  expect(captcha({ scriptUrl: 'https://js.hcaptcha.com/1/api.js' }).origins).toEqual([
    'https://hcaptcha.com',
    'https://*.hcaptcha.com',
  ]);
  expect(captcha({ scriptUrl: 'https://nothcaptcha.com/1/api.js' }).origins).toEqual(['https://nothcaptcha.com']);
  expect(captcha().origins).toEqual([vendor.origin]);
});
