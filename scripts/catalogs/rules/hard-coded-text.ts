import ts from 'typescript';
import type { Told } from '../finding.ts';
import { kept } from '../kept.ts';
import type { Rule } from '../rule.ts';
import { lineOf, nodesOf, shown, syntaxOf } from '../syntax.ts';
import { sourcesOf } from '../tree.ts';

export const hardCodedText: Rule = {
  name: 'hard-coded-text',
  why: 'The words are English on every page, in every language, and no translator ever sees them.',
  look: (tree) =>
    sourcesOf(tree).flatMap(({ file, text }) =>
      shownIn(syntaxOf(file, text)).map(
        (node): Told => ({
          file,
          line: lineOf(node),
          key: '',
          message: 'Words for people outside of the catalogs.',
          expected: "t('key') with the words in locales/<tag>/<area>.json",
          found: shown(node),
        }),
      ),
    ),
};

const shownIn = kept((source: ts.SourceFile) => nodesOf(source).filter(isShown));

/** Attributes that are shown or read aloud; a value such as `name="given"` is none. */
const spoken = new Set(
  'aria-label aria-description aria-roledescription aria-valuetext alt title placeholder label hint lead text legend caption summary heading'.split(
    ' ',
  ),
);
const replies = new Set(['text', 'html', 'body']);

function isShown(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return hasWords(node.text);
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return wordsIn(node.expression);
  if (ts.isJsxAttribute(node) && spoken.has(node.name.getText())) {
    const { initializer } = node;
    return wordsIn(initializer && ts.isJsxExpression(initializer) ? initializer.expression : initializer);
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    // `c.text('Not found')`, `c.html('<p>…')`: what the server answers.
    return replies.has(node.expression.name.text) && wordsIn(node.arguments[0]);
  }
  return (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) && hasMarkedUpWords(node.getText());
}

/** Whether an expression can be a text with words in it. */
function wordsIn(expression: ts.Node | undefined): boolean {
  if (!expression) return false;
  if (ts.isStringLiteralLike(expression)) return hasWords(expression.text);
  if (ts.isParenthesizedExpression(expression)) return wordsIn(expression.expression);
  if (ts.isConditionalExpression(expression)) return wordsIn(expression.whenTrue) || wordsIn(expression.whenFalse);
  if (ts.isBinaryExpression(expression)) return wordsIn(expression.left) || wordsIn(expression.right);
  if (!ts.isTemplateExpression(expression)) return false;
  return hasWords(expression.head.text) || expression.templateSpans.some(({ literal }) => hasWords(literal.text));
}

function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

/** `<p>Too late</p>` in a text of the server. */
function hasMarkedUpWords(text: string): boolean {
  return text.includes('</') && /<(?!\/|script|style)[a-z][^<>]*>\s*\p{L}{2}[^<>{}$]*<\//u.test(text);
}
