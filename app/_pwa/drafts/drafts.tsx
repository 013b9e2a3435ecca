'use client';

import { Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { late } from '../pin/late.ts';
import type { PinWords } from '../pin/pin-words.ts';
import type { DraftNews } from './draft-news.ts';
import styles from './drafts.module.css';
import { type Act, startDraft } from './start-draft.ts';

const ClosedDraft = late(async () => (await import('../pin/closed-draft.tsx')).ClosedDraft);

type Told = Exclude<DraftNews, 'none'>;

type Props = {
  readonly name: string;
  readonly over: string;
  readonly isRefused: boolean;
  /** The page of what the phone keeps. */
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
 * In a form, below the fields, so that nothing she reads moves: all that there may be to say of its draft. The script keeps
 * the draft, and shows what came of it.
 */
export function Drafts({ name, over, isRefused, phone, words }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [act, setAct] = useState<(act: Act) => void>();
  useEffect(
    () =>
      place.current
        ? startDraft(place.current, (news, does) => setAct(() => (news === 'closed' ? does : undefined)))
        : undefined,
    [],
  );
  return (
    <>
      <div
        ref={place}
        role="status"
        className={styles.news}
        data-quiet=""
        data-draft-of={name}
        data-over={over}
        data-refused={isRefused ? '' : undefined}
      >
        {told.map((news) => {
          const does = acts[news];
          return (
            <div key={news} hidden data-news={news}>
              <Notice look={news === 'back' || news === 'closed' ? 'plain' : 'wait'}>
                <p>{words[news]}</p>
                {does ? (
                  <Button type="button" look="second" data-act={does}>
                    {words[does]}
                  </Button>
                ) : null}
              </Notice>
            </div>
          );
        })}
      </div>
      {act ? (
        <Suspense>
          <ClosedDraft
            words={words.pin}
            phone={phone}
            remove={words.empty}
            onRemove={() => act('removeClosed')}
            onOpen={() => act('open')}
          />
        </Suspense>
      ) : null}
    </>
  );
}
