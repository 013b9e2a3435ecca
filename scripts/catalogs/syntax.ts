import ts from 'typescript';

const parsed = new Map<string, { readonly text: string; readonly tree: ts.SourceFile }>();

/** The syntax tree of a source, read once for all who look at it. `file` decides on JSX. */
export function syntaxOf(file: string, text: string): ts.SourceFile {
  const known = parsed.get(file);
  if (known?.text === text) return known.tree;
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  parsed.set(file, { text, tree });
  return tree;
}

/** The node and all that is inside of it, outermost first. */
export function nodesOf(node: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const add = (each: ts.Node): void => {
    found.push(each);
    ts.forEachChild(each, add);
  };
  add(node);
  return found;
}

/** Counted from 1. */
export function lineOf(node: ts.Node): number {
  return node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

/** The source of a node in one line, for the eye. */
export function shown(node: ts.Node): string {
  return node.getText().replace(/\s+/g, ' ').slice(0, 100);
}
