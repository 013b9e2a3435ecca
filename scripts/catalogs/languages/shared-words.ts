/** Words of a language that are also small words of another, or English words. By the dictionaries of each language. */
const lists: Readonly<Record<string, string>> = {
  en: 'no out',
  es: 'va dos nos ve da deja yo a final legal chip real general personal similar color hospital error normal total local control',
  'pt-BR': 'sobre for menu li real hash final legal total local normal regular hospital nada para',
  ht: 'de do final long note san pa',
  fr: `sa son me mes dos tout va si as me ma mon page minute question message photo code date groupe simple place port
    service adresse document documents total final long court parents menu alphabets nos`,
  ru: 'то так',
  uk: 'то он уже бо',
  ky: 'да ал бар так аз боз',
  tg: 'то боз як не на они бар',
  tr: 'on at an en son ya her in has se me al et para elle not form hash latin',
  'uz-Latn': 'on men an in yo bir son',
  'zh-Hans': 'cookie',
};

const sets = new Map(Object.entries(lists).map(([locale, list]) => [locale, new Set(list.trim().split(/\s+/))]));

export function isSharedWord(word: string, locale: string): boolean {
  return sets.get(locale)?.has(word) === true;
}
