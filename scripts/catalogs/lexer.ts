import ts from 'typescript';
import { Scope } from './lexer/binding.ts';
import { type Dates, datesIn } from './lexer/dates.ts';
import { bindingsOf, typesOf } from './lexer/declarations.ts';
import { textsOf, translatorOf, unwrapped } from './lexer/resolve.ts';
import { syntaxOf } from './syntax.ts';

/**
 * One place in the sources that asks for a message.
 * - `key`: the whole key, area first; `*` stands for each part that only the running program knows (`problem.field.*`).
 * - `asked`: by `t.has`, which a missing message does not break.
 * - `raw`: by `t.raw`, which precompiled messages don't have.
 * - `unreadable`: neither literal nor pattern; `key` holds the source text.
 * - `unknown`: something called `t` whose namespace can't be told; `key` holds the source text.
 */
export type KeyUse = {
  readonly kind: 'key' | 'asked' | 'raw' | 'unreadable' | 'unknown';
  readonly key: string;
  readonly file: string;
  readonly line: number;
  /** Which of its arguments are dates and times. */
  readonly dates: Dates;
};

/** Reads the keys off the syntax tree, with namespaces as the scopes of the language have them. `file` decides on JSX. */
export function keysUsed(source: string, file: string): readonly KeyUse[] {
  const tree = syntaxOf(file, source);
  const uses: KeyUse[] = [];
  const types = typesOf(tree);

  function add(kind: KeyUse['kind'], key: string, node: ts.CallExpression): void {
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    uses.push({ kind, key, file, line, dates: datesIn(node) });
  }

  function visit(node: ts.Node, scope: Scope): void {
    const inner = opensScope(node) ? new Scope(scope, bindingsOf(node, scope, types)) : scope;
    if (ts.isCallExpression(node)) readCall(node, inner);
    ts.forEachChild(node, (child) => visit(child, inner));
  }

  function readCall(call: ts.CallExpression, scope: Scope): void {
    const callee = unwrapped(call.expression);
    const whole = translatorOf(callee, scope);
    if (whole) {
      readKeys({ kind: 'key', namespaces: whole }, call, scope);
      return;
    }
    if (ts.isPropertyAccessExpression(callee)) {
      const namespaces = translatorOf(callee.expression, scope);
      const kind = methods.get(callee.name.text);
      if (namespaces && kind) {
        readKeys({ kind, namespaces }, call, scope);
        return;
      }
    }
    if (isCalledT(callee, scope)) add('unknown', callee.getText(), call);
  }

  function readKeys({ kind, namespaces }: Asked, call: ts.CallExpression, scope: Scope): void {
    const [argument] = call.arguments;
    const texts = argument ? textsOf(argument, scope) : [];
    const keys = namespaces.flatMap((namespace) =>
      texts.map((text) => (namespace === '' ? text : `${namespace}.${text}`)),
    );
    // An area that can't be told would fit everything.
    if (keys.length === 0 || keys.some((key) => key.startsWith('*')))
      add('unreadable', call.getText().slice(0, 60), call);
    else for (const key of keys) add(kind, key, call);
  }

  visit(tree, new Scope(undefined, new Map()));
  return uses;
}

type Asked = { readonly kind: 'key' | 'asked' | 'raw'; readonly namespaces: readonly string[] };

const methods: ReadonlyMap<string, Asked['kind']> = new Map([
  ['rich', 'key'],
  ['markup', 'key'],
  ['has', 'asked'],
  ['raw', 'raw'],
]);

function opensScope(node: ts.Node): boolean {
  return (
    ts.isSourceFile(node) ||
    ts.isBlock(node) ||
    ts.isFunctionLike(node) ||
    ts.isForStatement(node) ||
    ts.isForOfStatement(node) ||
    ts.isCaseBlock(node)
  );
}

/** `t(…)`, `props.t(…)` or `t.rich(…)` that nothing in reach explains: a key would go unseen. */
function isCalledT(callee: ts.Expression, scope: Scope): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 't' && scope.find('t')?.kind !== 'known';
  if (!ts.isPropertyAccessExpression(callee)) return false;
  if (callee.name.text === 't') return true;
  return methods.has(callee.name.text) && isCalledT(unwrapped(callee.expression), scope);
}
