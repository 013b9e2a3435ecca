import { afterAll, describe, expect, test } from 'vitest';
import { cleanPhoto } from '#server/presence/photo.ts';
import { documentPicture } from '#tests/support/document-picture.ts';
import { must, portrait } from '#tests/support/town.ts';
import { readMrz } from './read-mrz.ts';
import { createDocumentReader } from './read-picture.ts';
import { likelyLines } from './repair-lines.ts';

// The specimens of ICAO 9303, parts 4, 5 and 6: passport, card, large card.
const documents = {
  passport: ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
  card: ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
  'large card': ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'],
};
const numbers = { passport: 'L898902C3', card: 'D23145890', 'large card': 'D23145890' };
// OCR-B isn't among the fonts of the machines that run this: two with letters as wide as each other stand for it.
// Each takes as long as hundreds of other tests: `npm run test:full` tries both.
const fonts = ['DejaVu Sans Mono', ...(process.env['PUENTE_FULL'] === '1' ? ['Liberation Mono'] : [])];
/** Degrees, and the deviation of a noise over the picture. */
const manners = { straight: [0, 0], tilted: [3, 0], noisy: [0, 30] } as const;

type Kind = keyof typeof documents;

const reader = createDocumentReader();
afterAll(() => reader.stop());

describe('pictures of documents', () => {
  // Counted over all of them, since a machine that reads misses now and then: what it gives has to be right each time.
  test('are read more often than not, and never wrongly', { timeout: 240_000 }, async () => {
    const found: string[] = [];
    let tried = 0;
    for (const kind of Object.keys(documents) as Kind[]) {
      for (const font of fonts) {
        for (const [manner, [tilt, noise]] of Object.entries(manners)) {
          tried += 1;
          const read = await reader.read(
            must(await cleanPhoto(await documentPicture(documents[kind], { font, tilt, noise }))),
          );
          if (!read.ok) continue;
          const { number, birth, expiry } = must(readMrz(read.value));
          expect([number, birth, expiry], `${kind}, ${font}, ${manner}`).toEqual([numbers[kind], '740812', '120415']);
          found.push(`${kind}, ${font}, ${manner}`);
        }
      }
    }
    expect(tried).toBe(9 * fonts.length);
    expect(found.length, found.join('\n')).toBeGreaterThanOrEqual((tried * 5) / 6);
  });

  test('without lines are not', async () => {
    expect(await reader.read(must(await cleanPhoto(await portrait())))).toEqual({
      ok: false,
      error: { kind: 'picture-unreadable' },
    });
  });

  test('are given up when their time is over, and the next one is read all the same', async () => {
    const hasty = createDocumentReader({ patience: 1 });
    const photo = must(await cleanPhoto(await documentPicture(documents['large card'], { font: 'DejaVu Sans Mono' })));
    expect(await hasty.read(photo)).toEqual({ ok: false, error: { kind: 'picture-unreadable' } });
    await hasty.stop();
    expect((await reader.read(photo)).ok).toBe(true);
  });
});

describe('text that a machine read', () => {
  const [first, second] = documents.passport as [string, string];
  test.each([
    ['fillers read as letters', `${first.slice(0, 25)}<<KLLLLLLLLL\n${second}`],
    [
      'fillers lost, and blanks between',
      `${first.slice(0, 27)}\n${second.replace('<<<<<', '<<')}`.replace('A<', 'A <'),
    ],
    ['a page above them', `UTOPIA REPUBLIC OF NOWHERE PASSPORT\n${first}\n${second}`],
    ['one sign read as two', `${first}\n${second.replace('UTO', 'UTO0')}`],
  ])('%s: gives the lines', (_title, text) => {
    const right = likelyLines(text).find((lines) => readMrz(lines).ok);
    expect(right && readMrz(right)).toMatchObject({ ok: true, value: { number: 'L898902C3', birth: '740812' } });
  });
  test('that is no line gives none', () => {
    expect(likelyLines('UTOPIA\nREPUBLIC OF NOWHERE AND OF ALL')).toEqual([]);
  });
});
