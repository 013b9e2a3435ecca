import { createRequire } from 'node:module';
import { z } from 'zod';

/** A language of CLDR that words are taken from, most particular first: what `es-419` leaves out is in `es`. */
export type CldrChain = readonly string[];

const texts = z.record(z.string(), z.string());
const gregorian = z.object({
  months: z.object({ format: z.object({ wide: texts }), 'stand-alone': z.object({ wide: texts }) }),
  days: z.object({ format: z.object({ wide: texts }) }),
  dayPeriods: z.object({ format: z.object({ abbreviated: texts }) }),
  dateFormats: z.object({ full: z.string(), long: z.string() }),
  timeFormats: z.object({ short: z.string() }),
  'dateTimeFormats-atTime': z.object({ standard: z.object({ full: z.string() }) }),
});

const packages = createRequire(import.meta.url);

function read(path: string): unknown {
  return packages(path);
}

/** The Gregorian calendar of the first language of the chain, which CLDR's JSON has in full. */
export function cldrCalendar([tag = '']: CldrChain): z.infer<typeof gregorian> {
  const file = z.object({
    main: z.object({ [tag]: z.object({ dates: z.object({ calendars: z.object({ gregorian }) }) }) }),
  });
  const found = file.parse(read(`cldr-dates-full/main/${tag}/ca-gregorian.json`)).main[tag];
  if (!found) throw new Error(`expected the calendar of ${tag} in cldr-dates-full, found none`);
  return found.dates.calendars.gregorian;
}

/** Names of languages or territories by code. */
export function cldrNames(chain: CldrChain, what: 'languages' | 'territories'): Readonly<Record<string, string>> {
  return Object.assign({}, ...chain.toReversed().map((tag) => namesOf(tag, what))) as Readonly<Record<string, string>>;
}

function namesOf(tag: string, what: 'languages' | 'territories'): Readonly<Record<string, string>> {
  const names = z.object({ [what]: texts });
  const file = z.object({ main: z.object({ [tag]: z.object({ localeDisplayNames: names }) }) });
  return file.parse(read(`cldr-localenames-full/main/${tag}/${what}.json`)).main[tag]?.localeDisplayNames[what] ?? {};
}
