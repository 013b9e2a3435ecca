/** What a translator moves and never changes: `before` is `{name}` or `<link>`; `after` is `</link>`, empty where nothing is enclosed. */
export type ChipKind = { readonly before: string; readonly after: string };

/** Where a chip stands in a text; `partner` is the other end of a tag. */
export type Chip = { readonly from: number; readonly to: number; readonly partner: number | undefined };

export type Span = { readonly from: number; readonly to: number };

/** The chips of a text in their order. A tag that lost its other end is a chip like any other. */
export function chipsIn(text: string, kinds: readonly ChipKind[]): readonly Chip[] {
  const ends = kinds.flatMap(({ before, after }) => [before, after]).filter((end) => end !== '');
  if (ends.length === 0) return [];
  const found = [...text.matchAll(new RegExp(ends.map(quoted).join('|'), 'gu'))];
  const partners = new Map<number, number>();
  const open: { readonly at: number; readonly after: string }[] = [];
  for (const [at, [end]] of found.entries()) {
    const after = kinds.find((kind) => kind.before === end && kind.after !== '')?.after;
    if (after !== undefined) open.push({ at, after });
    const begun = open.at(-1);
    if (begun?.after !== end) continue;
    open.pop();
    partners.set(at, begun.at);
    partners.set(begun.at, at);
  }
  return found.map(({ 0: end, index }, at) => ({ from: index, to: index + end.length, partner: partners.get(at) }));
}

function quoted(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}

/** The selection moved so that none of its ends is inside a chip: onwards in the direction that it came from. */
export function snapped(chips: readonly Chip[], now: Span, before: Span): Span {
  const from = inside(chips, now.from);
  const to = inside(chips, now.to);
  if (now.from === now.to) {
    if (!from) return now;
    const isLeftwards = before.from >= from.to && before.to >= from.to;
    const edge = isLeftwards ? from.from : from.to;
    return { from: edge, to: edge };
  }
  if (from && from === to) return { from: from.from, to: from.to };
  return {
    from: from ? (now.from > before.from ? from.to : from.from) : now.from,
    to: to ? (now.to < before.to ? to.from : to.to) : now.to,
  };
}

function inside(chips: readonly Chip[], at: number): Chip | undefined {
  return chips.find(({ from, to }) => from < at && at < to);
}

/** One change of a text: `span` gets `text`, and the cursor stands at `cursor` then. */
export type Change = { readonly span: Span; readonly text: string; readonly cursor: number };

/**
 * What has to happen where somebody wants `span` to become `insert`, so that no chip is left in pieces and no tag without
 * its other end: `a <b>word</b>` without its first tag is `a word`.
 */
export function wholeChange(
  text: string,
  kinds: readonly ChipKind[],
  wish: Span & { readonly insert: string },
): Change {
  const chips = chipsIn(text, kinds);
  const { insert } = wish;
  const from = wish.from === wish.to ? wish.from : (inside(chips, wish.from)?.from ?? wish.from);
  const to = wish.from === wish.to ? wish.to : (inside(chips, wish.to)?.to ?? wish.to);
  const isTaken = (chip: Chip) => from <= chip.from && chip.to <= to;
  const alone = chips
    .filter((chip) => isTaken(chip))
    .flatMap(({ partner }) => chips[partner ?? -1] ?? [])
    .filter((chip) => !isTaken(chip));
  const start = Math.min(from, ...alone.map((chip) => chip.from));
  const end = Math.max(to, ...alone.map((chip) => chip.to));
  const before = without(text, { from: start, to: from }, alone);
  const after = without(text, { from: to, to: end }, alone);
  return {
    span: { from: start, to: end },
    text: before + insert + after,
    cursor: start + before.length + insert.length,
  };
}

function without(text: string, { from, to }: Span, chips: readonly Chip[]): string {
  const own = chips
    .filter((chip) => from <= chip.from && chip.to <= to)
    .toSorted((one, other) => one.from - other.from);
  let at = from;
  let kept = '';
  for (const chip of own) {
    kept += text.slice(at, chip.from);
    at = chip.to;
  }
  return kept + text.slice(at, to);
}

/** The chip that a press of Backspace (`back`) or Delete would break. */
export function chipBeside(chips: readonly Chip[], at: number, way: 'back' | 'forth'): Chip | undefined {
  return chips.find(({ from, to }) => (way === 'back' ? from < at && at <= to : from <= at && at < to));
}
