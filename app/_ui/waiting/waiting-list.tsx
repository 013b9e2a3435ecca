'use client';

import { useEffect, useState } from 'react';
import { askOfWaiting } from '#app/_pwa/worker-here.ts';
import type {
  AskedOfWaiting,
  WaitingAnswer,
  WaitingNews,
  WaitingRow,
  WaitingState,
} from '#app/_pwa/worker-messages.ts';
import { type CalendarWords, formatDateTime } from '#core/language/words.ts';
import type { Instant } from '#core/time/instant.ts';
import { Button, ButtonLink } from '../button/button.tsx';
import { Notice } from '../notice/notice.tsx';
import { Card, Quiet, Stack } from '../panel/panel.tsx';
import { fieldsHere } from '../phone-time/fields-here.ts';
import { fillIn } from '../refusal/refusal-words.ts';

export type WaitingWords = {
  readonly none: string;
  readonly list: string;
  /** With `{when}` in it. */
  readonly since: string;
  readonly state: Readonly<Record<WaitingState, string>>;
  readonly open: string;
  readonly status: string;
  readonly remove: string;
  readonly send: string;
  readonly sending: string;
  readonly arrived: string;
  readonly later: string;
  readonly unsupported: string;
  readonly out: { readonly title: string; readonly what: string; readonly button: string };
  readonly signIn: { readonly title: string; readonly what: string; readonly button: string };
  readonly kept: { readonly title: string; readonly what: string; readonly next: string };
};

type Props = {
  readonly locale: string;
  readonly words: WaitingWords;
  readonly calendar: CalendarWords;
  /** What each form is called, by its page without the query. */
  readonly names: Readonly<Record<string, string>>;
  /** The questions of a registration, in their order: `register/name`. */
  readonly questions: readonly string[];
};

type State = WaitingAnswer | 'asking' | 'sending' | 'unsupported';

/** What waits on this phone, and what she can do about it. Reached from every page, and by what was sent without a line. */
export function WaitingList({ locale, words, calendar, names, questions }: Props) {
  const [state, setState] = useState<State>('asking');
  const [keptPage, setKeptPage] = useState<string | null>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  useEffect(() => {
    const query = new URLSearchParams(window.location.search);
    setKeptPage(query.get('kept'));
    setIsLeaving(query.has('out'));
    void tell({ type: 'waiting' }, setState);
    // The browser or another page has sent something meanwhile. What came of sending here stays to be read.
    const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
    const refresh = (now: State) => setState((was) => (was === 'sending' || countOf(was) === countOf(now) ? was : now));
    const hear = ({ data }: MessageEvent<WaitingNews | null>) => {
      if (data?.type === 'waiting-news' && data.isChange) void tell({ type: 'waiting' }, refresh);
    };
    worker?.addEventListener('message', hear);
    return () => worker?.removeEventListener('message', hear);
  }, []);

  if (state === 'asking') return null;
  if (state === 'unsupported') return <p>{words.unsupported}</p>;
  const rows = state === 'sending' ? [] : state.rows;
  const send = () => {
    setState('sending');
    void tell({ type: 'send-waiting' }, setState);
  };
  return (
    <>
      {keptPage === null ? null : <Kept locale={locale} words={words.kept} next={after(keptPage, questions)} />}
      {isLeaving && rows.length > 0 ? <Leaving locale={locale} words={words.out} /> : null}
      <p role="status">{outcome(state, words)}</p>
      {state !== 'sending' && state.sending === 'sign-in' ? (
        <Notice look="wait" title={words.signIn.title}>
          <p>{words.signIn.what}</p>
          <ButtonLink href={`/${locale}/sign-in`}>{words.signIn.button}</ButtonLink>
        </Notice>
      ) : null}
      {rows.length === 0 ? null : (
        <Stack>
          <h2>{words.list}</h2>
          {rows.map((row) => (
            <Row
              key={row.name}
              row={row}
              words={words}
              title={names[row.page.split('?')[0] ?? ''] ?? row.page}
              since={fillIn(words.since, { when: formatDateTime(fieldsHere(row.at as Instant), calendar) }) ?? ''}
              href={`/${locale}/${row.state === 'over' ? 'status' : row.page}`}
              onRemove={() => void tell({ type: 'drop-waiting', name: row.name }, setState)}
            />
          ))}
          <Button type="button" onClick={send}>
            {words.send}
          </Button>
        </Stack>
      )}
    </>
  );
}

function Kept({
  locale,
  words,
  next,
}: {
  readonly locale: string;
  readonly words: WaitingWords['kept'];
  readonly next: string | null;
}) {
  return (
    <Notice look="good" title={words.title}>
      <p>{words.what}</p>
      {next === null ? null : <ButtonLink href={`/${locale}/${next}`}>{words.next}</ButtonLink>}
    </Notice>
  );
}

function Leaving({ locale, words }: { readonly locale: string; readonly words: WaitingWords['out'] }) {
  return (
    <Notice look="wait" title={words.title}>
      <p>{words.what}</p>
      <form method="post" action="/api/sign-out">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="anyway" value="yes" />
        <Button look="grave">{words.button}</Button>
      </form>
    </Notice>
  );
}

function Row({
  row,
  words,
  title,
  since,
  href,
  onRemove,
}: {
  readonly row: WaitingRow;
  readonly words: WaitingWords;
  readonly title: string;
  readonly since: string;
  readonly href: string;
  readonly onRemove: () => void;
}) {
  return (
    <Card>
      <h3>{title}</h3>
      <p>{words.state[row.state]}</p>
      <Quiet>{since}</Quiet>
      {row.state === 'waits' ? null : (
        <ButtonLink look="second" href={href}>
          {row.state === 'over' ? words.status : words.open}
        </ButtonLink>
      )}
      <Button type="button" look="second" aria-label={`${words.remove}: ${title}`} onClick={onRemove}>
        {words.remove}
      </Button>
    </Card>
  );
}

function countOf(state: State): number | null {
  return typeof state === 'object' ? state.rows.length : null;
}

async function tell(question: AskedOfWaiting, setState: (state: State) => void): Promise<void> {
  const answer = 'serviceWorker' in navigator ? await askOfWaiting(question).catch(() => null) : null;
  setState(answer ?? 'unsupported');
}

function outcome(state: WaitingAnswer | 'sending', words: WaitingWords): string {
  if (state === 'sending') return words.sending;
  if (state.sending === 'later') return words.later;
  if (state.rows.length > 0) return '';
  return state.sending === 'done' ? words.arrived : words.none;
}

/** The question after that page; null: it is no question, or the last one. */
function after(page: string, questions: readonly string[]): string | null {
  const index = questions.indexOf(page);
  return index < 0 ? null : (questions[index + 1] ?? null);
}
