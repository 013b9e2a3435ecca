import ts from 'typescript';
import { sourceLocale } from '#core/language/locales.ts';
import type { Told } from '../finding.ts';
import { grouped } from '../grouped.ts';
import type { Rule } from '../rule.ts';
import { lineOf, nodesOf, shown, syntaxOf } from '../syntax.ts';
import { messagesOf, sourcesOf, type Tree } from '../tree.ts';

export const gluedSentence: Rule = {
  name: 'glued-sentence',
  why: 'Other languages have another order of words and other endings: a sentence made of parts is wrong in most of them.',
  look(tree) {
    const translated = translatedAt(tree);
    const messages = messagesOf(tree, sourceLocale);
    return sourcesOf(tree).flatMap(({ file, text }) => {
      if (!translated.has(file)) return [];
      const keysAt = (node: ts.Node) => translated.get(file)?.get(lineOf(node)) ?? [];
      const isAsked = (node: ts.Node) => isTranslation(node) && keysAt(node).length > 0;
      return nodesOf(syntaxOf(file, text)).filter(isGlue).map(told);

      function isGlue(node: ts.Node): boolean {
        if (ts.isTemplateExpression(node)) {
          const parts = node.templateSpans.filter(({ expression }) => holds(expression));
          const words = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
          return parts.length > 1 || (parts.length === 1 && words.some((part) => /\p{L}/u.test(part)));
        }
        if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
          return holds(node.left) || holds(node.right);
        }
        return isAsked(node) && ts.isCallExpression(node) && hasTranslationInside(node);
      }

      function holds(node: ts.Node): boolean {
        return nodesOf(node).some(isAsked);
      }

      /** `t('waits', { what: t('draw') })`, unless `{what}` stands by itself there: `It is about: {what}.` */
      function hasTranslationInside(call: ts.CallExpression): boolean {
        const [key, values] = call.arguments;
        if (!key || !ts.isStringLiteralLike(key) || !values || !ts.isObjectLiteralExpression(values)) return false;
        const outer = keysAt(call).find((name) => name.endsWith(`.${key.text}`));
        const message = outer === undefined ? '' : (messages.get(outer)?.value ?? '');
        return values.properties.some(
          (property) =>
            ts.isPropertyAssignment(property) &&
            holds(property.initializer) &&
            !standsAlone(property.name.getText(), message),
        );
      }

      function told(node: ts.Node): Told {
        return {
          file,
          line: lineOf(node),
          key: keysAt(node)[0] ?? '',
          message: 'A sentence glued together from parts.',
          expected: 'one whole message, with {name} for what the program knows',
          found: shown(node),
        };
      }
    });
  },
};

/** The keys that each line of each file asks for. */
function translatedAt(tree: Tree): ReadonlyMap<string, ReadonlyMap<number, readonly string[]>> {
  const byFile = grouped(
    tree.uses.filter(({ kind }) => kind === 'key'),
    ({ file }) => file,
  );
  return new Map(
    [...byFile].map(([file, uses]) => {
      const byLine = grouped(uses, ({ line }) => line);
      return [file, new Map([...byLine].map(([line, own]) => [line, own.map(({ key }) => key)]))];
    }),
  );
}

/** A call of something short such as `t`, `tOffer` or `say`; that its line asks for a key is looked at beside. */
function isTranslation(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    /^(?:[a-z]+\.)?(?:t|t[A-Z]\w*|say)(?:\.rich|\.markup)?$/.test(node.expression.getText())
  );
}

function standsAlone(name: string, message: string): boolean {
  const at = message.indexOf(`{${name}}`);
  if (at < 0) return false;
  const before = message.slice(0, at).trimEnd();
  const after = message.slice(at + name.length + 2).trimStart();
  return /(?:^|[:(}–—])$/.test(before) && /^(?:$|[.:){!?–—])/.test(after);
}
