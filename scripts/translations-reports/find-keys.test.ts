import { describe, expect, test } from 'vitest';
import { findTexts } from './find-keys.ts';

const texts = [
  { key: 'common.step', value: 'Paso {step} de {total}' },
  { key: 'common.continue', value: 'Continuar' },
  { key: 'help.more', value: 'Pulse “Continuar” y espere.' },
  { key: 'offer.left', value: '{count, plural, one {Queda {countText} hora} other {Quedan {countText} horas}}' },
  { key: 'start.see', value: 'Lea las <link>condiciones</link> antes.' },
  { key: 'x.dots', value: 'a.c (uno)' },
  { key: 'x.day', value: '{day} {month}, {year}' },
  { key: 'x.between', value: 'De las {from} a las {until}, hora de {place}.' },
].map((text) => ({ ...text, file: 'locales/es/x.json' }));

const keys = (words: string) => findTexts(words, texts).map(({ key }) => key);

describe('the messages that words may be', () => {
  test.each([
    ['continuar', ['common.continue', 'help.more']],
    ['Paso 3  de 9', ['common.step']],
    ['Quedan 23 horas', ['offer.left']],
    ['Lea las condiciones antes.', ['start.see']],
    ['abc (uno)', []],
    ['Sí, claro', []],
    ['De las 9:00 a las 10:30, hora de Ojinaga.', ['x.between']],
    ['De las 9:00, hora de Ojinaga, a las 10:30.', []],
    ['Pulse “Continuar” y espere. Después salga.', ['help.more', 'common.continue']],
    ['', []],
    ['nada parecido', []],
  ])('%j', (words, expected) => {
    expect(keys(words)).toEqual(expected);
  });
});
