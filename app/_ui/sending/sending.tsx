'use client';

import { Stack } from '../panel/panel.tsx';
import { Refusal } from '../refusal/refusal.tsx';
import type { RefusalBook } from '../refusal/refusal-words.ts';
import { when } from '../state/state.ts';
import { whileHere } from '../state/while-here.ts';
import { type SendingState, sayings, startSending } from './start-sending.ts';

const ref = whileHere(startSending);

type SendingWords = Readonly<Record<SendingState, string>> & { readonly book: RefusalBook };

/** Has the form around it sent over a bad line, and says what comes of it. */
export function Sending({ words }: { readonly words: SendingWords }) {
  return (
    <div ref={ref} data-sending="">
      <Stack isClose>
        <div role="status">
          {sayings.map((state) => (
            <p key={state} {...when([state], 'idle')}>
              {words[state]}
            </p>
          ))}
        </div>
        <Refusal book={words.book} />
      </Stack>
    </div>
  );
}
