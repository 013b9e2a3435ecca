import type { Locale } from './locales.ts';

/** These write a language's name small within a sentence; the names themselves begin with a capital, as in a drop-down. */
const small: readonly Locale[] = ['es', 'fr', 'hy', 'ky', 'pt-BR', 'ru', 'tg', 'uk', 'uz-Latn'];

/** Names as they stand one after the other: in Russian `['Французский', 'Волоф']` gives `['Французский', 'волоф']`. */
export function languagesInList(names: readonly string[], locale: Locale): readonly string[] {
  if (!small.includes(locale)) return names;
  return names.map((name, index) => (index === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1)));
}
