'use client';

import { Stack } from '../panel/panel.tsx';
import { Refusal } from '../refusal/refusal.tsx';
import type { RefusalBook } from '../refusal/refusal-words.ts';
import { whileHere } from '../state/while-here.ts';
import { type SendingWords, startSending } from './start-sending.ts';

const ref = whileHere(startSending);

type Props = { readonly words: SendingWords; readonly book: RefusalBook };

/** Has the form around it sent over a bad line, and says what comes of it. */
export function Sending({ words, book }: Props) {
  return (
    <div ref={ref} data-sending={JSON.stringify(words)}>
      <Stack isClose>
        <p role="status" />
        <Refusal book={book} />
      </Stack>
    </div>
  );
}
