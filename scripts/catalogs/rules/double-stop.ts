import {
  type CalendarWords,
  clockFields,
  formatDate,
  formatDay,
  formatMinute,
  formatTime,
} from '#core/language/words.ts';
import type { LocalDay, LocalMinute } from '#core/time/instant.ts';
import { covers } from '../enumerations.ts';
import { kept } from '../kept.ts';
import type { DateFormat } from '../lexer/dates.ts';
import type { Rule } from '../rule.ts';
import { inEachText } from '../texts.ts';
import type { CatalogFile, Tree } from '../tree.ts';

/** What the project's own words make of a date or a time, where that ends with a stop: `9 марта 2027 г.` */
type Stops = Readonly<Partial<Record<DateFormat, string>>>;

export const doubleStop: Rule = {
  name: 'double-stop',
  why: 'Two stops look like a slip, and a voice that reads the page aloud stumbles over them.',
  look(tree) {
    const calendars = tree.words.filter(({ area }) => area === 'calendar');
    const stops = new Map<string, Stops>(calendars.map((file) => [file.locale, stopsOf(file)]));
    return inEachText(tree, (spoken, { locale, key }) => {
      const own = stops.get(locale) ?? {};
      if (Object.keys(own).length === 0 || !spoken.includes('}.')) return [];
      return writtenDates(tree).flatMap(({ asked, name, format }) => {
        const date = own[format];
        if (date === undefined || !spoken.includes(`{${name}}.`) || !covers(asked, key)) return [];
        return [
          {
            message: `{${name}} has a stop of its own at its end.`,
            expected: date,
            found: `${date}.`,
            fix: 'Put other words at the end of the sentence.',
          },
        ];
      });
    });
  },
};

type WrittenDate = { readonly asked: string; readonly name: string; readonly format: DateFormat };

/** Every date that the sources write into a message, by the key or pattern that they ask for. */
const writtenDates = kept((tree: Tree): readonly WrittenDate[] =>
  tree.uses.flatMap(({ key: asked, dates }) =>
    [...dates].flatMap(([name, formats]) => formats.map((format) => ({ asked, name, format }))),
  ),
);

const stopsOf = kept((file: CatalogFile): Stops => {
  try {
    const found = Object.entries(written(calendarOf(file))).flatMap(([format, texts]) => {
      const stopped = texts.find((text) => text.endsWith('.'));
      return stopped === undefined ? [] : [[format, stopped]];
    });
    return Object.fromEntries(found) as Stops;
  } catch {
    // `words-complete` tells what such a calendar lacks.
    return {};
  }
});

const days = Array.from({ length: 12 }, (_, month) => `2027-${String(month + 1).padStart(2, '0')}-09` as LocalDay);
const times = days.flatMap((day) =>
  ['00:05', '09:00', '12:00', '15:30', '20:05'].map((time) => `${day}T${time}` as LocalMinute),
);

/** A day of each month, and each part of the day. */
function written(words: CalendarWords): Readonly<Record<DateFormat, readonly string[]>> {
  return {
    day: days.map((day) => formatDay(day, words)),
    date: days.map((day) => formatDate(day, words)),
    time: times.map((minute) => formatTime(clockFields(minute), words)),
    dateTime: times.map((minute) => formatMinute(minute, words)),
  };
}

/** The file's entries as the object that it holds: `periods.am` → `{ periods: { am } }`. */
function calendarOf({ entries }: CatalogFile): CalendarWords {
  const calendar: Record<string, unknown> = {};
  for (const { key, value } of entries) {
    const [name = '', part] = key.split('.');
    calendar[name] = part === undefined ? value : { ...(calendar[name] as object | undefined), [part]: value };
  }
  return calendar as CalendarWords;
}
