'use client';

import { useEffect, useRef } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import type { DraftNews } from './draft-keeper.ts';
import styles from './drafts.module.css';
import { startDraft } from './start-draft.ts';

type Told = Exclude<DraftNews, 'none'>;

type Props = {
  readonly name: string;
  readonly over: string;
  readonly isRefused: boolean;
  readonly words: Readonly<Record<Told | 'empty' | 'show', string>>;
};

const told: readonly Told[] = ['back', 'elsewhere', 'full', 'denied', 'photo', 'gone'];
const acts: Readonly<Partial<Record<Told, 'empty' | 'show'>>> = { back: 'empty', elsewhere: 'show' };

/**
 * In a form, below the fields, so that nothing she reads moves: all that there may be to say of its draft. The script keeps
 * the draft, and shows what came of it.
 */
export function Drafts({ name, over, isRefused, words }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (place.current ? startDraft(place.current) : undefined), []);
  return (
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
        const act = acts[news];
        return (
          <div key={news} hidden data-news={news}>
            <Notice look={news === 'back' ? 'plain' : 'wait'}>
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
  );
}
