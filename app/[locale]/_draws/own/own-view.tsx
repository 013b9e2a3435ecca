import { Notice } from '#app/_ui/notice/notice.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { fillIn } from '#app/_ui/refusal/refusal-words.ts';
import { type CalendarWords, formatDay, formatMinute } from '#core/language/words.ts';
import type { LocalDay, LocalMinute } from '#core/time/instant.ts';
import { Exact } from '../exact.tsx';
import { isAllRight, type OwnTold, type OwnVerdict } from './verdict.ts';

type Judged = { readonly right: string; readonly wrong: string };

export type OwnWords = {
  readonly calendar: CalendarWords;
  readonly ports: Readonly<Record<string, string>>;
  /** With `{day}` in it. */
  readonly draw: string;
  readonly all: Judged;
  readonly told: Readonly<Record<OwnTold, Judged>>;
  readonly signatures: Readonly<Record<OwnVerdict['signatures'], string>>;
  /** With `{port}` and `{when}` in it. */
  readonly placed: string;
  readonly unplaced: string;
  readonly promised: string;
  readonly closed: string;
  readonly compare: string;
  readonly control: string;
};

/** What her phone found, sentence by sentence: it can be read aloud. */
export function OwnView({ verdict, words }: { readonly verdict: OwnVerdict; readonly words: OwnWords }) {
  const { checks, signatures, stage, announcementHash } = verdict;
  const isRight = isAllRight(verdict);
  return (
    <Stack>
      <Notice look={isRight ? 'good' : 'wait'} title={isRight ? words.all.right : words.all.wrong}>
        <p>{fillIn(words.draw, { day: formatDay(verdict.day as LocalDay, words.calendar) })}</p>
        <p>{stage === 'drawn' ? outcome(verdict, words) : words[stage]}</p>
      </Notice>
      <ul>
        {checks.map(({ what, isRight: isThisRight }) => (
          <li key={what}>{words.told[what][isThisRight ? 'right' : 'wrong']}</li>
        ))}
        <li>{words.signatures[signatures]}</li>
      </ul>
      {announcementHash === null ? null : (
        <Stack isClose>
          <p>{words.compare}</p>
          <Exact rows={[[words.control, announcementHash]]} />
        </Stack>
      )}
    </Stack>
  );
}

function outcome({ place }: OwnVerdict, { calendar, ports, placed, unplaced }: OwnWords): string | undefined {
  if (!place) return unplaced;
  const when = place.slot === null ? '' : formatMinute(place.slot as LocalMinute, calendar);
  return fillIn(placed, { port: ports[place.port] ?? place.port, when });
}
