export type LocaleFacts = { readonly name: string; readonly dir: 'ltr' | 'rtl' };

/**
 * The languages of the screens; `name` is the language's own: nobody has to read English to find it. Adding one is a line
 * in `others` and a folder in `locales/` and `content/`. Those of launch are complete, or nothing is built; each other one
 * is shown as soon as it is complete and without a flaw (`published.ts`).
 */
const launch = {
  en: { name: 'English', dir: 'ltr' },
  es: { name: 'Español', dir: 'ltr' },
  ht: { name: 'Kreyòl ayisyen', dir: 'ltr' },
  ru: { name: 'Русский', dir: 'ltr' },
  'pt-BR': { name: 'Português (Brasil)', dir: 'ltr' },
} as const satisfies Readonly<Record<string, LocaleFacts>>;

const others = {
  fr: { name: 'Français', dir: 'ltr' },
  'zh-Hans': { name: '简体中文', dir: 'ltr' },
  uk: { name: 'Українська', dir: 'ltr' },
  hy: { name: 'Հայերեն', dir: 'ltr' },
  ky: { name: 'Кыргызча', dir: 'ltr' },
  'uz-Latn': { name: 'Oʻzbekcha', dir: 'ltr' },
  tg: { name: 'Тоҷикӣ', dir: 'ltr' },
  ar: { name: 'العربية', dir: 'rtl' },
  tr: { name: 'Türkçe', dir: 'ltr' },
} as const satisfies Readonly<Record<string, LocaleFacts>>;

/** Made by the build from `en`, for tests: accented and 40 % longer, and mirrored. No person is ever sent there. */
const pseudo = {
  'en-XA': { name: '[Ƥşḗŭđǿ]', dir: 'ltr' },
  'ar-XB': { name: '[odueʃp]', dir: 'rtl' },
} as const satisfies Readonly<Record<string, LocaleFacts>>;

export type LaunchLocale = keyof typeof launch;
export type PseudoLocale = keyof typeof pseudo;
/** A language that people translate into or from. */
export type TranslatedLocale = LaunchLocale | keyof typeof others;
export type Locale = TranslatedLocale | PseudoLocale;

export const localeFacts: Readonly<Record<Locale, LocaleFacts>> = { ...launch, ...others, ...pseudo };

export const launchLocales = tagsOf(launch);
export const translatedLocales: readonly TranslatedLocale[] = [...launchLocales, ...tagsOf(others)];
export const pseudoLocales = tagsOf(pseudo);
export const locales: readonly Locale[] = [...translatedLocales, ...pseudoLocales];

/** The language that texts are written in first and translated from. */
export const sourceLocale = 'en' satisfies Locale;

export function isLocale(text: string): text is Locale {
  return Object.hasOwn(localeFacts, text);
}

export function isLaunchLocale(text: string): text is LaunchLocale {
  return Object.hasOwn(launch, text);
}

export function isTranslatedLocale(text: string): text is TranslatedLocale {
  return Object.hasOwn(launch, text) || Object.hasOwn(others, text);
}

export function dirOf(locale: Locale): 'ltr' | 'rtl' {
  return localeFacts[locale].dir;
}

function tagsOf<Tag extends string>(facts: Readonly<Record<Tag, LocaleFacts>>): readonly Tag[] {
  return Object.keys(facts) as Tag[];
}
