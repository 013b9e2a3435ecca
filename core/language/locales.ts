/** The one list of the languages of the screens. `name` is the language's own name: nobody has to read English to find it. */
export const launchLocales = ['en', 'es', 'ht', 'ru', 'pt-BR'] as const;
export type LaunchLocale = (typeof launchLocales)[number];

/** Made by the build from `en`, for tests: accented and 40 % longer, and mirrored. No person is ever sent there. */
export const pseudoLocales = ['en-XA', 'ar-XB'] as const;
export type PseudoLocale = (typeof pseudoLocales)[number];

export const locales = [...launchLocales, ...pseudoLocales] as const;
export type Locale = LaunchLocale | PseudoLocale;

/** The language that texts are written in first and translated from. */
export const sourceLocale = 'en' satisfies Locale;

export type LocaleFacts = { readonly name: string; readonly dir: 'ltr' | 'rtl' };

export const localeFacts: Readonly<Record<Locale, LocaleFacts>> = {
  en: { name: 'English', dir: 'ltr' },
  es: { name: 'Español', dir: 'ltr' },
  ht: { name: 'Kreyòl ayisyen', dir: 'ltr' },
  ru: { name: 'Русский', dir: 'ltr' },
  'pt-BR': { name: 'Português (Brasil)', dir: 'ltr' },
  'en-XA': { name: '[Ƥşḗŭđǿ]', dir: 'ltr' },
  'ar-XB': { name: '[odueʃp]', dir: 'rtl' },
};

export function isLocale(text: string): text is Locale {
  return (locales as readonly string[]).includes(text);
}

export function isLaunchLocale(text: string): text is LaunchLocale {
  return (launchLocales as readonly string[]).includes(text);
}

export function dirOf(locale: Locale): 'ltr' | 'rtl' {
  return localeFacts[locale].dir;
}
