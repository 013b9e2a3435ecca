import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rules } from '../catalogs-check.ts';
import { findingsOf } from './rule.ts';
import { writeCleanTree } from './testing/clean-tree.ts';
import { otherLanguageFlaws } from './testing/flaws/other-languages.ts';
import { withLanguage } from './testing/other-language.ts';
import { type Sample, samples } from './testing/samples.ts';
import { readTree, type Tree } from './tree.ts';

let root = '';
let tree: Tree;
beforeAll(() => {
  root = writeCleanTree();
  const whole = readTree(root);
  // The rest would be looked at once a test, for nothing.
  tree = {
    ...whole,
    catalogs: whole.catalogs.filter(({ file }) => file === 'locales/en/sample.json'),
    words: [],
    contents: new Map(),
    uses: [],
  };
});
afterAll(() => rmSync(root, { recursive: true }));

/** Rules that find something in one more language, `rule:line` each. */
function foundIn(locale: string, messages: Partial<Sample>): readonly string[] {
  const found = findingsOf(rules, withLanguage(tree, locale, messages));
  return found
    .filter(({ file }) => file === `locales/${locale}/sample.json`)
    .map(({ rule, line }) => `${rule}:${line}`);
}

test.each(['ar', 'zh-Hans'] as const)('the right texts of %s have no findings', (locale) => {
  expect(foundIn(locale, samples[locale])).toEqual([]);
});

test.each(otherLanguageFlaws)(
  'in $locale $rule finds $flaw, and no other rule does',
  ({ locale, rule, key, change: [from, to] }) => {
    const right: Sample = samples[locale];
    expect(right[key]).toContain(from);
    const found = foundIn(locale, { ...right, [key]: right[key].replace(from, to) });
    expect(new Set(found.map((each) => each.split(':')[0]))).toEqual(new Set([rule]));
  },
);

const elsewhere: readonly (readonly [locale: string, rule: string, right: Partial<Sample>, wrong: Partial<Sample>])[] =
  [
    ['fr', 'no-break-space', { title: 'Votre place\u00A0: ici' }, { title: 'Votre place : ici' }],
    ['fr', 'no-break-space', { rich: 'Lisez «\u00A0<link>ceci</link>\u00A0»' }, { rich: 'Lisez «<link>ceci</link>»' }],
    ['fr', 'no-break-space', { title: 'Votre place\u202F! Ici' }, { title: 'Votre place! Ici' }],
    [
      'fr',
      'plural-number',
      { people: '{count, plural, one {{countText} personne} other {{countText} personnes}}' },
      { people: '{count, plural, one {une personne} other {{countText} personnes}}' },
    ],
    [
      'fr',
      'accent-variants',
      { title: 'La place est là', greeting: 'Bonjour {name}, l’école l’a donnée' },
      { title: 'L’école est là', greeting: 'Bonjour {name}, l’ecole l’a donnée' },
    ],
    ['uk', 'letters', { title: 'Ваше місце' }, { title: 'Ваше мѣсце' }],
    ['uk', 'letters', { title: 'Ваше місце' }, { title: 'Ваше мicце' }],
    [
      'uk',
      'plural-forms',
      {
        people:
          '{count, plural, one {{countText} особа} few {{countText} особи} many {{countText} осіб} other {{countText} особи}}',
      },
      { people: '{count, plural, one {{countText} особа} few {{countText} особи} other {{countText} осіб}}' },
    ],
    ['hy', 'marks', { rich: 'Կարդացեք <link>սա՞</link>' }, { rich: 'Կարդացեք <link>սա</link>? Ոչ' }],
    ['hy', 'letters', { title: 'Ձեր տեղը' }, { title: 'Ձեր տեղo' }],
    ['ky', 'letters', { title: 'Сиздин орун' }, { title: 'Сиздин ўрун' }],
    [
      'ky',
      'plural-forms',
      { people: '{count, plural, one {{countText} киши} other {{countText} киши}}' },
      { people: '{count, plural, one {{countText} киши} few {{countText} киши} other {{countText} киши}}' },
    ],
    ['uz-Latn', 'marks', { title: 'Sizning oʻrningiz' }, { title: 'Sizning o‘rningiz' }],
    ['tg', 'letters', { title: 'Ҷойи шумо' }, { title: 'Џойи шумо' }],
    [
      'tg',
      'plural-forms',
      { people: '{count, plural, other {{countText} нафар}}' },
      { people: '{count, plural, one {{countText} нафар} other {{countText} нафар}}' },
    ],
    ['tr', 'letters', { title: 'Sizin yeriniz: İşte' }, { title: 'Sizin yeriniz: Ișțe' }],
  ];

test.each(elsewhere)(
  'in %s %s finds what is wrong, and nothing in what is right',
  (...[locale, rule, right, wrong]) => {
    expect(foundIn(locale, right).filter((each) => !each.startsWith('end-'))).toEqual([]);
    expect(
      foundIn(locale, wrong)
        .map((each) => each.split(':')[0])
        .filter((each) => !each?.startsWith('end-')),
    ).toEqual([rule]);
  },
);
