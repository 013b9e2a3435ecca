import { sourceLocale } from '#core/language/locales.ts';
import { type Block, blocksOf, unsafeAddress } from '../blocks.ts';
import type { Told } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const markdown: Rule = {
  name: 'markdown',
  why: 'A step of a list, a heading that a link leads to or the target of a link would be missing.',
  look: ({ contents }) =>
    [...contents].flatMap(([file, page]) => {
      const [, locale = '', name = ''] = file.split('/');
      const source = contents.get(`content/${sourceLocale}/${name}`);
      return locale === sourceLocale || source === undefined || !page.startsWith('---')
        ? []
        : flawsOf({ file, own: blocksOf(page), source: blocksOf(source) });
    }),
};

type Pages = { readonly file: string; readonly own: readonly Block[]; readonly source: readonly Block[] };

/** The first block of another kind is told alone: after it nothing stands where it should. */
function flawsOf({ file, own, source }: Pages): readonly Told[] {
  const key = file.replace(/^.*\/|\.md$/g, '');
  const first = Array.from({ length: Math.max(own.length, source.length) }, (_, index) => index).find(
    (index) => own[index]?.kind !== source[index]?.kind,
  );
  if (first !== undefined) {
    const [found, expected] = [own[first], source[first]];
    return [
      {
        file,
        line: found?.line ?? own.at(-1)?.line ?? 1,
        key: `${key}.${first}`,
        message: `Built otherwise than in ${sourceLocale}, from here on.`,
        expected: expected ? `${expected.kind}: ${expected.text}` : 'the end of the page',
        found: found ? `${found.kind}: ${found.text}` : 'the end of the page',
      },
    ];
  }
  return own.flatMap(({ line, marks }, index) => {
    const expected = listed(source[index]?.marks ?? []);
    const found = listed(marks);
    if (expected === found) return [];
    return [
      {
        file,
        line,
        key: `${key}.${index}`,
        message: 'Other links or emphases than in the source.',
        expected,
        found,
      },
    ];
  });
}

/** What may do harm is a finding of its own. */
function listed(marks: readonly string[]): string {
  const safe = marks.filter((mark) => unsafeAddress(mark) === undefined);
  return safe.sort().join(', ');
}
