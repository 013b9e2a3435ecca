'use client';

import { useEffect, useRef } from 'react';
import { Button, LineLink } from '#app/_ui/button/button.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { PinQuestion } from '../pin/pin-question.tsx';
import type { PinWords } from '../pin/pin-words.ts';
import type { DraftNews } from './draft-news.ts';
import styles from './drafts.module.css';

type Told = Exclude<DraftNews, 'none'>;

type Props = {
  readonly name: string;
  readonly over: string;
  readonly isRefused: boolean;
  /** The page of what the phone keeps, where a forgotten PIN can be removed. */
  readonly phone: string;
  readonly words: Readonly<Record<Told | 'empty' | 'show' | 'showOlder', string>> & {
    readonly pin: PinWords & { readonly open: string };
  };
};

const told: readonly Told[] = ['back', 'elsewhere', 'older', 'closed', 'full', 'denied', 'photo', 'gone'];
const acts: Readonly<Partial<Record<Told, 'empty' | 'show' | 'showOlder'>>> = {
  back: 'empty',
  elsewhere: 'show',
  older: 'showOlder',
};

/**
 * In a form, below the fields, so that nothing she reads moves: all that there may be to say of its draft, and the question
 * for the PIN that opens it. The script keeps the draft, and shows what came of it.
 */
export function Drafts({ name, over, isRefused, phone, words }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const leaving = new AbortController();
    // One part for all forms: within the page's own script the phone would keep it once for each kind of form.
    import('./start-draft.ts')
      .then(({ startDraft }) => {
        if (place.current && !leaving.signal.aborted)
          leaving.signal.addEventListener('abort', startDraft(place.current));
      })
      // A form that can't fetch it is sent all the same.
      .catch(() => undefined);
    return () => leaving.abort();
  }, []);
  return (
    <div
      ref={place}
      className={styles.news}
      data-quiet=""
      data-draft-of={name}
      data-over={over}
      data-refused={isRefused ? '' : undefined}
    >
      <Stack isClose>
        <div role="status">
          {told.map((news) => {
            const act = acts[news];
            return (
              <div key={news} hidden data-news={news}>
                <Notice look={news === 'back' || news === 'closed' ? 'plain' : 'wait'}>
                  <p>{words[news]}</p>
                  {act ? (
                    <Button type="button" look="second" data-act={act}>
                      {words[act]}
                    </Button>
                  ) : null}
                </Notice>
              </div>
            );
          })}
        </div>
        <div hidden data-closed>
          <Stack isClose>
            <PinQuestion id="draft-pin" words={words.pin} button={words.pin.open} />
            <Button type="button" look="second" data-act="removeClosed">
              {words.empty}
            </Button>
            <LineLink href={phone}>{words.pin.forgot}</LineLink>
          </Stack>
        </div>
      </Stack>
    </div>
  );
}
