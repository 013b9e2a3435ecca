import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ok } from '#core/result.ts';
import { openPage, part, read } from '#tests/support/page-in-memory.ts';
import type { PinAnswer } from '../storage/pin.ts';
import { PinQuestion } from './pin-question.tsx';
import { startPinQuestion } from './start-pin-question.ts';
import { withPin } from './with-pin.ts';

const words = {
  label: 'PIN',
  show: 'Digits',
  wrong: 'Wrong.',
  wait: 'Wait {minutes}.',
  full: 'Full.',
  noLine: 'No line.',
  forgot: 'Forgot',
};
const onRight = vi.fn();
let answer: PinAnswer;
let end = () => {};

beforeEach(() => {
  openPage(<PinQuestion id="pin" words={words} button="Open" />);
  onRight.mockClear();
  end = startPinQuestion(document.body, { act: async () => answer, onRight });
});
afterEach(() => {
  end();
  vi.unstubAllGlobals();
});

describe('the question for a PIN', () => {
  test.each<[told: string, error: Extract<PinAnswer, { ok: false }>['error']]>([
    ['Wrong.', { kind: 'wrong' }],
    ['Wait 2.', { kind: 'wait', minutes: 2 }],
    ['Full.', { kind: 'full' }],
    ['No line.', { kind: 'no-line' }],
  ])('says aloud: %s', async (told, error) => {
    answer = { ok: false, error };
    part('[data-pin-button]').click();
    await waitFor(() => expect(read(part('[role=alert]'))).toEqual([told]));
    expect(part('[data-pin]').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(part('[data-pin]'));
  });

  test('says the same again when the next one is wrong, too', async () => {
    answer = { ok: false, error: { kind: 'wrong' } };
    part('[data-pin-button]').click();
    await waitFor(() => expect(read(part('[role=alert]'))).toEqual(['Wrong.']));
    part('[data-pin-button]').click();
    expect(read(part('[role=alert]'))).toEqual([]);
    await waitFor(() => expect(read(part('[role=alert]'))).toEqual(['Wrong.']));
  });

  test('goes on once it is right', async () => {
    answer = ok(undefined);
    part('[data-pin-button]').click();
    await waitFor(() => expect(onRight).toHaveBeenCalledOnce());
  });
});

test('where what a PIN does does not come, that is the answer', async () => {
  const done = withPin(
    async () => ok(undefined),
    async () => {
      throw new TypeError('Failed to fetch');
    },
  );
  expect(await done).toEqual({ ok: false, error: { kind: 'no-line' } });
});

/** However slow the machine is. */
async function waitFor(isSo: () => void): Promise<void> {
  await vi.waitFor(isSo, { timeout: 30_000 });
}
