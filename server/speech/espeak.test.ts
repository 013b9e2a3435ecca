import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createEspeakSpeech, type EspeakSettings, findVoices } from './espeak.ts';
import { secondsOf, wavOf } from './speech.testing.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'puente-speech-'));
  await writeFile(join(folder, 'sound.wav'), wavOf({ seconds: 1 }));
});
afterAll(() => rm(folder, { recursive: true }));

let count = 0;
/** A program that does this; it is called in its own folder's name. */
async function programOf(script: string): Promise<string> {
  count += 1;
  const path = join(folder, `speaks-${count}`);
  await writeFile(path, `#!/bin/sh\ncd '${folder}'\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

async function voiceOf(script: string, changes: Partial<EspeakSettings> = {}) {
  const told: string[] = [];
  const program = await programOf(script);
  const report = (reason: string) => told.push(reason);
  const speech = createEspeakSpeech({
    program,
    locales: ['en', 'ht'],
    report,
    now: () => 0,
    patienceMs: 5000,
    ...changes,
  });
  return { speech, told };
}

const speaks = 'cat >/dev/null; cat sound.wav';
const unavailable = { ok: false, error: { kind: 'speech-unavailable' } };
const piece = { locale: 'ht', text: 'Koute paj sa a' } as const;

describe('our voice', () => {
  test('gives the words by the standard input alone, and no bracket that means something else', async () => {
    const { speech } = await voiceOf('printf %s "$*" > args; cat > words; cat sound.wav');
    const said = await speech.say({ locale: 'ht', text: "[[h@l'oU]] Bonjou" });
    expect(said.ok && secondsOf(said.value)).toBeCloseTo(1, 0);
    expect(await readFile(join(folder, 'args'), 'utf8')).toBe('-v ht -s 150 -b 1 --stdin --stdout');
    expect(await readFile(join(folder, 'words'), 'utf8')).toBe(" h@l'oU  Bonjou");
  });

  test('knows nothing of our keys', async () => {
    process.env['PUENTE_KEYS'] = 'secret';
    onTestFinished(() => void delete process.env['PUENTE_KEYS']);
    const { speech } = await voiceOf(`env > environment; ${speaks}`);
    expect(await speech.say(piece)).toMatchObject({ ok: true });
    expect(await readFile(join(folder, 'environment'), 'utf8')).not.toContain('secret');
  });

  test('is kept, and made once for those who ask at the same time', async () => {
    const { speech } = await voiceOf(`echo once >> made; ${speaks}`);
    expect(speech.kept(piece)).toBeUndefined();
    const both = await Promise.all([speech.say(piece), speech.say(piece)]);
    expect(both[0]).toEqual(both[1]);
    expect(await speech.say(piece)).toEqual(both[0]);
    expect(speech.kept(piece)).toBeDefined();
    expect(await readFile(join(folder, 'made'), 'utf8')).toBe('once\n');
  });

  test.each([
    ['that is too slow', 'sleep 30', 'too-slow'],
    ['whose child holds its end open', 'sleep 30 & exit 1', 'too-slow'],
    ['that fails', 'cat >/dev/null; cat sound.wav; exit 1', 'failed'],
    ['that is killed', 'kill -9 $$', 'failed'],
    ['that says what is no sound', 'cat', 'no-sound'],
    ['that says nothing', 'cat >/dev/null', 'no-sound'],
    ['that never ends saying', 'cat /dev/zero', 'too-much'],
  ])('has no sound by a program %s', async (_what, script, reason) => {
    const { speech, told } = await voiceOf(script, { patienceMs: reason === 'too-slow' ? 300 : 5000 });
    expect(await speech.say(piece)).toEqual(unavailable);
    expect(told).toEqual([reason]);
    expect(speech.kept(piece)).toBeUndefined();
  });

  test('does not mind a program that shouts or does not read', async () => {
    const shouting = await voiceOf(`head -c 3000000 /dev/zero >&2; ${speaks}`);
    expect(await shouting.speech.say(piece)).toMatchObject({ ok: true });
    const deaf = await voiceOf('exec 0<&-; cat sound.wav');
    expect(await deaf.speech.say({ ...piece, text: 'a'.repeat(180) })).toMatchObject({ ok: true });
  });

  test('turns away whoever is too many, and is there again afterwards', async () => {
    const { speech, told } = await voiceOf(`sleep 0.3; ${speaks}`, { atOnce: 1, waiting: 1 });
    const texts = ['a', 'b', 'c'];
    const said = await Promise.all(texts.map((text) => speech.say({ locale: 'ht', text })));
    expect(said.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect(told).toEqual(['line-full']);
    expect(await speech.say({ locale: 'ht', text: 'c' })).toMatchObject({ ok: true });
  });

  test('has no sound in a language that the program has no voice for', async () => {
    const { speech, told } = await voiceOf(speaks);
    expect(await speech.say({ locale: 'ru', text: 'Помощь' })).toEqual(unavailable);
    expect(told).toEqual([]);
  });
});

describe('the languages of a program', () => {
  test('are those that it lists', async () => {
    const program = await programOf(
      "printf 'Pty Language       Age/Gender VoiceName          File\\n 5  ht              --/M      Haitian_Creole     roa/ht\\n 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)\\n 5  fr-ht           --/M      X                  x\\n'",
    );
    expect(await findVoices(program)).toEqual(['en', 'ht']);
  });

  test('are none where it does not run', async () => {
    expect(await findVoices(join(folder, 'nowhere'))).toBeNull();
    expect(await findVoices(await programOf('exit 3'))).toBeNull();
  });
});
