import ts from 'typescript';

type Group = { readonly [name: string]: string | Group };

/**
 * The file with other texts by key (names joined by dots); all else stays, letter by letter. Keys that it has not are
 * put where the English has them, which lays the file out anew. `order` is the English, in the same shape.
 */
export function withTexts(text: string, changes: ReadonlyMap<string, string>, order: Group): string {
  const missing = new Map(changes);
  const tree = ts.parseJsonText('catalog.json', text);
  const found: { readonly from: number; readonly to: number; readonly value: string }[] = [];
  const look = (node: ts.Expression | undefined, path: readonly string[]): void => {
    const value = changes.get(path.join('.'));
    if (node && ts.isStringLiteral(node) && value !== undefined) {
      found.push({ from: node.getStart(tree), to: node.getEnd(), value });
      missing.delete(path.join('.'));
    }
    if (!node || !ts.isObjectLiteralExpression(node)) return;
    for (const property of node.properties)
      if (ts.isPropertyAssignment(property) && ts.isStringLiteral(property.name))
        look(property.initializer, [...path, property.name.text]);
  };
  look(tree.statements[0]?.expression, []);
  const edited = found
    .sort((one, other) => other.from - one.from)
    .reduce((whole, { from, to, value }) => whole.slice(0, from) + JSON.stringify(value) + whole.slice(to), text);
  if (missing.size === 0) return edited;
  return `${JSON.stringify(inserted(JSON.parse(edited) as Group, { missing, order, path: [] }), null, 2)}\n`;
}

type Insertion = {
  readonly missing: ReadonlyMap<string, string>;
  readonly order: Group;
  readonly path: readonly string[];
};

function inserted(group: Group, { missing, order, path }: Insertion): Group {
  const result: Record<string, string | Group> = {};
  for (const [name, english] of Object.entries(order)) {
    const own = group[name];
    const inner = [...path, name];
    const value = missing.get(inner.join('.'));
    if (typeof english === 'string') {
      const text = value ?? own;
      if (text !== undefined) result[name] = text;
      continue;
    }
    const filled = inserted(typeof own === 'object' ? own : {}, { missing, order: english, path: inner });
    if (Object.keys(filled).length > 0) result[name] = filled;
  }
  // What the English has not stays, at the end.
  for (const [name, own] of Object.entries(group)) if (!Object.hasOwn(result, name)) result[name] = own;
  return result;
}
