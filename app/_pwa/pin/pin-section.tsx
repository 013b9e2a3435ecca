'use client';

import { Suspense, useEffect, useState } from 'react';
import { More } from '../../_ui/more/more.tsx';
import { Stack } from '../../_ui/panel/panel.tsx';
import { onPhone } from '../storage/database.ts';
import { isSharedPhone } from '../storage/sealed.ts';
import { whoseNow } from '../storage/whose.ts';
import { late } from './late.ts';
import type { PinChoiceWords } from './pin-choice.tsx';

const PinChoice = late(async () => (await import('./pin-choice.tsx')).PinChoice);

type Props = { readonly title: string; readonly words: PinChoiceWords; readonly onRemoved: () => void };

/** For who is signed in: a PIN is hers, and goes with her. A phone that people share keeps nothing to lock. */
export function PinSection({ title, words, onRemoved }: Props) {
  const [isOffered, setIsOffered] = useState(false);
  useEffect(() => {
    const look = async () =>
      (await whoseNow()) !== '' && (await onPhone(async () => undefined)).ok && !(await isSharedPhone());
    void look().then(setIsOffered);
  }, []);
  if (!isOffered) return null;
  return (
    <More summary={title} isOpen={window.location.hash === '#pin'}>
      <Stack isClose>
        <Suspense>
          <PinChoice words={words} onRemoved={onRemoved} />
        </Suspense>
      </Stack>
    </More>
  );
}
