import { randomBytes } from 'node:crypto';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import { type HcaptchaSimulator, startHcaptchaSimulator } from '#tests/support/hcaptcha-simulator.ts';
import { createAltchaCaptcha } from './altcha.ts';
import type { Captcha } from './contract.ts';
import { createHcaptchaCaptcha } from './hcaptcha.ts';
import { createSandboxCaptcha } from './sandbox.ts';

/** What a real adapter has to bring: itself, and what the widget on the page would answer to its challenge. */
type Subject = { readonly captcha: Captcha; readonly solve: (challenge: unknown) => Promise<string> };

const missing = { ok: false, error: { kind: 'captcha-missing' } };
const passed = { ok: true, value: 'passed' };
const noon = Date.UTC(2027, 0, 15, 17) as Instant;
const hmacKey = randomBytes(32);

const subjects: readonly { readonly name: string; readonly make: () => Subject }[] = [
  { name: 'Altcha', make: () => altcha() },
  {
    name: 'the sandbox',
    make: () => ({ captcha: createSandboxCaptcha(), solve: async () => 'sandbox-pass' }),
  },
  { name: 'hCaptcha', make: () => ({ captcha: hcaptcha(), solve: async () => vendor.tick() }) },
];

let vendor: HcaptchaSimulator;
beforeAll(async () => {
  vendor = await startHcaptchaSimulator();
});
afterAll(() => vendor.stop());

describe.each(subjects)('captcha by $name', ({ make }) => {
  test('the answer to its challenge passes', async () => {
    const { captcha, solve } = make();
    expect(await captcha.verify(await solve(await captcha.challenge()))).toEqual(passed);
  });

  test('its challenge can be sent as JSON', async () => {
    const challenge = await make().captcha.challenge();
    expect(JSON.parse(JSON.stringify(challenge))).toEqual(challenge);
  });

  test.each([
    { what: 'no answer', answer: undefined },
    { what: 'an empty answer', answer: '' },
    { what: 'words', answer: 'let me in' },
    { what: 'a JSON null', answer: Buffer.from('null').toString('base64') },
    { what: 'an empty JSON object', answer: Buffer.from('{}').toString('base64') },
    { what: 'half of its parts', answer: Buffer.from('{"challenge":{"parameters":{}}}').toString('base64') },
    { what: 'another script', answer: 'пройдено' },
    { what: 'a control character', answer: '\u0000' },
    { what: 'a megabyte', answer: 'A'.repeat(1_000_000) },
  ])('$what is missing', async ({ answer }) => {
    expect(await make().captcha.verify(answer)).toEqual(missing);
  });
});

function hcaptcha(): Captcha {
  const used = new Set<string>();
  const markUsed = async (id: string) => !used.has(id) && used.add(id).has(id);
  return createHcaptchaCaptcha({ ...vendor, now: () => noon, markUsed, report: () => undefined });
}

/** Little work, so that the suite is quick: the rules don't depend on how much. */
function altcha(now: () => Instant = () => noon, key: Uint8Array = hmacKey) {
  const used = new Map<string, Instant>();
  const captcha = createAltchaCaptcha({
    hmacKey: key,
    now,
    markUsed: async (id, until) => !used.has(id) && used.set(id, until).has(id),
    rounds: 10,
    mostTries: 10,
  });
  return { captcha, solve: solveAltcha, used };
}

async function solveAltcha(challenge: unknown): Promise<string> {
  const solution = await solveChallenge({ challenge: challenge as Challenge, deriveKey });
  return encode({ challenge, solution });
}

type Answer = {
  challenge: { parameters: Record<string, unknown> & { data: { until: number } }; signature?: string };
  solution: { counter: unknown; derivedKey: unknown };
};
const encode = (answer: unknown): string => Buffer.from(JSON.stringify(answer)).toString('base64');
const decode = (answer: string): Answer => JSON.parse(Buffer.from(answer, 'base64').toString()) as Answer;

describe('an Altcha answer', () => {
  test('passes once, also when it comes twice at the same time', async () => {
    const { captcha, solve } = altcha();
    const answer = await solve(await captcha.challenge());
    const both = await Promise.all([captcha.verify(answer), captcha.verify(answer)]);
    expect(both).toContainEqual(passed);
    expect(both).toContainEqual(missing);
    expect(await captcha.verify(answer)).toEqual(missing);
  });

  test('passes once even if written differently', async () => {
    const { captcha, solve } = altcha();
    const answer = await solve(await captcha.challenge());
    expect(await captcha.verify(answer)).toEqual(passed);
    expect(await captcha.verify(encode({ ...decode(answer), again: true }))).toEqual(missing);
  });

  test('passes for 20 minutes by the server’s clock and not a moment longer', async () => {
    let time = noon;
    const { captcha, solve, used } = altcha(() => time);
    const [early, late] = [await solve(await captcha.challenge()), await solve(await captcha.challenge())];
    time = (noon + 20 * 60_000 - 1) as Instant;
    expect(await captcha.verify(early)).toEqual(passed);
    time = (noon + 20 * 60_000) as Instant;
    expect(await captcha.verify(late)).toEqual(missing);
    expect([...used.values()]).toEqual([noon + 20 * 60_000]);
  });

  test('says nothing about time to the phone, whose clock may be wrong', async () => {
    const challenge = (await altcha().captcha.challenge()) as Challenge;
    expect(challenge.parameters).not.toHaveProperty('expiresAt');
  });

  test('to a challenge made with another key is missing', async () => {
    const answer = await solveAltcha(await altcha(() => noon, randomBytes(32)).captcha.challenge());
    expect(await altcha().captcha.verify(answer)).toEqual(missing);
  });

  test.each([
    { what: 'a later end', change: ({ challenge }: Answer) => (challenge.parameters.data.until += 1) },
    { what: 'less work', change: ({ challenge }: Answer) => (challenge.parameters['cost'] = 1) },
    { what: 'no signature', change: ({ challenge }: Answer) => delete challenge.signature },
    { what: 'another field', change: ({ challenge }: Answer) => (challenge.parameters['expiresAt'] = 1) },
    { what: 'no signature of the key', change: ({ challenge }: Answer) => delete challenge.parameters['keySignature'] },
    { what: 'another key', change: ({ solution }: Answer) => (solution.derivedKey = 'ab'.repeat(32)) },
    { what: 'no key', change: ({ solution }: Answer) => (solution.derivedKey = '') },
    { what: 'a count that is no number', change: ({ solution }: Answer) => (solution.counter = '7') },
  ])('with $what is missing, and uses nothing up', async ({ change }) => {
    const { captcha, solve, used } = altcha();
    const right = await solve(await captcha.challenge());
    const answer = decode(right);
    change(answer);
    expect(await captcha.verify(encode(answer))).toEqual(missing);
    expect(used.size).toBe(0);
    expect(await captcha.verify(right)).toEqual(passed);
  });

  test('takes at least half as many tries as it may take', async () => {
    const { captcha, solve } = altcha();
    const answer = decode(await solve(await captcha.challenge()));
    expect(answer.solution.counter).toBeGreaterThanOrEqual(5);
    expect(answer.solution.counter).toBeLessThan(10);
  });
});
