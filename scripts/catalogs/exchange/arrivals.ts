import { sourceLocale } from '#core/language/locales.ts';
import { grouped } from '../grouped.ts';
import { formsInOrder, messageOfForms, splitPlural } from './plural-message.ts';
import { type Refusal, refusal } from './refusal.ts';
import { type Brought, type BroughtFile, type BroughtUnit, isDone, type Unit } from './unit.ts';

type Known = Pick<Unit, 'key' | 'file' | 'source' | 'target' | 'state'>;

/** A unit that came back beside what is known of it; `text` is what it says now. */
export type Arrival = { readonly brought: BroughtUnit; readonly unit: Known; readonly text: string };

/** What of a file can be compared with the catalogs at all. */
export type Arrivals = {
  readonly changed: readonly Arrival[];
  /** The same text, and somebody says that it is right. */
  readonly confirmed: readonly Arrival[];
  readonly unchanged: readonly Arrival[];
  readonly refused: readonly Refusal[];
};

/** Sorts the units of a file, and refuses those that nothing more can be said of. */
export function arrivalsOf(file: BroughtFile, known: ReadonlyMap<string, Known>, locale: string): Arrivals {
  const changed: Arrival[] = [];
  const confirmed: Arrival[] = [];
  const unchanged: Arrival[] = [];
  const refused: Refusal[] = [];
  for (const units of grouped(file.units, ({ key }) => key).values()) {
    const [brought, ...more] = units;
    if (!brought) continue;
    if (more.length > 0) {
      refused.push(...units.map((one) => isTwice(one, units)));
      continue;
    }
    const unit = known.get(brought.key);
    const flaw = unit ? flawOf(brought, unit, locale) : isUnknown(brought);
    if (flaw) refused.push(flaw);
    if (!unit || flaw) continue;
    const text = wholeText(brought.target, unit, locale) ?? '';
    const arrival = { brought, unit, text: withLineEndsOf(unit.target, text) };
    // What nobody has translated yet comes back empty.
    if (text.trim() === '' || arrival.text === unit.target) {
      const isNews = isDone(brought.state) && !isDone(unit.state) && text.trim() !== '';
      (isNews ? confirmed : unchanged).push(arrival);
    } else changed.push(arrival);
  }
  return { changed, confirmed, unchanged, refused };
}

/** The message; undefined where the file has it in forms that it can't be made of. */
function wholeText(text: Brought, { source }: Known, locale: string): string | undefined {
  if (typeof text === 'string') return text;
  const argument = splitPlural(source)?.argument;
  return argument === undefined ? undefined : messageOfForms(text.forms, argument, locale);
}

function flawOf(brought: BroughtUnit, unit: Known, locale: string): Refusal | undefined {
  if (!isSameSource(brought.source, unit.source)) {
    return refusal('stale', brought, {
      message: `The ${sourceLocale} text is not the one that this was made from.`,
      expected: unit.source,
      found: typeof brought.source === 'string' ? brought.source : brought.source.forms.join(' / '),
      why: 'People would be told something that is no longer so.',
      fix: 'Export again and translate the text of now. If nobody changed it, a program did: open the file with all columns as text.',
    });
  }
  if (unit.target.trim() !== '' && wholeText(brought.target, unit, locale)?.trim() === '') {
    return refusal('empty', brought, {
      message: 'There is no text where there was one.',
      expected: unit.target,
      found: '',
      why: 'A button or a sentence would be gone from a screen.',
      fix: 'Write the text again, or take the unit out of the file.',
    });
  }
  return undefined;
}

/** A file that passed through Windows has other line ends, and says the same. */
function isSameSource(brought: Brought, source: string): boolean {
  if (typeof brought === 'string') return plainLines(brought) === plainLines(source);
  return formsInOrder(source, sourceLocale)?.join('\n') === brought.forms.join('\n');
}

function plainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function withLineEndsOf(before: string, text: string): string {
  return plainLines(before) === plainLines(text) ? before : plainLines(text);
}

function isTwice(one: BroughtUnit, all: readonly BroughtUnit[]): Refusal {
  return refusal('duplicate-unit', one, {
    message: 'The unit is in the file more than once.',
    expected: 'each key once',
    found: `lines ${all.map(({ line }) => line).join(', ')}`,
    why: 'Nobody can tell which of the texts is meant.',
    fix: 'Keep one of them, and take the others out of the file.',
  });
}

function isUnknown(one: BroughtUnit): Refusal {
  return refusal('unknown-key', one, {
    message: 'No text has this key.',
    expected: `a key of locales/${sourceLocale}, or page:<page>.<number>`,
    found: one.key,
    why: 'The text would be shown nowhere.',
    fix: 'Export again. The key may have been renamed since, or changed by a program.',
  });
}
