import { sourceLocale } from '#core/language/locales.ts';
import type { Told } from '../finding.ts';
import { grouped } from '../grouped.ts';
import { hole, type Prose, proseOf } from '../prose.ts';
import { readingGrade } from '../reading-grade.ts';
import type { Rule } from '../rule.ts';

/** Years of school that a page asks for at most, and a single sentence of a page or message of this many words. */
const most = { page: 8, message: 8, line: 12 } as const;
const fewestWords = { message: 20, line: 12 } as const;

export const readingGradeTooHigh: Rule = {
  name: 'reading-grade',
  why: 'Many of those who need a place went to school for six to eight years, and all translations begin here.',
  look(tree) {
    const source = proseOf(tree).get(sourceLocale) ?? [];
    const pages = grouped(
      source.filter(({ kind }) => kind === 'page'),
      ({ file }) => file,
    );
    return [
      ...[...pages.values()].flatMap((lines) => {
        const [first] = lines;
        return first ? tooHard(first, lines.flatMap(({ texts }) => texts).join('\n'), most.page) : [];
      }),
      ...source.flatMap((prose) => {
        if (prose.kind === 'name') return [];
        const what = prose.kind === 'page' ? 'line' : 'message';
        return prose.texts
          .filter((text) => text.split(/\s+/).length >= fewestWords[what])
          .flatMap((text) => tooHard(prose, text, most[what]))
          .slice(0, 1);
      }),
    ];
  },
};

function tooHard({ file, line, key }: Prose, text: string, limit: number): readonly Told[] {
  // A time, a day or a name is filled in: one easy word.
  const grade = Math.round(10 * readingGrade(text.replaceAll(hole, 'noon'))) / 10;
  if (grade <= limit) return [];
  return [
    {
      file,
      line,
      key,
      message: 'Too hard to read (Flesch and Kincaid’s grade).',
      expected: `grade ${limit} or less`,
      found: `grade ${grade}: ${text}`,
      fix: 'Make two sentences of one, and take shorter words.',
    },
  ];
}
