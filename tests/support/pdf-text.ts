import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Item = { readonly str: string; readonly hasEOL: boolean };

/** What a reader's program finds on the pages of a PDF. */
export type ReadPdf = {
  readonly pages: number;
  /** All words as they were drawn, white space folded to single spaces. */
  readonly text: string;
  readonly title: unknown;
  readonly language: string | null;
  readonly isTagged: boolean;
  /** Tags in reading order, such as `H1`, `L`, `Figure`. */
  readonly tags: readonly string[];
  /** What stands for pictures. */
  readonly alts: readonly string[];
};

type Struct = { readonly role?: string; readonly alt?: string; readonly children?: readonly Struct[] };

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // pdf.js takes the bytes for itself.
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await loading.promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const contents = await Promise.all(pages.map((page) => page.getTextContent()));
  const trees = (await Promise.all(pages.map((page) => page.getStructTree()))) as readonly (Struct | null)[];
  const items = contents.flatMap(({ items: found }) => found as Item[]);
  const { info } = await pdf.getMetadata();
  const mark = await pdf.getMarkInfo();
  const elements = trees.flatMap((tree) => (tree ? flat(tree) : []));
  const read = {
    pages: pdf.numPages,
    text: foldSpace(items.map(({ str, hasEOL }) => (hasEOL ? `${str} ` : str)).join('')),
    title: (info as { readonly Title?: unknown }).Title,
    language: (info as { readonly Language?: string }).Language ?? null,
    isTagged: (mark as unknown as ReadonlyMap<string, boolean> | null)?.get('Marked') === true,
    tags: elements.flatMap(({ role }) => (role ? [role] : [])),
    alts: elements.flatMap(({ alt }) => (alt ? [alt] : [])),
  };
  await loading.destroy();
  return read;
}

export function foldSpace(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function flat(element: Struct): readonly Struct[] {
  return [element, ...(element.children ?? []).flatMap(flat)];
}

/** The unit squares that the first page's one figure fills, as `row column`, counted in its own units. */
export async function darkModules(bytes: Uint8Array): Promise<ReadonlySet<string>> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
  const page = await (await loading.promise).getPage(1);
  const { argsArray } = await page.getOperatorList();
  // What pdf.js gathers of a path: 0 x y moves there, 1 x y draws to there, 4 closes.
  const paths = (argsArray as readonly unknown[]).flatMap((args) =>
    Array.isArray(args) && Array.isArray(args[1]) && args[1][0] instanceof Float32Array ? [args[1][0]] : [],
  );
  await loading.destroy();
  const longest = paths.toSorted((one, other) => other.length - one.length)[0] ?? new Float32Array();
  const dark = new Set<string>();
  for (let at = 0; at < longest.length; ) {
    const operation = longest[at];
    if (operation === 0) {
      // A run of squares: move, along, down, back, close.
      const [x = 0, y = 0, , toX = 0] = [longest[at + 1], longest[at + 2], longest[at + 3], longest[at + 4]];
      for (let column = x; column < toX; column += 1) dark.add(`${y} ${column}`);
    }
    at += operation === 4 ? 1 : 3;
  }
  return dark;
}
