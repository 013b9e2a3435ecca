/**
 * What is never said: what she typed, marks and pictures, and what is hers, since others stand around her. That is in a
 * `bdi` (names, addresses and codes), in what is marked `data-silent`, or within a sentence isolated by its signs
 * (`unsaid.tsx`).
 */
const silent =
  'input, select, textarea, script, style, noscript, template, svg, bdi, [aria-hidden="true"], [data-silent], iframe';
const isolated = /\u2068[^\u2069]*\u2069/g;

/** The texts of the page's main part in the order of reading, what went wrong first; one a paragraph, heading or control. */
export function textsOf(main: HTMLElement): readonly string[] {
  const blocks = new Map<Element, string>();
  const language = document.documentElement.lang;
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.nodeValue ?? '';
    const isOwn = parent?.closest('[lang]')?.getAttribute('lang') === language;
    if (!parent || text.trim() === '' || !isOwn || parent.closest(silent) || !isSeen(parent)) continue;
    const block = blockOf(parent, main);
    blocks.set(block, `${blocks.get(block) ?? ''}${text}`);
  }
  const isAlert = (block: Element) => block.closest('[role="alert"]') !== null;
  const ordered = [...blocks].sort(([one], [other]) => Number(isAlert(other)) - Number(isAlert(one)));
  return ordered.map(([, text]) => text.replaceAll(isolated, ''));
}

/** Also false for what a closed `details` holds. `checkVisibility` came to Chrome 105 only. */
function isSeen(element: Element): boolean {
  const seen: { checkVisibility?(): boolean } = element;
  return seen.checkVisibility?.() ?? element.getClientRects().length > 0;
}

/** The paragraph that a text belongs to: emphasis and links within a sentence do not cut it. */
function blockOf(element: Element, main: Element): Element {
  let block = element;
  while (
    block !== main &&
    block.parentElement &&
    /^(inline|inline-block|contents)$/.test(getComputedStyle(block).display)
  )
    block = block.parentElement;
  return block;
}
