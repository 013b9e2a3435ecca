import { isDecimal, isHex32, isPortCode } from './forms.ts';
import { concat, fromHex, type Hash, nobleHash, toHex, utf8 } from './hash.ts';
import { poolLines } from './pool.ts';
import { err, ok, type Result } from './result.ts';

/**
 * What a line of the log says (section 7). `free`: `size` people's places came back at the port. `gone`: the next in
 * line no longer waits, and is passed over for good. `give`: she gets a place at the port. `shut`: nothing can be given
 * there until the next place comes back.
 */
export const freedActs = ['free', 'gone', 'give', 'shut'] as const;
export type FreedAct = (typeof freedActs)[number];

export const freedReasons = [
  'declined',
  'lapsed',
  'cancelled',
  'disqualified',
  'not-waiting',
  'next',
  'too-late',
  'full',
] as const;
export type FreedReason = (typeof freedReasons)[number];

/** The reasons that an act can have. */
export const reasonsOf: Readonly<Record<FreedAct, readonly FreedReason[]>> = {
  free: ['declined', 'lapsed', 'cancelled', 'disqualified'],
  gone: ['not-waiting'],
  give: ['next'],
  shut: ['too-late', 'full'],
};

/** Of a `shut` line, which is about nobody. */
export const nobody = '0'.repeat(64);

/** `id` is the request's of that day, 64 hex; `size` people, 0 where the line is about nobody. */
export type FreedStep = {
  readonly act: FreedAct;
  readonly port: string;
  readonly id: string;
  readonly size: number;
  readonly why: FreedReason;
};

/** A step with its number, from 1, and the link that binds it to all before it. */
export type FreedLine = FreedStep & { readonly n: number; readonly link: string };

export type FreedLogError = {
  readonly kind: 'freed-no-last-newline' | 'freed-fields' | 'freed-number' | 'freed-form';
  readonly line: number;
};

/** The line after `last`. The first line's link is bound to the draw by its `resultHash`. */
export function appendFreed(
  last: Pick<FreedLine, 'n' | 'link'> | null,
  step: FreedStep,
  { resultHash, hash = nobleHash }: { readonly resultHash: string; readonly hash?: Hash },
): FreedLine {
  const n = (last?.n ?? 0) + 1;
  const link = hash.sha256(concat(fromHex(last?.link ?? resultHash), utf8(fieldsOf({ ...step, n }))));
  return { ...step, n, link: toHex(link) };
}

/** `n TAB act TAB port TAB id TAB size TAB why TAB link` for each, ended by `\n`. */
export function writeFreed(lines: readonly FreedLine[]): string {
  return lines.map((line) => `${fieldsOf(line)}\t${line.link}\n`).join('');
}

/** Its form alone: what follows from the draw, `firstFreedDifference` says. */
export function parseFreed(text: string): Result<readonly FreedLine[], FreedLogError> {
  const lines = poolLines(text);
  if (text !== '' && !text.endsWith('\n')) return err({ kind: 'freed-no-last-newline', line: lines.length });
  const read: FreedLine[] = [];
  for (const [index, line] of lines.entries()) {
    const [n = '', act = '', port, id, size = '', why = '', link, ...more] = line.split('\t');
    if (link === undefined || more.length > 0) return err({ kind: 'freed-fields', line: index + 1 });
    if (n !== String(index + 1)) return err({ kind: 'freed-number', line: index + 1 });
    const known = freedActs.find((one) => one === act);
    const reason = known && reasonsOf[known].find((one) => one === why);
    if (!known || !reason || !isPortCode(port) || !isHex32(id) || !isDecimal(size) || !isHex32(link))
      return err({ kind: 'freed-form', line: index + 1 });
    read.push({ n: index + 1, act: known, port, id, size: Number(size), why: reason, link });
  }
  return ok(read);
}

function fieldsOf({ n, act, port, id, size, why }: Omit<FreedLine, 'link'>): string {
  return [n, act, port, id, size, why].join('\t');
}
