import { type GetTextTranslation, po } from 'gettext-parser';
import { notesOf } from './marks.ts';
import { formNamesOf, formsInOrder, pluralChoice, splitPlural } from './plural-message.ts';
import type { BroughtFile, BroughtUnit, Parcel, Unit } from './unit.ts';

/**
 * https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
 * The key is the context, so that two keys with one English text stay two. A message that is one plural has a text a form.
 */
export function writePo({ source, target, units }: Parcel): string {
  const choice = pluralChoice(target);
  const headers = {
    'Project-Id-Version': 'Puente',
    Language: target.replace('-', '_'),
    'X-Source-Language': source,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
    ...(choice === undefined ? {} : { 'Plural-Forms': `nplurals=${formNamesOf(target).length}; plural=(${choice});` }),
  };
  const translations = Object.fromEntries(units.map((unit) => [unit.key, { [unit.source]: written(unit, target) }]));
  const table = { charset: 'utf-8', headers, translations };
  return po.compile(table, { foldLength: 0 }).toString('utf8');
}

function written(unit: Unit, locale: string): GetTextTranslation {
  const { key, source, target, places, comment, state } = unit;
  const comments = {
    extracted: notesOf(unit)
      .map(([name, text]) => `${name}: ${text}`)
      .join('\n'),
    ...(comment === '' ? {} : { translator: comment }),
    ...(places.length === 0 ? {} : { reference: places.map(({ file, line }) => `${file}:${line}`).join('\n') }),
    ...(state === 'draft' || state === 'stale' ? { flag: 'fuzzy' } : {}),
  };
  const forms = pluralFormsFor(unit, locale);
  if (forms) return { msgctxt: key, ...forms, comments };
  return { msgctxt: key, msgid: source, msgstr: [target], comments };
}

/** The forms of a message that can travel in forms: nothing gets lost or is written otherwise when they come back. */
function pluralFormsFor(
  { source, target }: Unit,
  locale: string,
): Pick<GetTextTranslation, 'msgid' | 'msgid_plural' | 'msgstr'> | undefined {
  const english = formsInOrder(source, 'en');
  const [one, other] = english ?? [];
  if (one === undefined || other === undefined || pluralChoice(locale) === undefined) return undefined;
  const isFit = target === '' || splitPlural(target)?.argument === splitPlural(source)?.argument;
  const own = target === '' ? formNamesOf(locale).map(() => '') : formsInOrder(target, locale);
  // gettext takes the first English form for the name of the unit, and an empty text for none.
  if (!isFit || !own || one === '' || other === '' || (target !== '' && own.includes(''))) return undefined;
  return { msgid: one, msgid_plural: other, msgstr: [...own] };
}

export function readPo(text: string): BroughtFile {
  const places = contextsOf(text);
  const { headers, translations } = po.parse(text.replace(/\r\n?/g, '\n'), { validation: false });
  const found = new Map(
    Object.entries(translations).map(([key, byText]) => [key, Object.values(byText).filter(isEntry)] as const),
  );
  // gettext-parser keeps one of two units with one context and text: the file itself says how many there are.
  const units = places.flatMap(({ key, line }, index): readonly BroughtUnit[] => {
    const same = found.get(key) ?? [];
    const earlier = places.slice(0, index).filter((place) => place.key === key).length;
    const entry = same[earlier] ?? same[0];
    return entry ? [unitOf(entry, { key, line })] : [];
  });
  const strangers = (found.get('') ?? []).filter(({ msgid }) => msgid !== '');
  return {
    format: 'po',
    source: headers['X-Source-Language'] ?? '',
    target: (headers['Language'] ?? '').replace('_', '-'),
    units: [...units, ...strangers.map((entry) => unitOf(entry, { key: '', line: 1 }))],
  };
}

function isEntry(entry: GetTextTranslation): boolean {
  return entry.obsolete !== true;
}

/** Where the units begin. A tool may fold a context onto the next line. */
function contextsOf(text: string): readonly { readonly key: string; readonly line: number }[] {
  const lines = text.split(/\r\n?|\n/);
  return lines.flatMap((line, index) => {
    const first = /^\s*msgctxt\s+"(.*)"\s*$/.exec(line)?.[1];
    if (first === undefined) return [];
    const folded: string[] = [];
    for (const next of lines.slice(index + 1)) {
      const more = /^\s*"(.*)"\s*$/.exec(next)?.[1];
      if (more === undefined) break;
      folded.push(more);
    }
    const key = [first, ...folded]
      .join('')
      .replace(/\\(.)/g, (_, sign: string) => ({ n: '\n', t: '\t', r: '\r' })[sign] ?? sign);
    return [{ key, line: index + 1 }];
  });
}

function unitOf(
  { msgid, msgid_plural: plural, msgstr, comments }: GetTextTranslation,
  { key, line }: { readonly key: string; readonly line: number },
): BroughtUnit {
  const isUnsure = /\bfuzzy\b/.test(comments?.flag ?? '');
  const isEmpty = msgstr.every((text) => text === '');
  const said = /^state: (\w+)$/m.exec(comments?.extracted ?? '')?.[1];
  return {
    key,
    line,
    source: plural === undefined ? msgid : { forms: [msgid, plural] },
    target: plural === undefined ? (msgstr[0] ?? '') : { forms: msgstr },
    // The flag is what a tool changes; what the comment said still tells `reviewed` from `translated`.
    state: isEmpty ? 'missing' : isUnsure ? 'draft' : said === 'reviewed' ? 'reviewed' : 'translated',
    isUnsure,
    comment: (comments?.translator ?? '').trim(),
  };
}
