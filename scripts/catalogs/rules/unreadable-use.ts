import type { KeyUse } from '../lexer.ts';
import type { Rule } from '../rule.ts';

const told: Readonly<Partial<Record<KeyUse['kind'], { readonly message: string; readonly expected: string }>>> = {
  raw: {
    message: 'Precompiled messages have no t.raw.',
    expected: "t('key'), t.rich('key', …) or data in locales/<tag>/words",
  },
  unreadable: {
    message: 'The key cannot be told from the sources.',
    expected: "a text, a template, a condition or a constant table: t('a'), t(`a.${kind}`), t(yes ? 'a' : 'b')",
  },
  unknown: {
    message: 'The namespace of this t cannot be told from the sources.',
    expected: "useTranslations('area') in reach, or the type Translator<'area'> of app/_i18n/translator.ts",
  },
};

export const unreadableUse: Rule = {
  name: 'unreadable-use',
  why: 'A message that the check does not see can be missing in every language.',
  look: ({ uses }) =>
    uses.flatMap(({ kind, key, file, line }) => {
      const about = told[kind];
      return about ? [{ file, line, key, ...about, found: key }] : [];
    }),
};
