'use client';

import { useEffect, useRef } from 'react';
import { Button, LineLink } from '#app/_ui/button/button.tsx';
import { More } from '#app/_ui/more/more.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { PinQuestion } from '../pin/pin-question.tsx';
import type { PinWords } from '../pin/pin-words.ts';
import type { DraftNews } from './draft-news.ts';
import styles from './drafts.module.css';
import { startDraftLate } from './start-draft-late.ts';

type Props = {
  readonly name: string;
  readonly over: string;
  readonly isRefused: boolean;
  /** The page of what the phone keeps, where a forgotten PIN can be removed. */
  readonly phone: string;
  readonly words: Readonly<Record<DraftNews | 'empty' | 'show' | 'showOlder', string>> & {
    readonly pin: PinWords & Readonly<Record<'open' | 'remove' | 'removeBefore', string>>;
  };
};

const all: readonly DraftNews[] = [
  'back',
  'photo',
  'elsewhere',
  'older',
  'closed',
  'full',
  'denied',
  'no-line',
  'gone',
];
const acts: Readonly<Partial<Record<DraftNews, 'empty' | 'show' | 'showOlder'>>> = {
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
  useEffect(() => (place.current ? startDraftLate(place.current) : undefined), []);
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
          <Stack isClose>
            {all.map((news) => {
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
          </Stack>
        </div>
        <div hidden data-closed>
          <Stack isClose>
            <PinQuestion id="draft-pin" words={words.pin} button={words.pin.open} />
            <More summary={words.pin.forgot} isOpen={false}>
              <Stack isClose>
                <Button type="button" look="grave" data-act="removeClosed">
                  {words.pin.removeBefore}
                </Button>
                <LineLink href={phone}>{words.pin.remove}</LineLink>
              </Stack>
            </More>
          </Stack>
        </div>
      </Stack>
    </div>
  );
}
