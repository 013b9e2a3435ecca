'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '#app/_ui/button/button.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { DraftKeeper, type DraftNews } from './draft-keeper.ts';
import styles from './drafts.module.css';

export type DraftWords = Readonly<Record<Exclude<DraftNews, 'none'> | 'empty' | 'show', string>>;

type Props = {
  readonly name: string;
  readonly over: string;
  readonly isRefused: boolean;
  readonly words: DraftWords;
};

/** In a form: keeps its draft on the phone, and says what came of it. Below the fields, so that nothing she reads moves. */
export function Drafts({ name, over, isRefused, words }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const keeper = useRef<DraftKeeper>(null);
  const [news, setNews] = useState<DraftNews>('none');

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return undefined;
    const made = new DraftKeeper(form, { name, over, isRefused, tell: setNews });
    keeper.current = made;
    return () => made.stop();
  }, [name, over, isRefused]);

  function act(what: 'empty' | 'showNewer') {
    void keeper.current?.[what]();
    // The button goes: the focus would be at the top of the page.
    place.current?.closest('form')?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
  }

  return (
    <div ref={place} role="status" className={styles.news}>
      {news === 'none' ? null : (
        <Notice look={news === 'back' ? 'plain' : 'wait'}>
          <p>{words[news]}</p>
          {news === 'back' ? (
            <Button type="button" look="second" onClick={() => act('empty')}>
              {words.empty}
            </Button>
          ) : null}
          {news === 'elsewhere' ? (
            <Button type="button" look="second" onClick={() => act('showNewer')}>
              {words.show}
            </Button>
          ) : null}
        </Notice>
      )}
    </div>
  );
}
