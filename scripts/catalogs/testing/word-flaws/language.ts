import type { WordFlaw } from './word-flaw.ts';

/** Words and sentences of another language. */
export const languageFlaws: readonly WordFlaw[] = [
  {
    rule: 'other-language',
    flaw: 'an English sentence',
    place: 'ht start.steps.ask',
    change: [
      'Mande yon plas. Pou sa, fòk telefòn ou nan nò oswa nan mitan Meksik.',
      'You can ask only in the north or the center of Mexico. We look where you are.',
    ],
  },
  {
    rule: 'other-language',
    flaw: 'a sentence of the next file',
    place: 'es start.draw.shuffled',
    beside: 'pt-BR',
    change: [
      'Para la otra mitad, la fila se mezcla con un número que nadie puede conocer antes.',
      'Para a outra metade, a fila é embaralhada com a ajuda de um número que ninguém pode saber antes.',
    ],
  },
  {
    rule: 'other-language',
    flaw: 'an English sentence',
    place: 'ru start.draw.ports',
    change: [
      'Вы получаете место в первом пункте пропуска из вашего списка, где для вас ещё есть место.',
      'You get the first port on your list that has room for you and your family.',
    ],
  },
  {
    rule: 'other-language',
    flaw: 'an English sentence',
    place: 'ar start.lead',
    change: ['', 'This is a fair way to ask for a day and a time at the border.'],
  },
  {
    rule: 'other-language',
    flaw: 'an English sentence',
    place: 'zh-Hans start.lead',
    change: ['', 'This is a fair way to ask for a day and a time at the border.'],
  },
  {
    rule: 'foreign-words',
    flaw: 'a small English word',
    place: 'es start.draw.oldest',
    change: ['para las personas', 'para the personas'],
    found: 'the',
  },
  {
    rule: 'foreign-words',
    flaw: 'an English month',
    place: 'ht start.draw.daily',
    change: ['Chak jou', 'Chak jou nan March'],
    found: 'March',
  },
  {
    rule: 'foreign-words',
    flaw: 'an English word left standing',
    place: 'ht start.free.title',
    change: ['Li gratis', 'Li free gratis'],
  },
  {
    rule: 'foreign-words',
    flaw: 'a small Portuguese word',
    place: 'es start.begin',
    change: ['Empezar', 'Empezar uma'],
    found: 'uma',
  },
  {
    rule: 'foreign-words',
    flaw: 'a small French word',
    place: 'ht start.steps.wait',
    change: ['apre tiraj la', 'apre tiraj la avec nou'],
    found: 'avec',
  },
  {
    rule: 'foreign-words',
    flaw: 'an English word',
    place: 'ru start.begin',
    change: ['Начать', 'Начать booking'],
    found: 'booking',
  },
  {
    rule: 'foreign-words',
    flaw: 'a small Ukrainian word',
    place: 'ru start.begin',
    change: ['Начать', 'Начать або'],
    found: 'або',
  },
  {
    rule: 'foreign-words',
    flaw: 'an English word',
    place: 'ar start.begin',
    change: ['البدء', 'البدء booking'],
    found: 'booking',
  },
  {
    rule: 'foreign-words',
    flaw: 'an English word',
    place: 'zh-Hans start.begin',
    change: ['开始', '开始 booking'],
    found: 'booking',
  },
];
