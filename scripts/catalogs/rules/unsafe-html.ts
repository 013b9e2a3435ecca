import { blocksOf, unsafeAddress } from '../blocks.ts';
import type { Rule } from '../rule.ts';

export const unsafeHtml: Rule = {
  name: 'unsafe-html',
  why: 'HTML is shown as it stands or, worse, does something: a text must not carry a program.',
  look: ({ contents }) =>
    [...contents].flatMap(([file, page]) =>
      blocksOf(page).flatMap(({ line, html, marks }, index) =>
        [...html, ...marks.flatMap((mark) => unsafeAddress(mark) ?? [])].map((found) => ({
          file,
          line,
          key: `${file.replace(/^.*\/|\.md$/g, '')}.${index}`,
          message: 'HTML, or an address that may do something else than lead to a page.',
          expected: 'Markdown; addresses that begin with https://, mailto:, / or #',
          found,
        })),
      ),
    ),
};
