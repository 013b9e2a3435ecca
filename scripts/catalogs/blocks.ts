import { fromMarkdown } from 'mdast-util-from-markdown';

/** A node of mdast, the tree that remark and react-markdown read a page into. */
type Node = ReturnType<typeof fromMarkdown>['children'][number];

/** A heading, a paragraph or another piece of a long text. */
export type Block = {
  /** What it is and where it stands: `heading 2`, `ordered list > item > paragraph`. */
  readonly kind: string;
  /** In the file. */
  readonly line: number;
  /** Where its words begin and end in the file, marks among them; a title with its quotation marks. */
  readonly from: number;
  readonly to: number;
  /** Its words, without marks. */
  readonly text: string;
  /** Marks inside, in any order: `link to /help`, `emphasis`, `code`. */
  readonly marks: readonly string[];
  /** Raw HTML, as it stands. */
  readonly html: readonly string[];
};

const known = new Map<string, readonly Block[]>();

/** The blocks of a page in its order; the title of the front matter is the first. */
export function blocksOf(page: string): readonly Block[] {
  const found = known.get(page) ?? parsed(page);
  known.set(page, found);
  return found;
}

function parsed(page: string): readonly Block[] {
  const [, matter = '', body = page] = /^(---\r?\n[\s\S]*?\r?\n---\r?\n)([\s\S]*)$/.exec(page) ?? [];
  const above = matter.split('\n').length - 1;
  const titleLine = matter.split('\n').findIndex((line) => line.startsWith('title:'));
  const title = matter.split('\n')[titleLine]?.replace(/^title:\s*/, '') ?? '';
  const from = Math.max(0, matter.indexOf(title, matter.search(/^title:/m) + 'title:'.length));
  const blocks = fromMarkdown(body).children.flatMap((node) => blocksIn(node, []));
  return [
    {
      kind: 'title',
      line: titleLine + 1,
      from,
      to: from + title.length,
      text: title.replace(/^"(.*)"$/, '$1'),
      marks: [],
      html: [],
    },
    ...blocks.map((block) => ({
      ...block,
      line: block.line + above,
      from: block.from + matter.length,
      to: block.to + matter.length,
    })),
  ];
}

function blocksIn(node: Node, path: readonly string[]): readonly Block[] {
  const inside = [...path, nameOf(node)];
  if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') {
    return node.children.flatMap((child) => blocksIn(child, inside));
  }
  const kind = inside.join(' > ');
  // A heading's own marks (`##`) are no words of it.
  const [first = node, ...more] = node.type === 'heading' ? node.children : [node];
  return [
    {
      kind,
      line: node.position?.start.line ?? 1,
      from: first.position?.start.offset ?? 0,
      to: (more.at(-1) ?? first).position?.end.offset ?? 0,
      text: textOf(node),
      marks: marksIn(node),
      html: htmlIn(node),
    },
  ];
}

function nameOf(node: Node): string {
  if (node.type === 'heading') return `heading ${node.depth}`;
  if (node.type === 'list') return node.ordered ? 'ordered list' : 'list';
  return node.type === 'listItem' ? 'item' : node.type;
}

function childrenOf(node: Node): readonly Node[] {
  return 'children' in node ? node.children : [];
}

function textOf(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  return childrenOf(node).map(textOf).join('');
}

function marksIn(node: Node): readonly string[] {
  const inner = childrenOf(node).flatMap(marksIn);
  if (node.type === 'link') return [`link to ${node.url}`, ...inner];
  if (node.type === 'image') return [`picture ${node.url}`, ...inner];
  if (node.type === 'emphasis' || node.type === 'strong') return [node.type, ...inner];
  return node.type === 'inlineCode' ? ['code'] : inner;
}

function htmlIn(node: Node): readonly string[] {
  return node.type === 'html' ? [node.value] : childrenOf(node).flatMap(htmlIn);
}

/** The address of a link or a picture that may do something else than lead to a page. */
export function unsafeAddress(mark: string): string | undefined {
  return /^(?:link to|picture) (?!https:\/\/|mailto:|\/(?!\/)|#)(.*)$/s.exec(mark)?.[1];
}
