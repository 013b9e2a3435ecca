import { expect, test } from 'vitest';
import { CannotStart } from './start-failure.ts';
import { wireSpeech } from './wiring-speech.ts';

const log = { event: () => undefined };

test('there is no voice where it is switched off', async () => {
  expect((await wireSpeech({ espeak: 'off' }, log)).locales).toEqual([]);
});

test('a program that is named and does not run ends the start, by the name of its variable', async () => {
  const wired = wireSpeech({ espeak: '/nowhere/espeak-ng' }, log);
  await expect(wired).rejects.toThrow(CannotStart);
  await expect(wired).rejects.toThrow('ESPEAK_NG');
});
