import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { excepting } from '../exceptions.ts';
import type { Rule } from '../rule.ts';
import { lineOf, nodesOf, shown, syntaxOf } from '../syntax.ts';

const names = /^(?:Intl|toLocale\w*|(?:use|get|create)Formatter)$/;

export const intlWords: Rule = {
  name: 'intl-words',
  why: 'Intl has no words of Haitian Creole and takes those of the server’s or the phone’s language instead.',
  look: (tree) =>
    excepting(
      tree,
      'intl-words',
      globSync('{app,core,server}/**/*.{ts,tsx}', { cwd: tree.root, exclude: (name) => name === 'node_modules' })
        .filter((file) => !/\.(?:test|examples|dev)\.tsx?$|\.d\.ts$/.test(file))
        .sort()
        .flatMap((file) => {
          const text = readFileSync(join(tree.root, file), 'utf8');
          if (!/Intl|toLocale|Formatter/.test(text)) return [];
          return nodesOf(syntaxOf(file, text))
            .filter((node) => ts.isIdentifier(node) && names.test(node.text))
            .map((node) => ({
              file,
              line: lineOf(node),
              key: '',
              message: 'Words or formats of Intl.',
              expected: 'the words of locales/<tag>/words, through app/_i18n/words.ts or core/time',
              found: shown(node.parent),
            }));
        }),
    ),
};
