import { edit, editAlone, write } from '../clean-tree.ts';
import { ask, change, type Flaw } from '../seeding.ts';

/** Translations that say something else than their source, as far as a machine can tell. */
export const differenceFlaws: readonly Flaw[] = [
  {
    rule: 'identical',
    flaw: 'a text that was copied',
    seed: change('ht', 'Plas ou', 'Your place'),
    where: 'locales/ht/sample.json:2',
  },
  {
    rule: 'identical',
    flaw: 'one form of a plural that was copied',
    seed: change('es', '{countText} personas}', '{countText} people}'),
    where: 'locales/es/sample.json:4',
  },
  {
    rule: 'identical',
    flaw: 'one option of a select that was copied',
    seed: change('pt-BR', 'female {ela}', 'female {She}'),
    where: 'locales/pt-BR/sample.json:5',
  },
  {
    rule: 'identical',
    flaw: 'a paragraph of a long text that was copied',
    seed: (root) => edit(root, 'content/ru/help.md', ['Текст.', 'Text.']),
    where: 'content/ru/help.md:12',
  },
  {
    rule: 'exact-forms',
    flaw: 'a sentence for nobody left out',
    seed: change('ht', '=0 {Pèsonn pa ap tann} ', ''),
    where: 'locales/ht/sample.json:7',
  },
  {
    rule: 'exact-forms',
    flaw: 'a sentence for two that the source has not',
    seed: change('es', 'one {{countText} persona}', '=2 {dos personas} one {{countText} persona}'),
    where: 'locales/es/sample.json:4',
  },
  {
    rule: 'plural-number',
    flaw: 'a Russian one, which is 21 too, without its number',
    seed: change('ru', 'one {{countText} человек}', 'one {один человек}'),
    where: 'locales/ru/sample.json:4',
  },
  {
    rule: 'plural-number',
    flaw: 'a Brazilian one, which is 0 too, without its number',
    seed: change('pt-BR', 'one {{countText} pessoa}', 'one {uma pessoa}'),
    where: 'locales/pt-BR/sample.json:4',
  },
  {
    rule: 'tags',
    flaw: 'a link without words',
    seed: change('es', '<link>condiciones</link>', 'condiciones<link></link>'),
    where: 'locales/es/sample.json:6',
  },
  {
    rule: 'tags',
    flaw: 'a link beside what it was inside of',
    seed: change(
      'ru',
      '<bold>Прочитайте <link>эту страницу</link></bold>',
      '<bold>Прочитайте</bold> <link>эту страницу</link>',
    ),
    where: 'locales/ru/sample.json:9',
  },
  {
    rule: 'tags',
    flaw: 'tags the other way round',
    seed: change('ht', '<bold>Li <link>paj sa a</link></bold>', '<link>Li <bold>paj sa a</bold></link>'),
    where: 'locales/ht/sample.json:9',
  },
  {
    rule: 'tags',
    flaw: 'a link twice',
    seed: change('es', 'Lea las <link>', '<link>Lea</link> las <link>'),
    where: 'locales/es/sample.json:6',
  },
  {
    rule: 'numbers',
    flaw: 'another hour',
    seed: change('ht', 'anvan 11:00', 'anvan 12:00'),
    where: 'locales/ht/sample.json:8',
  },
  {
    rule: 'numbers',
    flaw: 'a number left out',
    seed: change('es', 'antes de las 11:00', 'antes de mediodía'),
    where: 'locales/es/sample.json:8',
  },
  {
    rule: 'numbers',
    flaw: 'a number in a long text that the source has not',
    seed: (root) => edit(root, 'content/es/terms-2027-01.md', ['Primer paso', 'Primer paso de 3']),
    where: 'content/es/terms-2027-01.md:14',
  },
  {
    rule: 'addresses',
    flaw: 'a mail address translated',
    seed: change('ru', 'help@example.org', 'pomosh@example.org'),
    where: 'locales/ru/sample.json:8',
  },
  {
    rule: 'addresses',
    flaw: 'a digit of a phone number changed',
    seed: change('ht', '555 010 0199', '555 010 0198'),
    where: 'locales/ht/sample.json:8',
  },
  {
    rule: 'addresses',
    flaw: 'a web address that the source has not',
    seed: change('es', 'condiciones</link>', 'condiciones</link> en https://example.org/es'),
    where: 'locales/es/sample.json:6',
  },
  {
    rule: 'line-breaks',
    flaw: 'two paragraphs in one',
    seed: change('ru', '(не позже).\\n\\nПотом', '(не позже). Потом'),
    where: 'locales/ru/sample.json:8',
  },
  {
    rule: 'end-punctuation',
    flaw: 'a full stop that the source has not',
    seed: change('ht', 'Plas ou', 'Plas ou.'),
    where: 'locales/ht/sample.json:2',
  },
  {
    rule: 'end-punctuation',
    flaw: 'a statement that became a question',
    seed: (root) => edit(root, 'content/ru/help.md', ['Текст.', 'Текст?']),
    where: 'content/ru/help.md:12',
  },
  {
    rule: 'end-punctuation',
    flaw: 'a full stop left out behind a quotation mark',
    seed: change('es', '“Permitir”.', '“Permitir”'),
    where: 'locales/es/sample.json:8',
  },
  {
    rule: 'first-letter',
    flaw: 'a small letter at the beginning',
    seed: change('ru', 'Ваше место', 'ваше место'),
    where: 'locales/ru/sample.json:2',
  },
  {
    rule: 'first-letter',
    flaw: 'a capital letter in the middle of a sentence',
    seed: change('es', 'female {ella} other {esa', 'female {ella} other {Esa'),
    where: 'locales/es/sample.json:5',
  },
  {
    rule: 'length',
    flaw: 'a text that is five times as long as its source',
    seed: change('ht', 'Plas ou', 'Plas ou nan liy lan, kote ou ye jodi a ak kote ou pral ye demen maten'),
    where: 'locales/ht/sample.json:2',
  },
  {
    rule: 'length',
    flaw: 'a text for which its description has no room',
    seed(root) {
      const about = 'locales/en/about/sample.jsonc';
      editAlone(root, about, ['"title": "A text."', '"title": { "about": "A text.", "max": 10 }']);
      change('ht', 'Plas ou', 'Plas ou kounye a')(root);
    },
    where: 'locales/ht/sample.json:2',
  },
  {
    rule: 'length',
    flaw: 'a text that lost most of its sentences',
    seed: (root) =>
      words(root, ['Stop here. Wait for your name, then go on to the door.', 'Go'], { es: ['Alto.', 'Siga'] }),
    where: 'locales/es/more.json:1',
  },
  {
    rule: 'same-source',
    flaw: 'one English word with two translations',
    seed: (root) => words(root, ['Stop', 'Stop'], { es: ['Alto', 'Pare'] }),
    where: 'locales/es/more.json:1',
  },
  {
    rule: 'same-translation',
    flaw: 'two English words with one translation',
    seed: (root) => words(root, ['Stop', 'Wait'], { es: ['Alto', 'Alto'] }),
    where: 'locales/es/more.json:1',
  },
  {
    rule: 'markdown',
    flaw: 'a step of a list left out',
    seed: (root) => edit(root, 'content/es/terms-2027-01.md', ['\n2. El *segundo* paso.', '']),
    where: 'content/es/terms-2027-01.md:14',
  },
  {
    rule: 'markdown',
    flaw: 'a heading of another level',
    seed: (root) => edit(root, 'content/ht/terms-2027-01.md', ['## Tit', '### Tit']),
    where: 'content/ht/terms-2027-01.md:10',
  },
  {
    rule: 'markdown',
    flaw: 'steps that became points',
    seed: (root) => edit(root, 'content/ru/terms-2027-01.md', ['1. Первый шаг.\n2. ', '- Первый шаг.\n- ']),
    where: 'content/ru/terms-2027-01.md:14',
  },
  {
    rule: 'markdown',
    flaw: 'an emphasis lost',
    seed: (root) => edit(root, 'content/pt-BR/terms-2027-01.md', ['*segundo*', 'segundo']),
    where: 'content/pt-BR/terms-2027-01.md:15',
  },
  {
    rule: 'unsafe-html',
    flaw: 'HTML in a long text',
    seed: (root) => edit(root, 'content/es/terms-2027-01.md', ['Texto.', '<b>Texto</b>.']),
    where: 'content/es/terms-2027-01.md:12',
  },
  {
    rule: 'unsafe-html',
    flaw: 'a link that runs a program',
    seed: (root) => edit(root, 'content/es/terms-2027-01.md', ['Texto.', '[Texto](javascript:void).']),
    where: 'content/es/terms-2027-01.md:12',
  },
];

type Two = readonly [string, string];

/** Two messages more: in English, in Spanish, and rightly in the other languages. */
function words(root: string, en: Two, { es }: { readonly es: Two }): void {
  const isSame = en[0] === en[1];
  const isLong = en[0].length > 40;
  const all: Readonly<Record<string, Two>> = {
    en,
    es,
    ht: isLong
      ? ['Rete la. Tann yo rele non ou, apre sa ale nan pòt la.', 'Ale']
      : ['Kanpe', isSame ? 'Kanpe' : 'Tann'],
    ru: isLong
      ? ['Остановитесь. Ждите, пока вас назовут, потом идите к двери.', 'Идите']
      : ['Стоп', isSame ? 'Стоп' : 'Ждите'],
    'pt-BR': isLong
      ? ['Pare aqui. Espere seu nome e depois vá até a porta.', 'Siga']
      : ['Pare', isSame ? 'Pare' : 'Espere'],
  };
  for (const [locale, [a, b]] of Object.entries(all))
    write(root, `locales/${locale}/more.json`, JSON.stringify({ a, b }));
  ask(`const t = useTranslations('more'); t('a'); t('b');`)(root);
}
