import type { Announcement } from '#core/draw/announcement.ts';
import { appendDraw, type DrawLogLine, parseDrawLog, writeDrawLog } from '#core/draw/draws-log.ts';
import { ok, type Result } from '#core/draw/result.ts';
import { nodeHash } from '../verify-draw/node-hash.ts';
import { differs, malformed, type Refusal } from './refusal.ts';
import type { Entry } from './signed-log.ts';

/**
 * That the announcement follows the last draw of the season's log, and that the log still has each draw as this witness
 * signed it: one draw a number, one a day, none left out, none again.
 */
export function checkDrawLog(
  text: string,
  { draw, day, previousResult }: Pick<Announcement, 'draw' | 'day' | 'previousResult'>,
  entries: readonly Entry[],
): Result<null, Refusal> {
  const log = parseDrawLog(text);
  if (!log.ok) return malformed('draws.tsv', log.error);
  const links = checkLinks(log.value);
  if (!links.ok) return links;
  for (const entry of entries) {
    const found = loggedFor(entry, log.value);
    if (found !== undefined && found !== entry.hash)
      return differs('draw-log-wrong', `the ${entry.act} ${entry.hash} of draw ${entry.draw}`, found);
  }
  const last = log.value.at(-1);
  const next = (last?.draw ?? 0) + 1;
  if (draw !== next) return differs('wrong-draw-number', next, draw);
  if (last && day <= last.day) return differs('wrong-draw-number', `a day after ${last.day}`, day);
  const before = last?.resultHash ?? '0'.repeat(64);
  return previousResult === before ? ok(null) : differs('wrong-previous-result', before, previousResult);
}

/** What the log says in the place of something that was signed; undefined where it says nothing of the kind. */
function loggedFor({ act, draw }: Entry, log: readonly DrawLogLine[]): string | undefined {
  if (act === 'result') return log[draw - 1]?.resultHash ?? 'no such draw';
  return act === 'announcement' ? log[draw - 1]?.announcementHash : undefined;
}

function checkLinks(log: readonly DrawLogLine[]): Result<null, Refusal> {
  let last: DrawLogLine | null = null;
  for (const line of log) {
    const right: DrawLogLine = appendDraw(last, line, nodeHash);
    if (right.link !== line.link) {
      const [expected, found] = [right, line].map((one) => writeDrawLog([one]).trimEnd());
      return differs('draw-log-wrong', expected ?? '', found ?? '');
    }
    last = line;
  }
  return ok(null);
}
