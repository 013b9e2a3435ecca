import { sourceLocale } from '#core/language/locales.ts';
import { type AboutEntry, aboutByKey, filledIn, placesOf } from '../about.ts';
import type { Told } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { areaOf, brokenAreas, messagesOf, type Tree } from '../tree.ts';

/** Descriptions are for all languages; they are written once, beside the source. */
export const description: Rule = {
  name: 'description',
  why: 'A translator who does not see the screen has to guess, and a wrong guess is read by thousands.',
  look(tree) {
    const messages = messagesOf(tree, sourceLocale);
    const broken = new Set([
      ...brokenAreas(tree, sourceLocale),
      ...tree.abouts.flatMap(({ area, flaw }) => (flaw ? [area] : [])),
    ]);
    const abouts = aboutByKey(tree.abouts, [...messages.keys()]);
    const used = new Set(abouts.values());
    return [
      ...brokenFiles(tree),
      ...[...messages.values()]
        .filter(({ key }) => !broken.has(areaOf(key)))
        .flatMap(({ key, value }) => toldOf({ key, value, uses: tree.uses }, abouts.get(key))),
      ...leftOver(tree, { used, broken }),
    ];
  },
};

function brokenFiles({ abouts }: Tree): readonly Told[] {
  return abouts.flatMap(({ file, flaw }) =>
    flaw === undefined
      ? []
      : [
          {
            file,
            line: flaw.line,
            key: '',
            message: 'The descriptions cannot be read.',
            expected: '"key": "text" or "key": { "about": "text", "max": 30 }, each key once',
            found: flaw.found,
          },
        ],
  );
}

type Described = { readonly key: string; readonly value: string; readonly uses: Tree['uses'] };

function toldOf({ key, value, uses }: Described, entry: AboutEntry | undefined): readonly Told[] {
  const area = areaOf(key);
  if (entry === undefined || entry.about.trim() === '') {
    return [
      {
        file: entry?.file ?? `locales/${sourceLocale}/about/${area}.jsonc`,
        line: entry?.line ?? 1,
        key,
        message: 'No description for translators.',
        expected: `who sees “${value}”, where, and what is filled in`,
        found: entry === undefined ? '' : 'an empty text',
        fix: `Describe "${key.slice(area.length + 1)}" there in one or two short sentences. Used in ${placesOf(key, uses).join(', ')}`,
      },
    ];
  }
  const unexplained = filledIn(value).filter((name) => !entry.about.includes(name));
  if (unexplained.length === 0) return [];
  return [
    {
      file: entry.file,
      line: entry.line,
      key,
      message: 'The description does not say what the program fills in.',
      expected: unexplained.join(' '),
      found: entry.about,
      fix: 'Say what each of them is, for example “{day}: a date”.',
    },
  ];
}

function leftOver(
  { abouts }: Tree,
  { used, broken }: { readonly used: ReadonlySet<AboutEntry>; readonly broken: ReadonlySet<string> },
): readonly Told[] {
  return abouts
    .filter(({ area }) => !broken.has(area))
    .flatMap(({ entries }) => entries)
    .filter((entry) => !used.has(entry))
    .map(({ file, line, key, about }) => ({
      file,
      line,
      key,
      message: 'A description without a message.',
      expected: 'a key, or a pattern that some key has no closer description than',
      found: about,
      fix: 'Delete it, or correct the key.',
    }));
}
