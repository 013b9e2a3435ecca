import ts from 'typescript';
import type { Binding, Scope } from './binding.ts';

const makers = new Set(['useTranslations', 'getTranslations', 'createTranslator']);

/** The expression without `await`, brackets, `as`, `satisfies` and `!`. */
export function unwrapped(expression: ts.Expression): ts.Expression {
  if (
    ts.isAwaitExpression(expression) ||
    ts.isParenthesizedExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isNonNullExpression(expression)
  ) {
    return unwrapped(expression.expression);
  }
  return expression;
}

/** The possible namespaces of the translator that this expression is (`''` for all areas), undefined for anything else. */
export function translatorOf(expression: ts.Expression, scope: Scope): readonly string[] | undefined {
  const value = unwrapped(expression);
  const binding = bindingOf(value, scope);
  if (binding?.kind === 'translator') return binding.namespaces;
  if (!ts.isCallExpression(value) || !isMaker(value.expression, scope)) return undefined;
  const [argument] = value.arguments;
  if (!argument) return [''];
  if (!ts.isObjectLiteralExpression(argument)) return textsOf(argument, scope);
  for (const property of argument.properties) {
    if (ts.isPropertyAssignment(property) && property.name.getText() === 'namespace') {
      return textsOf(property.initializer, scope);
    }
    if (ts.isShorthandPropertyAssignment(property) && property.name.text === 'namespace') {
      return textsOf(property.name, scope);
    }
  }
  return [''];
}

/** The possible texts of an expression; `*` for what only the running program knows. */
export function textsOf(expression: ts.Expression, scope: Scope): readonly string[] {
  const value = unwrapped(expression);
  if (ts.isStringLiteralLike(value)) return [value.text];
  if (ts.isConditionalExpression(value)) return union(textsOf(value.whenTrue, scope), textsOf(value.whenFalse, scope));
  if (ts.isTemplateExpression(value)) {
    return value.templateSpans.reduce<readonly string[]>(
      (texts, span) => joined(joined(texts, textsOf(span.expression, scope)), [span.literal.text]),
      [value.head.text],
    );
  }
  if (ts.isBinaryExpression(value)) return binaryTexts(value, scope);
  const binding = bindingOf(value, scope);
  return binding?.kind === 'texts' ? binding.texts : ['*'];
}

/** The members of an object literal that keys may be taken from. */
export function objectOf(value: ts.Expression, scope: Scope): ReadonlyMap<string, Binding> | undefined {
  if (!ts.isObjectLiteralExpression(value)) return undefined;
  const members = new Map<string, Binding>();
  for (const property of value.properties) {
    if (!ts.isPropertyAssignment(property)) return undefined;
    const { name, initializer } = property;
    if (!ts.isIdentifier(name) && !ts.isStringLiteralLike(name)) return undefined;
    const inner = objectOf(unwrapped(initializer), scope);
    members.set(
      name.text,
      inner ? { kind: 'object', members: inner } : { kind: 'texts', texts: textsOf(initializer, scope) },
    );
  }
  return members;
}

/** What a name, `object.name` or `object[anything]` stands for. */
function bindingOf(value: ts.Expression, scope: Scope): Binding | undefined {
  if (ts.isIdentifier(value)) return scope.find(value.text);
  if (ts.isPropertyAccessExpression(value)) {
    const owner = bindingOf(unwrapped(value.expression), scope);
    return owner?.kind === 'object' ? owner.members.get(value.name.text) : undefined;
  }
  if (!ts.isElementAccessExpression(value)) return undefined;
  const owner = bindingOf(unwrapped(value.expression), scope);
  if (owner?.kind !== 'object') return undefined;
  const index = unwrapped(value.argumentExpression);
  if (ts.isStringLiteralLike(index)) return owner.members.get(index.text);
  return together([...owner.members.values()]);
}

/** All members at once, for an index that only the running program knows. */
function together(members: readonly Binding[]): Binding | undefined {
  const texts = members.flatMap((member) => (member.kind === 'texts' ? member.texts : []));
  if (texts.length > 0) return { kind: 'texts', texts };
  const merged = new Map<string, Binding>();
  for (const name of new Set(
    members.flatMap((member) => (member.kind === 'object' ? [...member.members.keys()] : [])),
  )) {
    const same = members.flatMap((member) => (member.kind === 'object' ? (member.members.get(name) ?? []) : []));
    const binding = together(same);
    if (binding) merged.set(name, binding);
  }
  return merged.size > 0 ? { kind: 'object', members: merged } : undefined;
}

function binaryTexts(value: ts.BinaryExpression, scope: Scope): readonly string[] {
  const left = textsOf(value.left, scope);
  const right = textsOf(value.right, scope);
  switch (value.operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
      return joined(left, right);
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.BarBarToken:
      return union(left, right);
    default:
      return ['*'];
  }
}

function isMaker(callee: ts.Expression, scope: Scope): boolean {
  if (!ts.isIdentifier(callee)) return false;
  const binding = scope.find(callee.text);
  return makers.has(binding?.kind === 'import' ? binding.name : callee.text);
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])];
}

function joined(heads: readonly string[], tails: readonly string[]): readonly string[] {
  return heads.flatMap((head) => tails.map((tail) => head + tail));
}
