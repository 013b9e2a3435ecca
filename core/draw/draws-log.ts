import { isDay, isHex32 } from './forms.ts';
import { concat, fromHex, type Hash, nobleHash, toHex, utf8 } from './hash.ts';
import { poolLines } from './pool.ts';
import { err, ok, type Result } from './result.ts';

/** One draw of a season (section 5), in a log in which each names the one before. Hashes are 64 hex. */
export type DrawLogLine = {
  /** From 1, one after the other. */
  readonly draw: number;
  readonly day: string;
  readonly announcementHash: string;
  readonly resultHash: string;
  /** H(the raw link before, or 32 zero bytes ‖ the line up to here), so that no older line can change. */
  readonly link: string;
};

export type DrawLogError = {
  readonly kind: 'draws-no-last-newline' | 'draws-fields' | 'draws-number' | 'draws-form' | 'draws-day-not-later';
  readonly line: number;
};

export type DrawLogDifference = { readonly line: number; readonly expected: string; readonly found: string };

const noLink = '0'.repeat(64);

/** The line after `last`. */
export function appendDraw(
  last: DrawLogLine | null,
  drawn: Pick<DrawLogLine, 'day' | 'announcementHash' | 'resultHash'>,
  hash: Hash = nobleHash,
): DrawLogLine {
  const line = { ...drawn, draw: (last?.draw ?? 0) + 1 };
  const link = hash.sha256(concat(fromHex(last?.link ?? noLink), utf8(fieldsOf(line))));
  return { ...line, link: toHex(link) };
}

/** `draw TAB day TAB announcementHash TAB resultHash TAB link` for each, ended by `\n`. */
export function writeDrawLog(lines: readonly DrawLogLine[]): string {
  return lines.map((line) => `${fieldsOf(line)}\t${line.link}\n`).join('');
}

/** Its form, and that no day has two draws. */
export function parseDrawLog(text: string): Result<readonly DrawLogLine[], DrawLogError> {
  const lines = poolLines(text);
  if (text !== '' && !text.endsWith('\n')) return err({ kind: 'draws-no-last-newline', line: lines.length });
  const read: DrawLogLine[] = [];
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const [draw, day, announcementHash, resultHash, link, ...more] = text.split('\t');
    if (link === undefined || more.length > 0) return err({ kind: 'draws-fields', line });
    if (draw !== String(line)) return err({ kind: 'draws-number', line });
    if (!isDay(day) || !isHex32(announcementHash) || !isHex32(resultHash) || !isHex32(link))
      return err({ kind: 'draws-form', line });
    if (day <= (read.at(-1)?.day ?? '')) return err({ kind: 'draws-day-not-later', line });
    read.push({ draw: line, day, announcementHash, resultHash, link });
  }
  return ok(read);
}

/** What a draw has to be in the log: its own line, and the result before. */
export type Logged = Pick<DrawLogLine, 'draw' | 'day' | 'announcementHash' | 'resultHash'> & {
  readonly previousResult: string;
};

/** Recomputes all links, and compares the lines of this draw and of the one before. Undefined where all is right. */
export function firstDrawLogDifference(
  logged: Logged,
  log: readonly DrawLogLine[],
  hash: Hash = nobleHash,
): DrawLogDifference | undefined {
  let last: DrawLogLine | null = null;
  for (const line of log) {
    const { day, announcementHash, resultHash } = line.draw === logged.draw ? logged : line;
    const isBefore = line.draw === logged.draw - 1;
    const right: DrawLogLine = appendDraw(
      last,
      { day, announcementHash, resultHash: isBefore ? logged.previousResult : resultHash },
      hash,
    );
    const [expected, found] = [writeDrawLog([right]).trimEnd(), writeDrawLog([line]).trimEnd()];
    if (expected !== found) return { line: line.draw, expected, found };
    last = line;
  }
  const isThere = log.length >= logged.draw;
  return isThere ? undefined : { line: logged.draw, expected: `draw ${logged.draw}`, found: 'end of the file' };
}

function fieldsOf({ draw, day, announcementHash, resultHash }: Omit<DrawLogLine, 'link'>): string {
  return [draw, day, announcementHash, resultHash].join('\t');
}
