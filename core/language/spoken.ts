/**
 * Primary languages offered at registration, by BCP 47 language subtag (ISO 639): asked at once, so that nobody has to
 * guess later who could use this in her own language [table-1]. Far more than the screens have. Own names are shown with
 * them; the catalogs name them in each language of the screens.
 */
export const spokenLanguages = {
  es: 'Español',
  ht: 'Kreyòl ayisyen',
  ru: 'Русский',
  pt: 'Português',
  en: 'English',
  fr: 'Français',
  zh: '中文',
  uk: 'Українська',
  hy: 'Հայերեն',
  ky: 'Кыргызча',
  uz: 'Oʻzbekcha',
  tg: 'Тоҷикӣ',
  kk: 'Қазақша',
  ka: 'ქართული',
  az: 'Azərbaycanca',
  be: 'Беларуская',
  ar: 'العربية',
  tr: 'Türkçe',
  ku: 'Kurdî',
  fa: 'فارسی',
  ps: 'پښتو',
  ur: 'اردو',
  hi: 'हिन्दी',
  pa: 'ਪੰਜਾਬੀ',
  gu: 'ગુજરાતી',
  bn: 'বাংলা',
  ne: 'नेपाली',
  vi: 'Tiếng Việt',
  am: 'አማርኛ',
  ti: 'ትግርኛ',
  so: 'Soomaali',
  sw: 'Kiswahili',
  ln: 'Lingála',
  wo: 'Wolof',
  ff: 'Pulaar',
  ro: 'Română',
  // Languages of Mesoamerica and the Andes, whose speakers are often taken for speakers of Spanish.
  quc: 'Kʼicheʼ',
  mam: 'Qyol Mam',
  kek: 'Qʼeqchiʼ',
  kjb: 'Qʼanjobʼal',
  ixl: 'Ixil',
  cak: 'Kaqchikel',
  yua: 'Maayaʼ tʼaan',
  tzo: 'Batsʼi kʼop',
  tzh: 'Batsʼil kʼop',
  nah: 'Nāhuatl',
  zap: 'Diidxazá',
  cab: 'Garifuna',
  miq: 'Miskitu',
  qu: 'Runasimi',
  ay: 'Aymar aru',
  gn: 'Avañeʼẽ',
} as const;

/** For a language that isn't in the list. */
export const otherLanguage = 'other';

export type SpokenLanguage = keyof typeof spokenLanguages | typeof otherLanguage;

export const spokenLanguageCodes: readonly SpokenLanguage[] = [
  ...(Object.keys(spokenLanguages) as (keyof typeof spokenLanguages)[]),
  otherLanguage,
];

export function isSpokenLanguage(text: string): text is SpokenLanguage {
  return (spokenLanguageCodes as readonly string[]).includes(text);
}
