import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Told } from '../finding.ts';
import { small } from '../words.ts';

/** Words of a language that are right though no dictionary has them: `locales/<tag>/spelling.txt`, one a line. */
export type Accepted = {
  /** One in small letters may begin with a capital; a name is right only as it is in the list. Remembers that it was asked for. */
  readonly has: (word: string) => boolean;
  /** What is wrong with the list, when all words have been looked at. */
  readonly told: () => readonly Told[];
};

export function acceptedIn(root: string, locale: string): Accepted {
  const file = `locales/${locale}/spelling.txt`;
  const path = join(root, file);
  const text = existsSync(path) ? readFileSync(path, 'utf8').trimEnd() : '';
  const lines = text === '' ? [] : text.split(/\r?\n/);
  const words = new Set(lines);
  const needed = new Set<string>();
  return {
    has(word) {
      const own = [word, small(word)].filter((form) => words.has(form));
      for (const form of own) needed.add(form);
      return own.length > 0;
    },
    told: () => [
      ...lines.flatMap((word, index) =>
        needed.has(word)
          ? []
          : [
              {
                file,
                line: index + 1,
                key: '',
                // Who takes a word out of a text, or uses it once more, need not know of the list.
                severity: 'warning' as const,
                message: 'An accepted word that nothing needs any more.',
                expected: 'a word of the texts that would be told otherwise',
                found: word,
                fix: 'Delete the line.',
              },
            ],
      ),
      ...outOfOrder(file, lines),
    ],
  };
}

function outOfOrder(file: string, lines: readonly string[]): readonly Told[] {
  const sorted = [...new Set(lines)].sort();
  const index = lines.findIndex((word, at) => word !== sorted[at]);
  if (index < 0) return [];
  return [
    {
      file,
      line: index + 1,
      key: '',
      message: 'The accepted words are not in order, or one is there twice.',
      expected: sorted[index] ?? 'the end of the list',
      found: lines[index] ?? '',
      fix: 'Sort the lines: --fix does.',
      repair: { file, whole: `${sorted.join('\n')}\n` },
    },
  ];
}
