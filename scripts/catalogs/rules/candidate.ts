import { type Candidate, candidatesOf, type Share, strangeFolders } from '../publication.ts';
import type { Rule } from '../rule.ts';

export const candidate: Rule = {
  name: 'candidate',
  why: 'A language is shown only when it is complete: no page mixes two languages.',
  look: (tree) => [
    ...candidatesOf(tree)
      .filter(({ isComplete }) => !isComplete)
      .map((own) => ({
        severity: 'warning' as const,
        file: `locales/${own.tag}`,
        line: 1,
        key: '',
        message: `${own.tag} is not complete, so nobody is shown it.`,
        expected: shares(own, ({ of }) => of),
        found: shares(own, ({ found }) => found),
      })),
    ...strangeFolders(tree.root).map((folder) => ({
      severity: 'warning' as const,
      file: `locales/${folder}`,
      line: 1,
      key: '',
      message: `Nothing says that ${folder} is a language, so nobody is shown it.`,
      expected: 'its line in core/language/locales.ts',
      found: 'a folder',
    })),
  ],
};

function shares({ messages, words, pages }: Candidate, number: (share: Share) => number): string {
  return `${number(messages)} messages, ${number(words)} files of words, ${number(pages)} long texts`;
}
