/**
 * How each language writes: quotation marks, marks of its own, spaces that do not break. From CLDR 48 (delimiters and
 * characters of cldr-misc-full) and, where a line names it, another source; the launch languages as
 * `locales/glossary.json` says in `style`. A language without a line here is held to what holds everywhere.
 */
export type Writing = {
  /** Outer quotation marks, then those inside of them. */
  readonly quotes: readonly (readonly [open: string, close: string])[];
  /** Marks of another script, each with that of the language. */
  readonly own: Readonly<Record<string, string>>;
  /** Marks at the end of a sentence that do for the one of the source. */
  readonly ends: Readonly<Record<string, readonly string[]>>;
  /** What opens a sentence that ends with the mark. */
  readonly opens: Readonly<Record<string, string>>;
  /** Marks with a space that does not break before them. */
  readonly spaceBefore: string;
  readonly spaceInQuotes: boolean;
  /** A dash between words has a space that does not break before it. */
  readonly spaceBeforeDash: boolean;
  /** Words of one letter before a mark of the verb, such as `n ap`: a space that does not break ties them to it. */
  readonly tiedTo: readonly string[];
  /** Whether spaces stand between words. */
  readonly wordsApart: boolean;
  readonly script: 'Latin' | 'Cyrillic' | 'Armenian' | 'Arabic' | 'Han';
  /** Letters beside a to z, or all letters of another script; without it any letter of the script. */
  readonly letters?: string;
};

const plain: Writing = {
  quotes: [
    ['“', '”'],
    ['‘', '’'],
  ],
  own: {},
  ends: {},
  opens: {},
  spaceBefore: '',
  spaceInQuotes: false,
  spaceBeforeDash: false,
  tiedTo: [],
  wordsApart: true,
  script: 'Latin',
};

const angled: Writing['quotes'] = [
  ['«', '»'],
  ['„', '“'],
];

/** Milchin, Справочник издателя: the dash is tied to the word before it. Ukrainian, Kyrgyz and Tajik printers do the same. */
const cyrillic: Writing = { ...plain, quotes: angled, spaceBeforeDash: true, script: 'Cyrillic' };

const writings: Readonly<Record<string, Writing>> = {
  en: plain,
  // Real Academia Española, Ortografía: ¿ and ¡ are not left out.
  es: { ...plain, opens: { '?': '¿', '!': '¡' }, letters: 'áéíóúüñ' },
  'pt-BR': { ...plain, letters: 'áâãàéêíóôõúç' },
  // As in French: « » with a space inside. Pronouns and pa shortened before ap belong to it: alone, `p` denies nothing. Its
  // letters are looked at together with its spelling.
  ht: { ...plain, quotes: [['«', '»'], ...plain.quotes], spaceInQuotes: true, tiedTo: ['ap'] },
  ru: { ...cyrillic, letters: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя' },
  uk: { ...cyrillic, letters: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя' },
  ky: { ...cyrillic, letters: 'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя' },
  // CLDR has »…« for Tajik, the other way round than print has them.
  tg: { ...cyrillic, letters: 'абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя' },
  // Imprimerie nationale, Lexique des règles typographiques: a space that does not break before ; : ! ? and inside « ».
  fr: {
    ...plain,
    quotes: [['«', '»'], ...plain.quotes],
    spaceBefore: ';:!?',
    spaceInQuotes: true,
    letters: 'àâæçéèêëîïôœùûüÿ',
  },
  // Armenian ends a sentence with ։ and puts ՞ and ՜ on the word; ՝ can stand where English has a colon.
  hy: {
    ...plain,
    quotes: [['«', '»']],
    own: { '?': '՞', '!': '՜', '.': '։' },
    ends: { '.': ['.', '։'], '?': ['?', '։', ''], '!': ['!', '։', ''], ':': [':', '՝'] },
    script: 'Armenian',
  },
  'uz-Latn': { ...plain, letters: 'ʻʼ' },
  // « » stand the same way round in both directions of writing, unlike CLDR's ” “.
  ar: {
    ...plain,
    quotes: [['«', '»'], ...plain.quotes],
    own: { ',': '،', ';': '؛', '?': '؟' },
    ends: { '?': ['?', '؟'], ';': [';', '؛'], ',': [',', '،'] },
    script: 'Arabic',
  },
  tr: { ...plain, letters: 'çğıİöşüâîû' },
  // GB/T 15834-2011, General rules for punctuation.
  'zh-Hans': {
    ...plain,
    own: { ',': '，', '.': '。', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）' },
    ends: {
      '.': ['.', '。'],
      '?': ['?', '？'],
      '!': ['!', '！'],
      ':': [':', '：'],
      ';': [';', '；'],
      ',': [',', '，', '、'],
    },
    wordsApart: false,
    script: 'Han',
  },
};

export function writingOf(locale: string): Writing {
  return writings[locale] ?? plain;
}

/** Quotation marks that the language does not have; ’ is an apostrophe, too. */
export function quotesElsewhere({ quotes }: Writing): RegExp {
  const own = quotes.flat();
  return new RegExp(
    `[${Array.from('“”„‟«»‹›‘‚「」『』')
      .filter((mark) => !own.includes(mark))
      .join('')}]`,
  );
}
