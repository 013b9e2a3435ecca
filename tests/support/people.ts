/** Made-up people for the browser tests; one for each launch language. */
export type MadeUpPerson = {
  readonly email: string;
  readonly primaryLanguage: string;
  readonly givenNames: string;
  readonly familyNames: string;
  readonly native?: readonly [given: string, family: string];
  readonly birth: readonly [day: string, month: string, year: string];
  readonly sex: 'female' | 'male' | 'x';
  readonly birthCountry: string;
  readonly citizenship: string;
  readonly phone: string;
};

const people = {
  en: {
    email: 'grace@puente.example',
    primaryLanguage: 'en',
    givenNames: 'Grace',
    familyNames: "O'Neill-Addo",
    birth: ['29', '2', '1992'],
    sex: 'female',
    birthCountry: 'GH',
    citizenship: 'GH',
    phone: '+233 20 123 4567',
  },
  es: {
    email: 'lucia@puente.example',
    primaryLanguage: 'es',
    givenNames: 'Lucía María',
    familyNames: 'Peña Ñáñez',
    birth: ['3', '11', '1987'],
    sex: 'female',
    birthCountry: 'VE',
    citizenship: 'VE',
    phone: '+52 55 1234 5678',
  },
  ht: {
    email: 'jean@puente.example',
    primaryLanguage: 'ht',
    givenNames: 'Jean Wòch',
    familyNames: 'Desir',
    birth: ['17', '8', '1979'],
    sex: 'male',
    birthCountry: 'HT',
    citizenship: 'HT',
    phone: '+509 34 12 3456',
  },
  ru: {
    email: 'anna@puente.example',
    primaryLanguage: 'ru',
    givenNames: 'Anna',
    familyNames: 'Sokolova',
    native: ['Анна', 'Соколова'],
    birth: ['1', '1', '2001'],
    sex: 'female',
    birthCountry: 'RU',
    citizenship: 'RU',
    phone: '+7 912 345 67 89',
  },
  'pt-BR': {
    email: 'joao@puente.example',
    primaryLanguage: 'pt',
    givenNames: 'João',
    familyNames: 'Conceição',
    birth: ['30', '6', '1968'],
    sex: 'male',
    birthCountry: 'BR',
    citizenship: 'BR',
    phone: '0055 11 91234 5678',
  },
} as const satisfies Record<string, MadeUpPerson>;

export type LaunchLocale = keyof typeof people;
export const launchLocales = Object.keys(people) as readonly LaunchLocale[];

/**
 * The detours are walked in one language each time, in those that pictures are made in (`npm run screens`), and in all of
 * them by `npm run test:full`; the way itself is walked in all of them each time.
 */
export const detourLocales: readonly LaunchLocale[] =
  process.env['PUENTE_FULL'] === '1' ? launchLocales : asked(process.env['PUENTE_LOCALES']?.split(',') ?? []);

/** Where none of them is asked for, one walks all the same: testers look at what it comes to in other languages, too. */
function asked(tags: readonly string[]): readonly LaunchLocale[] {
  const found = launchLocales.filter((locale) => tags.includes(locale));
  return found.length > 0 ? found : ['ht'];
}

export function personOf(locale: LaunchLocale): MadeUpPerson {
  return people[locale];
}
