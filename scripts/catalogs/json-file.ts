import ts from 'typescript';

export type Entry = { readonly key: string; readonly value: string; readonly line: number };
type Flaw = {
  readonly kind: 'syntax' | 'duplicate' | 'not-text';
  readonly key: string;
  readonly line: number;
  readonly found: string;
};

export type JsonFile = {
  /** Leaves in the order of the file; keys joined by dots. */
  readonly entries: readonly Entry[];
  readonly flaws: readonly Flaw[];
};

/** Reads nested objects of texts with line numbers; `JSON.parse` would drop duplicate keys without a word. */
export function readJson(text: string, path: string): JsonFile {
  const tree = ts.parseJsonText(path, text);
  const entries: Entry[] = [];
  const flaws: Flaw[] = [];
  // TypeScript is more lenient than JSON (comments, commas at the end), so both have to agree.
  const broken = syntaxFlaw(text, tree);
  if (broken) return { entries, flaws: [broken] };
  const [statement] = tree.statements;
  if (statement) read(statement.expression, []);
  return { entries, flaws };

  function read(node: ts.Expression, path: readonly string[]): void {
    const key = path.join('.');
    if (ts.isStringLiteral(node)) {
      entries.push({ key, value: node.text, line: lineOf(node) });
      return;
    }
    if (!ts.isObjectLiteralExpression(node)) {
      flaws.push({ kind: 'not-text', key, line: lineOf(node), found: node.getText(tree).slice(0, 40) });
      return;
    }
    const names = new Set<string>();
    for (const property of node.properties) {
      if (!ts.isPropertyAssignment(property) || !ts.isStringLiteral(property.name)) continue;
      const name = property.name.text;
      const inner = [...path, name];
      if (names.has(name)) flaws.push({ kind: 'duplicate', key: inner.join('.'), line: lineOf(property), found: name });
      names.add(name);
      read(property.initializer, inner);
    }
  }

  function lineOf(node: ts.Node): number {
    return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
  }
}

function syntaxFlaw(text: string, tree: ts.JsonSourceFile): Flaw | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(found)?.[1] ?? text.length);
    return {
      kind: 'syntax',
      key: '',
      line: tree.getLineAndCharacterOfPosition(Math.min(position, text.length)).line + 1,
      found,
    };
  }
}
