import { create } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { builtLocales, publishedLocales } from '#core/language/published.ts';
import { darkModules, readPdf } from '#tests/support/pdf-text.ts';
import { drawSquares, readQr } from '#tests/support/read-qr.ts';
import { printConfirmation } from './confirmation-paper.ts';
import { type ConfirmationText, confirmationText } from './confirmation-text.ts';
import { asFound, lettersOf, marie, named, paperOf } from './paper.testing.ts';

/** In the order in which it is read. */
function allOf(text: ConfirmationText): readonly string[] {
  const section = ({ title, items }: ConfirmationText['bring']) => [title, ...items];
  return [
    text.name,
    text.title,
    text.lead,
    ...text.facts.flatMap(({ term, value }) => [term, value]),
    text.madeUp ?? '',
    ...section(text.who),
    text.picture,
    text.code.title,
    text.code.value,
    text.code.hint,
    text.draw,
    ...[text.bring, text.happens, text.change].flatMap(section),
    text.warning,
    ...text.foot,
  ];
}

const heard = (text: string) => text.replaceAll(/\p{Cf}/gu, '');

describe('the paper of an appointment', () => {
  test.each(builtLocales)(
    'says aloud all that stands on it, in order, in the words of the catalogs (%s)',
    async (locale) => {
      const paper = paperOf(locale, [marie, named('Anna', 'Petrova', ['Анна', 'Петрова'])]);
      const read = await readPdf(await printConfirmation(paper));
      const said = read.alts.filter((alt) => !/^(•|\d+\.)$/.test(alt));
      expect(said).toEqual(allOf(confirmationText(paper)).map(heard));
    },
  );

  test.each(publishedLocales)('draws every letter of it (%s)', async (locale) => {
    const paper = paperOf(locale, [marie, named('Anna', 'Petrova', ['Анна', 'Петрова'])]);
    const { text } = await readPdf(await printConfirmation(paper));
    const { picture, ...drawn } = confirmationText(paper);
    expect(text).not.toContain(picture);
    for (const piece of allOf({ ...drawn, picture: '' })) {
      expect(lettersOf(text)).toContain(lettersOf(asFound(piece)));
    }
  });

  test('in one language has names in the letters of others', async () => {
    const people = [
      named('Xiaoming', 'Wang', ['小明', '王']),
      named('Fatima', 'al-Zahra', ['فاطمة', 'الزهراء']),
      named('Ani', 'Grigoryan', ['Անի', 'Գրիգորյան']),
    ];
    const { text, alts } = await readPdf(await printConfirmation(paperOf('en', people)));
    for (const name of ['Wang (王小明)', 'al-Zahra (فاطمة الزهراء)', 'Grigoryan (Անի Գրիգորյան)']) {
      expect(alts.some((alt) => alt.endsWith(name))).toBe(true);
      expect(lettersOf(text)).toContain(lettersOf(asFound(name)));
    }
  });

  test('in a language from right to left begins at the right, each line with its first word', async () => {
    const { text } = await readPdf(await printConfirmation(paperOf('ar-XB')));
    expect(text).toContain('tnemtnioppa ruoY');
    expect(text).toContain('400 Example Street, El Paso, TX');
    expect(text).toContain('123 456 782');
  });

  test.each(builtLocales)(
    'is one tagged page with its language, its title and small enough for a prepaid phone (%s)',
    async (locale) => {
      const bytes = await printConfirmation(
        paperOf(
          locale,
          Array.from({ length: 5 }, () => marie),
        ),
      );
      const read = await readPdf(bytes);
      expect(read).toMatchObject({ isTagged: true, language: locale, title: confirmationText(paperOf(locale)).title });
      expect(read.pages).toBe(locale === 'en-XA' ? 2 : 1);
      expect(read.tags.filter((tag) => tag === 'H1')).toHaveLength(1);
      expect(read.tags.filter((tag) => tag === 'Figure')).toHaveLength(1);
      expect(bytes.length).toBeLessThan(200_000);
    },
  );

  test('of a group of twelve with long names loses nobody', async () => {
    const people = Array.from({ length: 12 }, (_, index) =>
      named('Maximiliano José Guadalupe', `de la Santísima Trinidad y Todos los Santos ${'ABCDEFGHIJKL'[index] ?? ''}`),
    );
    const { text, pages } = await readPdf(await printConfirmation(paperOf('ru', people)));
    for (const { givenNames, familyNames } of people) expect(text).toContain(`${givenNames} ${familyNames}`);
    expect(pages).toBe(2);
  });

  test('draws the QR of the proof, module by module, at six centimetres', async () => {
    const paper = paperOf('ht');
    const drawn = await darkModules(await printConfirmation(paper));
    const { modules } = create(paper.confirmation.appointment.proof, { errorCorrectionLevel: 'M' });
    const expected = new Set<string>();
    for (let row = 0; row < modules.size; row += 1) {
      // Four light modules are around it.
      for (let column = 0; column < modules.size; column += 1) {
        if (modules.get(row, column)) expected.add(`${row + 4} ${column + 4}`);
      }
    }
    expect(drawn).toEqual(expected);
  });

  test('its QR is read by a scanner, also under a scratch from edge to edge', async () => {
    const paper = paperOf('ht');
    const { proof } = paper.confirmation.appointment;
    const drawn = await darkModules(await printConfirmation(paper));
    const units = create(proof, { errorCorrectionLevel: 'M' }).modules.size + 8;
    // Three pixels a module: what a cheap camera sees of six centimetres from half a metre.
    for (const scratch of [0, 3]) expect(await readQr(drawSquares(drawn, { units, pixels: 3, scratch }))).toBe(proof);
    const torn = new Set([...drawn].filter((square) => Number(square.split(' ')[0]) > units / 3));
    expect(await readQr(drawSquares(torn, { units, pixels: 3 }))).toBeNull();
  });

  test('outside of the demonstration says nothing of one', () => {
    const { demonstration, real } = {
      demonstration: confirmationText(paperOf('en')),
      real: confirmationText({ ...paperOf('en'), isDemonstration: false }),
    };
    expect(demonstration.foot.join(' ')).toContain('This is a demonstration.');
    expect(real.foot.join(' ')).not.toContain('demonstration');
  });
});
