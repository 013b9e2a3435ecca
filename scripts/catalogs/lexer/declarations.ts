import ts from 'typescript';
import { type Binding, Scope } from './binding.ts';
import { objectOf, textsOf, translatorOf, unwrapped } from './resolve.ts';

/** Type aliases and interfaces of a file, by name; properties of components are mostly declared beside them. */
export type Types = ReadonlyMap<string, ts.TypeNode | ts.InterfaceDeclaration>;

export function typesOf(tree: ts.SourceFile): Types {
  const types = new Map<string, ts.TypeNode | ts.InterfaceDeclaration>();
  for (const statement of tree.statements) {
    if (ts.isTypeAliasDeclaration(statement)) types.set(statement.name.text, statement.type);
    if (ts.isInterfaceDeclaration(statement)) types.set(statement.name.text, statement);
  }
  return types;
}

/** The names that this node brings into being for what is inside it. */
export function bindingsOf(node: ts.Node, outer: Scope, types: Types): Map<string, Binding> {
  const bindings = new Map<string, Binding>();
  const scope = new Scope(outer, bindings);
  if (ts.isFunctionLike(node)) for (const parameter of node.parameters) bindTyped(parameter.name, parameter.type);
  if (ts.isSourceFile(node)) bindImports(node);
  for (const statement of statementsOf(node)) {
    if (ts.isFunctionDeclaration(statement) && statement.name) bindings.set(statement.name.text, { kind: 'known' });
    if (ts.isVariableStatement(statement)) bindList(statement.declarationList);
  }
  if (
    (ts.isForStatement(node) || ts.isForOfStatement(node)) &&
    node.initializer &&
    ts.isVariableDeclarationList(node.initializer)
  ) {
    for (const declaration of node.initializer.declarations) bindTyped(declaration.name, declaration.type);
  }
  return bindings;

  function bindImports(file: ts.SourceFile): void {
    for (const statement of file.statements) {
      const named = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
      if (!named || !ts.isNamedImports(named)) continue;
      for (const { name, propertyName } of named.elements) {
        bindings.set(name.text, { kind: 'import', name: (propertyName ?? name).text });
      }
    }
  }

  function bindList(list: ts.VariableDeclarationList): void {
    for (const { name, type, initializer } of list.declarations) {
      if (type) bindTyped(name, type);
      else if (ts.isArrayBindingPattern(name)) bindArray(name, initializer);
      else if (ts.isIdentifier(name)) bindings.set(name.text, constantOf(initializer, list));
      else bindTyped(name, undefined);
    }
  }

  function constantOf(initializer: ts.Expression | undefined, list: ts.VariableDeclarationList): Binding {
    if (!initializer || !(list.flags & ts.NodeFlags.Const)) return { kind: 'other' };
    const namespaces = translatorOf(initializer, scope);
    if (namespaces) return { kind: 'translator', namespaces };
    const value = unwrapped(initializer);
    if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return { kind: 'known' };
    const members = objectOf(value, scope);
    if (members) return { kind: 'object', members };
    const texts = textsOf(value, scope);
    return texts.every((text) => text === '*') ? { kind: 'other' } : { kind: 'texts', texts };
  }

  /** `const [t, words] = await Promise.all([getTranslations('offer'), getWords(locale)])` */
  function bindArray(pattern: ts.ArrayBindingPattern, initializer: ts.Expression | undefined): void {
    const value = initializer && unwrapped(initializer);
    const list = value && ts.isCallExpression(value) ? value.arguments[0] : value;
    pattern.elements.forEach((element, index) => {
      if (ts.isOmittedExpression(element)) return;
      const item = list && ts.isArrayLiteralExpression(list) ? list.elements[index] : undefined;
      const namespaces = item && translatorOf(item, scope);
      if (ts.isIdentifier(element.name) && namespaces) {
        bindings.set(element.name.text, { kind: 'translator', namespaces });
      } else bindTyped(element.name, undefined);
    });
  }

  function bindTyped(name: ts.BindingName, type: ts.TypeNode | undefined): void {
    const binding = type ? bindingOfType(type, types) : ({ kind: 'other' } as const);
    if (ts.isIdentifier(name)) {
      bindings.set(name.text, binding);
      return;
    }
    for (const element of name.elements) {
      if (ts.isOmittedExpression(element)) continue;
      const property = element.propertyName ?? element.name;
      const member =
        binding.kind === 'object' && ts.isIdentifier(property) ? binding.members.get(property.text) : undefined;
      if (ts.isIdentifier(element.name)) bindings.set(element.name.text, member ?? { kind: 'other' });
      else bindTyped(element.name, undefined);
    }
  }
}

function statementsOf(node: ts.Node): readonly ts.Statement[] {
  if (ts.isSourceFile(node) || ts.isBlock(node)) return node.statements;
  return ts.isCaseBlock(node) ? node.clauses.flatMap((clause) => [...clause.statements]) : [];
}

function bindingOfType(type: ts.TypeNode | ts.InterfaceDeclaration, types: Types): Binding {
  if (!ts.isInterfaceDeclaration(type)) {
    const namespace = namespaceOfType(type, types);
    if (namespace !== undefined) return { kind: 'translator', namespaces: [namespace] };
  }
  const members = membersOf(type, types);
  return members.size > 0 ? { kind: 'object', members } : { kind: 'other' };
}

function membersOf(type: ts.TypeNode | ts.InterfaceDeclaration, types: Types): ReadonlyMap<string, Binding> {
  if (ts.isTypeLiteralNode(type) || ts.isInterfaceDeclaration(type)) {
    return new Map(
      type.members.flatMap((member) =>
        ts.isPropertySignature(member) && member.type && ts.isIdentifier(member.name)
          ? [[member.name.text, bindingOfType(member.type, types)] as const]
          : [],
      ),
    );
  }
  if (ts.isIntersectionTypeNode(type)) return new Map(type.types.flatMap((part) => [...membersOf(part, types)]));
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return new Map();
  const [argument] = type.typeArguments ?? [];
  if (type.typeName.text === 'Readonly' && argument) return membersOf(argument, types);
  const declared = types.get(type.typeName.text);
  return declared
    ? membersOf(declared, new Map([...types].filter(([name]) => name !== type.typeName.getText())))
    : new Map();
}

const translatorTypes = new Set(['Translator', 'useTranslations', 'getTranslations', 'createTranslator']);

/** `Translator<'offer'>`, `ReturnType<typeof useTranslations<'offer'>>`, `Awaited<…getTranslations…>`, or a name for one. */
function namespaceOfType(type: ts.TypeNode, types: Types): string | undefined {
  if (ts.isTypeQueryNode(type) && translatorTypes.has(type.exprName.getText())) return literalOf(type.typeArguments);
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined;
  const name = type.typeName.text;
  if (name === 'Translator') return literalOf(type.typeArguments);
  const [argument] = type.typeArguments ?? [];
  if (argument && (name === 'ReturnType' || name === 'Awaited')) return namespaceOfType(argument, types);
  const declared = types.get(name);
  if (!declared || ts.isInterfaceDeclaration(declared)) return undefined;
  return namespaceOfType(declared, new Map([...types].filter(([other]) => other !== name)));
}

function literalOf(list: readonly ts.TypeNode[] | undefined): string {
  const [first] = list ?? [];
  return first && ts.isLiteralTypeNode(first) && ts.isStringLiteral(first.literal) ? first.literal.text : '';
}
