import { describe, expect, test } from 'vitest';
import { readDocument } from '#server/documents.ts';
import { readingGrade } from './support/reading-grade.ts';

/** Markdown without its marks: a line of a list is a sentence of its own. */
const plain = (markdown: string) => markdown.replaceAll(/^(#+|-|\d+\.) /gm, '').replaceAll(/\n{2,}/g, '\n');

describe('how hard a text is to read', () => {
  test('the formula finds a children’s rhyme easy and a law hard', () => {
    expect(readingGrade('The cat sat on the mat. The dog ran to the man.')).toBeLessThan(1);
    expect(
      readingGrade('Notwithstanding any contrary provision, the administration may discontinue the authorization.'),
    ).toBeGreaterThan(16);
  });

  test.each(['terms', 'help', 'privacy', 'accessibility'])(
    '%s can be read after eight years of school',
    async (slug) => {
      const { markdown } = await readDocument('en', slug);
      const grade = readingGrade(plain(markdown));
      expect(grade).toBeLessThanOrEqual(8);
      const hardest = plain(markdown)
        .split('\n')
        .filter((line) => line.split(' ').length >= 12)
        .map((line) => [readingGrade(line), line] as const)
        .filter(([own]) => own > 12);
      expect(hardest).toEqual([]);
    },
  );
});
